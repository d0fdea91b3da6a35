import type { AnyRule } from './rule.js';
import type { Severity } from './severity.js';

/** A rule as the configuration turned it on. */
export interface ActiveRule {
  readonly rule: AnyRule;
  /** The id under which it reports: the rule's own, or `plugin/id`. */
  readonly id: string;
  readonly severity: Severity;
  readonly options: unknown;
  /** True under the `strict` preset: ceilings of single cases do not hold. */
  readonly ignoresCeilings: boolean;
}
