import { readSipFile } from '../input/sip-file.js';
import { SourceText } from '../text/source-text.js';
import { EditSet, isWellFormedPlan } from './edit-set.js';
import { engineFinding } from './engine-findings.js';
import type { FileResult } from './file-result.js';
import { compareFindings, type Finding, type Fix, type FixSafety } from './finding.js';
import { type FileConfig, type LintOptions, lintSource } from './lint-source.js';
import { syntaxIssuesOf } from './syntax-issues.js';

/** Rounds of fixing and linting again before a file counts as one that fixes do not settle. */
export const MOST_FIX_PASSES = 10;

export interface FixOptions extends LintOptions {
  /** `unsafe` applies safe fixes too. */
  readonly safety: FixSafety;
  /** Which findings to fix; all if absent. */
  readonly filter?: (finding: Finding) => boolean;
}

export interface FixResult {
  /** The text behind the fixes, in the encoding of the one before. */
  readonly source: SourceText;
  /** What linting that text gives, with a finding for each rule whose fixes misbehaved. */
  readonly result: FileResult<SourceText>;
  /** The fixed findings in the order of their application; offsets are those of the text at the time. */
  readonly fixed: readonly FixedFinding[];
}

/** A finding whose fix was applied. */
export interface FixedFinding extends Finding {
  readonly fix: Fix;
}

/**
 * Applies the fixes of a file and lints again until none is left. Pure: text in, text out. A fix that leaves more defects of
 * grammar than it found is undone and reported, and its rule rests.
 */
export function fixSource(source: SourceText, path: string, config: FileConfig, options: FixOptions): FixResult {
  const fixing = new Fixing(source, path, config, options);
  fixing.run();
  return fixing.outcome();
}

class Fixing {
  #result: FileResult<SourceText>;
  readonly #fixed: FixedFinding[] = [];
  /** Rules whose fix was no good, with what was wrong. */
  readonly #defects = new Map<string, string>();
  /** Rules whose unsafe fix was undone: it may only have brought to light what was not judged before. */
  readonly #undone = new Map<string, string>();
  /** Texts so far, with how many findings had been fixed when each was reached: one that comes again is a cycle. */
  readonly #seen = new Map<string, number>();
  #unsettled: readonly string[] = [];

  constructor(
    private source: SourceText,
    private readonly path: string,
    private readonly config: FileConfig,
    private readonly options: FixOptions,
  ) {
    this.#result = this.#lint(source);
  }

  run(): void {
    for (let pass = 0; ; pass++) {
      this.#seen.set(this.source.text, this.#fixed.length);
      const pending = this.#pending();
      if (pending.length === 0) return;
      if (pass === MOST_FIX_PASSES) {
        this.#unsettled = pending.map(({ ruleId }) => ruleId);
        return;
      }
      const { source, applied } = this.#apply(pending);
      if (applied.length === 0) continue; // each time a rule more rests, so this ends
      this.source = source;
      for (const finding of applied) this.#fixed.push(finding);
      this.#result = this.#lint(source);
      const cycleStart = this.#seen.get(source.text);
      if (cycleStart !== undefined) {
        this.#unsettled = this.#fixed.slice(cycleStart).map(({ ruleId }) => ruleId);
        return;
      }
    }
  }

