import type { Directive, RuleReference } from '../input/directives.js';
import type { SipMessage } from '../syntax/message.js';
import type { SourceText } from '../text/source-text.js';
import { type EngineRuleId, engineFinding, isEngineRule } from './engine-findings.js';
import { type Expectation, matchExpectations } from './expectations.js';
import { compareFindings, type Edit, type Finding, type Fix, type SuppressedFinding } from './finding.js';
import { isAtLeast } from './severity.js';
import { Suppressions } from './suppressions.js';

/** What the configuration asks of directives. */
export interface DirectivePolicy {
  /** `required`: a finding at warning or above that no directive expects is an error. */
  readonly expectations?: 'optional' | 'required';
  /** Report directives that suppress nothing. */
  readonly reportUnusedSuppressions?: boolean;
  /** Report suppressions without a reason. */
  readonly requireSuppressionReasons?: boolean;
  /** Whether there is a rule of this id, on or off; unknown ids are not reported if absent. */
  readonly isKnownRule?: (id: string) => boolean;
}

export interface DirectedFindings {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** A file with what its directives are about. */
export interface DirectedFile {
  readonly source: SourceText;
  readonly messages: readonly SipMessage[];
  /** In document order. */
  readonly directives: readonly Directive[];
}

/** Takes out what directives suppress or expect, and adds what is to be said about the directives themselves. */
export function applyDirectives(
  findings: readonly Finding[],
  { source, messages, directives }: DirectedFile,
  policy: DirectivePolicy,
): DirectedFindings {
  if (directives.length === 0 && policy.expectations !== 'required') return { findings, suppressed: [] };
  const suppressions = new Suppressions(directives, messages);
  const suppressed: SuppressedFinding[] = [];
  const unsuppressed: Finding[] = [];
  for (const finding of findings) {
    const suppression = isEngineRule(finding.ruleId) ? undefined : suppressions.use(finding);
    if (!suppression) unsuppressed.push(finding);
    else suppressed.push({ ...finding, suppression: { kind: 'directive', reason: suppression.directive.reason } });
  }
  const { met, unmet } = matchExpectations(directives, unsuppressed, messages);
  const kept: Finding[] = [];
  for (const finding of unsuppressed) {
    const expectation = met.get(finding);
    if (!expectation) kept.push(policy.expectations === 'required' ? unexpected(finding) : finding);
    else suppressed.push({ ...finding, suppression: { kind: 'expectation', reason: expectation.directive.reason } });
  }
  const reports = new DirectiveReports(source, directives, policy).all(suppressions, unmet);
  return { findings: [...kept, ...reports].sort(compareFindings), suppressed: suppressed.sort(compareFindings) };
}

/** The error that stands for a finding which a file with required expectations does not announce. */
function unexpected(finding: Finding): Finding {
  if (isEngineRule(finding.ruleId) || !isAtLeast(finding.severity, 'warning')) return finding;
  const data = { rule: finding.ruleId, message: finding.message };
  const { references, related } = finding;
  return { ...engineFinding('finding-not-expected', data, { ...finding, fix: undefined }), references, related };
}

/** What there is to say about directives, each at its place and with a fix where one is sure. */
class DirectiveReports {
  constructor(
    private readonly source: SourceText,
    private readonly directives: readonly Directive[],
    private readonly policy: DirectivePolicy,
  ) {}

  all(suppressions: Suppressions, unmet: readonly Expectation[]): Finding[] {
    return [
      ...this.#malformed(),
      ...this.#unknownRules(),
      ...(this.policy.reportUnusedSuppressions ? this.#unused(suppressions) : []),
      ...(this.policy.requireSuppressionReasons ? this.#withoutReason() : []),
      ...this.#unmet(unmet),
    ];
  }

  #malformed(): Finding[] {
    return this.directives.flatMap(({ problems }) =>
      problems.map(({ start, end, text }) => engineFinding('directive-malformed', { problem: text }, { start, end })),
    );
  }

  #unknownRules(): Finding[] {
    return this.directives.flatMap((directive) =>
      directive.rules.flatMap((rule, position) =>
        this.#isKnown(rule) ? [] : this.#removable('directive-unknown-rule', directive, rule, position),
      ),
    );
  }

  #unused(suppressions: Suppressions): Finding[] {
    return suppressions.all
      .filter(({ rule, isUsed }) => !isUsed && this.#isKnown(rule))
      .map(({ directive, rule, position }) => this.#removable('suppression-without-effect', directive, rule, position));
  }

  #withoutReason(): Finding[] {
    return this.directives
      .filter(({ kind, reason }) => kind.startsWith('disable') && reason === undefined)
      .map(({ start, end }) => engineFinding('suppression-without-reason', {}, { start, end }));
  }

  #unmet(unmet: readonly Expectation[]): Finding[] {
    return unmet
      .filter(({ rule }) => this.#isKnown(rule))
      .map(({ rule, messageIndex }) =>
        engineFinding(
          'expectation-not-met',
          { rule: nameOf(rule) },
          { start: rule.start, end: rule.end, messageIndex },
        ),
      );
  }

  #isKnown({ id }: RuleReference): boolean {
    return this.policy.isKnownRule?.(id) ?? true;
  }

  #removable(finding: EngineRuleId, directive: Directive, rule: RuleReference, position: number): Finding {
    const { id, start, end } = rule;
    const fix: Fix = { title: `Take out "${id}"`, safety: 'safe', edits: [this.#removal(directive, rule, position)] };
    return engineFinding(finding, { rule: id }, { start, end, fix });
  }

  /** Takes a rule out of its list; the last one takes the line along. */
  #removal({ rules, start, end }: Directive, rule: RuleReference, position: number): Edit {
    const next = rules[position + 1];
    const previous = rules[position - 1];
    if (next) return { start: rule.start, end: next.start, text: '' };
    if (previous) return { start: previous.end, end: rule.end, text: '' };
    return { start, end: this.#endOfLine(end), text: '' };
  }

  #endOfLine(end: number): number {
    const { text } = this.source;
    const behindCr = text[end] === '\r' ? end + 1 : end;
    return text[behindCr] === '\n' ? behindCr + 1 : behindCr;
  }
}

function nameOf({ id, field }: RuleReference): string {
  return field === undefined ? id : `${id}@${field}`;
}
