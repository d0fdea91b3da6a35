import {
  type FileResult,
  type FixSafety,
  fixSource,
  isAtLeast,
  lintSource,
  type PiecedText,
  type Profiler,
  type Severity,
  SourceText,
} from '@siplint/core';
import type { LintOptions } from '../options/lint-options.js';
import type { Input } from './inputs.js';

/** What is to become of fixes. */
export interface FixPlan {
  readonly safety: FixSafety;
  /** `write`: into the files; `report`: only what would be left; `patch`: as a diff, with the findings as they are. */
  readonly mode: 'write' | 'report' | 'patch';
}

/** The plan that the options make; undefined if nothing is to be fixed. */
export function fixPlanOf(options: LintOptions): FixPlan | undefined {
  const safety = options['fix=unsafe'] ? 'unsafe' : 'safe';
  if (options.diff) return { safety, mode: 'patch' };
  if (options.fixDryRun) return { safety, mode: 'report' };
  return options.fix || options['fix=unsafe'] ? { safety, mode: 'write' } : undefined;
}

/** A file that was judged, and what its fixes made of it. */
export interface Judged {
  readonly result: FileResult;
  /** The text before and behind the fixes; undefined if none was applied. */
  readonly change: { readonly before: SourceText; readonly after: SourceText } | undefined;
  /** How many findings the fixes took away. */
  readonly fixed: number;
  /** What the input has without the fixes. */
  asItIs(): FileResult;
}

/** Lints an input as its configuration says, with the fixes of the plan. */
export function judgeInput(
  { path, isNamed, config }: Input,
  source: SourceText | PiecedText,
  plan: FixPlan | undefined,
  profiler: Profiler | undefined,
): Judged {
  const options = { isNamed, profiler };
  const asItIs = (): FileResult => lintSource(source, path, config, options);
  // Who has a plan reads the whole text.
  if (!plan || !(source instanceof SourceText)) {
    return { result: asItIs(), change: undefined, fixed: 0, asItIs };
  }
  const fix = fixSource(source, path, config, { ...options, safety: plan.safety });
  const change = fix.source.text === source.text ? undefined : { before: source, after: fix.source };
  const result = plan.mode === 'patch' && change ? asItIs() : fix.result;
  return { result, change, fixed: fix.fixed.length, asItIs };
}

/** The result without what is milder than `floor`, for `--quiet`. */
export function withoutMilder(result: FileResult, floor: Severity): FileResult {
  return { ...result, findings: result.findings.filter(({ severity }) => isAtLeast(severity, floor)) };
}