  outcome(): FixResult {
    const reports: Finding[] = [...this.#defects].map(([rule, problem]) => rolledBack(rule, problem));
    for (const [rule, problem] of this.#undone) reports.push({ ...rolledBack(rule, problem), severity: 'warning' });
    if (this.#unsettled.length > 0) {
      const rules = [...new Set(this.#unsettled)].sort().join(', ');
      reports.push(engineFinding('fixes-unsettled', { rules, passes: MOST_FIX_PASSES }));
    }
    const result =
      this.#result.findings.length === 0 ? this.#result : lintSource(this.source, this.path, this.config, this.options);
    if (reports.length === 0) return { source: this.source, result, fixed: this.#fixed };
    const crashes = [...this.#defects].map(([ruleId, problem]) => ({ ruleId, error: new Error(problem) }));
    return {
      source: this.source,
      result: {
        ...result,
        findings: [...result.findings, ...reports].sort(compareFindings),
        crashes: [...result.crashes, ...crashes],
      },
      fixed: this.#fixed,
    };
  }

  /** With all copies of a finding, or a file with many would take as many passes. */
  #lint(source: SourceText): FileResult<SourceText> {
    return lintSource(source, this.path, this.config, { ...this.options, reportsCopies: true });
  }

  /** The findings to fix in this pass, in document order: fixes that come last wait for the others of their message. */
  #pending(): FixedFinding[] {
    const { safety, filter } = this.options;
    const fixable = this.#result.findings.filter(
      (finding): finding is FixedFinding =>
        finding.fix !== undefined &&
        finding.fix.edits.length > 0 &&
        (safety === 'unsafe' || finding.fix.safety === 'safe') &&
        !this.#rests(finding) &&
        canEncode(finding.fix, this.source) &&
        (filter?.(finding) ?? true),
    );
    const busy = new Set(fixable.filter(({ fix }) => !fix.isLast).map(({ messageIndex }) => messageIndex));
    return fixable.filter(({ fix, messageIndex }) => !fix.isLast || !busy.has(messageIndex));
  }

  #apply(pending: readonly FixedFinding[]): { source: SourceText; applied: readonly FixedFinding[] } {
    const wellFormed = pending.filter((finding) => {
      const isWellFormed = isWellFormedPlan(finding.fix.edits, this.source.length);
      if (!isWellFormed) this.#defects.set(finding.ruleId, 'its edits overlap or lie outside the file');
      return isWellFormed;
    });
    const applied = this.#withoutBreaking(compatible(wellFormed));
    return { source: this.#with(applied), applied };
  }

  /**
   * The fixes whose result has no defect of grammar that was not there. Halving finds a bad one in a few parses, and its rule
   * rests from then on, so a rule with thousands of bad fixes costs no more.
   */
  #withoutBreaking(candidates: readonly FixedFinding[]): readonly FixedFinding[] {
    const before = countIssues(this.source, this.config);
    let accepted: readonly FixedFinding[] = [];
    const rest = [[...candidates]];
    for (let batch = rest.pop(); batch; batch = rest.pop()) {
      const trusted = batch.filter((finding) => !this.#rests(finding));
      const [first] = trusted;
      if (!first) continue;
      const candidate = [...accepted, ...trusted];
      if (!hasMoreIssues(before, countIssues(this.#with(candidate), this.config))) accepted = candidate;
      else if (trusted.length === 1) {
        const rules = first.fix.safety === 'safe' ? this.#defects : this.#undone;
        rules.set(first.ruleId, `"${first.fix.title}" left text with new syntax errors`);
      } else {
        const middle = trusted.length >> 1;
        rest.push(trusted.slice(middle), trusted.slice(0, middle));
      }
    }
    return accepted;
  }

  #rests({ ruleId }: Finding): boolean {
    return this.#defects.has(ruleId) || this.#undone.has(ruleId);
  }

  #with(findings: readonly FixedFinding[]): SourceText {
    const edits = new EditSet();
    for (const { fix } of findings) edits.tryAdd(fix.edits);
    return SourceText.fromString(edits.applyTo(this.source.text), this.source.encoding);
  }
}

function rolledBack(rule: string, problem: string): Finding {
  return engineFinding('fix-rolled-back', { rule, problem });
}

/** Fixes in document order, without those that overlap an earlier one; they get their turn in the next pass. */
function compatible(findings: readonly FixedFinding[]): FixedFinding[] {
  const edits = new EditSet();
  return findings.filter(({ fix }) => edits.tryAdd(fix.edits));
}

/** A text that was read octet by octet can hold no other characters. */
function canEncode(fix: Fix, source: SourceText): boolean {
  return source.encoding === 'utf-8' || fix.edits.every(({ text }) => !/[^\0-\xff]/.test(text));
}

/** Defects of grammar by message. */
function countIssues(source: SourceText, config: FileConfig): number[] {
  return readSipFile(source, config.input).messages.map((message) => [...syntaxIssuesOf(message)].length);
}

/** Compared by message, so that a repair in one does not hide what was broken in another. */
function hasMoreIssues(before: readonly number[], after: readonly number[]): boolean {
  if (before.length === after.length) return after.some((count, i) => count > (before[i] ?? 0));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return sum(after) > sum(before);
}
