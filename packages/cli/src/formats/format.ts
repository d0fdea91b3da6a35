import type { FileResult, RuleMeta, Severity } from '@siplint/core';
import type { Summary } from '../report/tally.js';
import type { Colors } from '../terminal/colors.js';

/** What a format may know and use. */
export interface FormatContext {
  /** Appends to where the report goes. */
  write(text: string): void;
  readonly colors: Colors;
  /** Cells of a line, for formats that people read. */
  readonly width: number;
  /** True where lines go to a terminal, which breaks longer ones anywhere. */
  readonly wraps: boolean;
  /** The severity from which a finding fails the run. */
  readonly failOn: Severity;
  /** The facts of a rule by the id under which it reports; undefined for what the engine itself reports. */
  ruleMeta(ruleId: string): RuleMeta | undefined;
  /** siplint's own version. */
  readonly version: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** What could not be done in a run: a file that could not be read, a rule that crashed. */
export interface Problem {
  readonly message: string;
  readonly path: string | undefined;
  /** What to do about it. */
  readonly advice?: string;
}

/** Writes a report as results come, in the order of the files; skipped files do not come. */
export interface Formatter {
  file(result: FileResult): void;
  end(summary: Summary, problems: readonly Problem[]): void;
}

/** What a module of a format exports as its default. */
export type Format = (context: FormatContext) => Formatter;
