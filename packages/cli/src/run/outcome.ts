import { type FileResult, isAtLeast } from '@siplint/core';
import { EXIT, type ExitCode } from '../failure.js';
import type { Problem } from '../formats/format.js';
import type { LintOptions } from '../options/lint-options.js';
import { plural } from '../report/summary-text.js';

/** What a run comes to: its exit code, from all findings, also those that `--quiet` hides. */
export class Outcome {
  #failing = 0;
  #warnings = 0;

  constructor(private readonly options: Pick<LintOptions, 'failOn' | 'maxWarnings'>) {}

  add({ findings }: FileResult): void {
    for (const { severity } of findings) {
      if (isAtLeast(severity, this.options.failOn)) this.#failing++;
      if (severity === 'warning') this.#warnings++;
    }
  }

  /** Says why warnings fail the run; undefined where they do not. */
  get tooManyWarnings(): string | undefined {
    const { maxWarnings } = this.options;
    if (maxWarnings === undefined || this.#warnings <= maxWarnings) return undefined;
    const are = this.#warnings === 1 ? 'is' : 'are';
    return `siplint: ${plural(this.#warnings, 'warning')} ${are} more than --max-warnings ${maxWarnings}`;
  }

  exitCode(problems: readonly Problem[]): ExitCode {
    if (problems.length > 0) return EXIT.failure;
    return this.#failing > 0 || this.tooManyWarnings !== undefined ? EXIT.findings : EXIT.clean;
  }
}
