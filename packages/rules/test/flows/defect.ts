import type { Change } from './whole-calls.js';

/** One thing that is wrong in a call, and what is said of it. */
export interface Defect {
  readonly name: string;
  /** What becomes of messages, by the numbers in their titles. */
  readonly changes: Readonly<Record<string, Change>>;
  /** `rule in F3 at "text", see F1`: the guilty message, what is marked in it, and the messages that the finding points to. */
  readonly finds: string;
  /** True for what only the strict preset reports. */
  readonly isStrict?: boolean;
}
