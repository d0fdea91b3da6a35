import type { Directive, DirectiveProblem } from '../input/directives.js';
import type { SipMessage } from '../syntax/message.js';
import type { TextNode } from '../syntax/nodes.js';
import type { Range } from '../text/range.js';
import type { SourceView } from '../text/source-view.js';
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
  readonly file: { readonly source: SourceView; readMessages(): Iterable<SipMessage> };
  /** In document order. */
  readonly directives: readonly Directive[];
  readonly problems: readonly DirectiveProblem[];
}

/** Takes out what directives suppress or expect, and adds what is to be said about the directives themselves. */
export function applyDirectives(
  findings: readonly Finding[],
  directed: DirectedFile,
  policy: DirectivePolicy,
): DirectedFindings {
  const { directives, problems } = directed;
  const hasDirectives = directives.length + problems.length > 0;
  if (!hasDirectives && policy.expectations !== 'required') return { findings, suppressed: [] };
  const suppressions = new Suppressions(directives, directed.file);
  const suppressed: SuppressedFinding[] = [];
  const unsuppressed: Finding[] = [];
  for (const finding of findings) {
    const suppression = isEngineRule(finding.ruleId) ? undefined : suppressions.use(finding);
    if (!suppression) unsuppressed.push(finding);
    else suppressed.push({ ...finding, suppression: { kind: 'directive', reason: suppression.directive.reason } });
  }
  const { met, unmet } = matchExpectations(directives, unsuppressed, directed.file);
  const kept: Finding[] = [];
  for (const finding of unsuppressed) {
    const expectation = met.get(finding);
    if (!expectation) kept.push(policy.expectations === 'required' ? unexpected(finding) : finding);
    else suppressed.push({ ...finding, suppression: { kind: 'expectation', reason: expectation.directive.reason } });
  }
  const reports = new DirectiveReports(directed, policy).all(suppressions, unmet);
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
    private readonly directed: DirectedFile,
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
    return this.directed.problems.map(({ message, start, end }) =>
      engineFinding('directive-malformed', { problem: message }, { start, end }),
    );
  }

  #unknownRules(): Finding[] {
    const found: Finding[] = [];
    for (const directive of this.directed.directives) {
      if (namedRules(directive).every((rule) => this.#isKnown(rule))) continue;
      const items = itemsOf(directive);
      for (const [position, { rule }] of items.entries()) {
        if (this.#isKnown(rule)) continue;
        found.push(this.#removable('directive-unknown-rule', rule, directive, items, position));
      }
    }
    return found;
  }

  #unused(suppressions: Suppressions): Finding[] {
    return suppressions.all
      .filter(({ rule, isUsed }) => !isUsed && this.#isKnown(rule))
      .map(({ directive, rule, position }) =>
        this.#removable('suppression-without-effect', rule, directive, directive.rules, position),
      );
  }

  #withoutReason(): Finding[] {
    return this.directed.directives
      .filter(({ kind, reason }) => kind.startsWith('disable') && reason === undefined)
      .map(({ start, end }) => engineFinding('suppression-without-reason', {}, { start, end }));
  }

  #unmet(unmet: readonly Expectation[]): Finding[] {
    return unmet
      .filter(({ expected }) => this.#isKnown(expected.rule))
      .map(({ expected: { rule, header, start, end }, messageIndex }) => {
        const name = header === undefined ? rule.text : `${rule.text}@${header.text}`;
        return engineFinding('expectation-not-met', { rule: name }, { start, end, messageIndex });
      });
  }

  #isKnown({ text }: TextNode): boolean {
    return this.policy.isKnownRule?.(text) ?? true;
  }

  #removable(
    finding: EngineRuleId,
    { text, start, end }: TextNode,
    directive: Directive,
    items: readonly Range[],
    position: number,
  ): Finding {
    const edits = [this.#removal(directive, items, position)];
    const fix: Fix = { title: `Take out "${text}"`, safety: 'safe', edits };
    return engineFinding(finding, { rule: text }, { start, end, fix });
  }

  /** Takes an item out of a directive's list; the only one takes the line along. */
  #removal({ start, end }: Directive, items: readonly Range[], position: number): Edit {
    const item = items[position];
    const next = items[position + 1];
    const previous = items[position - 1];
    if (item && next) return { start: item.start, end: next.start, text: '' };
    if (item && previous) return { start: previous.end, end: item.end, text: '' };
    // Right behind other text the line separates that from what follows: a comment in its place still does.
    if (this.#isBehindText(start)) return { start, end, text: '#' };
    return { start, end: this.#endOfLine(end), text: '' };
  }

  /** True if a byte order mark stands before it, or the line before is neither blank nor a comment. */
  #isBehindText(start: number): boolean {
    const { source } = this.directed.file;
    const { lines } = source;
    const { line, column } = lines.positionAt(start);
    if (column > 1) return true;
    const before = line > 1 ? source.slice(lines.startOf(line - 1), lines.startOf(line)).trim() : '';
    return before !== '' && !before.startsWith('#');
  }

  #endOfLine(end: number): number {
    const text = this.directed.file.source.slice(end, end + 2);
    if (text === '\r\n') return end + 2;
    return text.startsWith('\r') || text.startsWith('\n') ? end + 1 : end;
  }
}

const NO_RULES: readonly TextNode[] = [];

function namedRules(directive: Directive): readonly TextNode[] {
  if (directive.kind === 'set') return NO_RULES;
  return directive.kind === 'expect' ? directive.expected.map(({ rule }) => rule) : directive.rules;
}

/** The rules that a directive names, each with the range that takes it out. */
function itemsOf(directive: Directive): readonly (Range & { readonly rule: TextNode })[] {
  if (directive.kind === 'set') return [];
  if (directive.kind === 'expect') return directive.expected;
  return directive.rules.map((rule) => ({ start: rule.start, end: rule.end, rule }));
}
