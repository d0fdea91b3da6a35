import type { FileResult, Severity } from '@siplint/core';

/** Counts over a run, as the JSON report gives them. */
export interface Summary {
  /** Files that were judged. */
  readonly files: number;
  /** Files that a folder search met and that hold no SIP. */
  readonly skipped: number;
  readonly messages: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly suppressed: number;
  /** Findings that bring a fix, safe or unsafe. */
  readonly fixable: number;
}

const COUNT_OF = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const;

export function countOf(summary: Summary, severity: Severity): number {
  return summary[COUNT_OF[severity]];
}

/** Adds up results as they come. */
export class Tally {
  readonly #counts = {
    files: 0,
    skipped: 0,
    messages: 0,
    errors: 0,
    warnings: 0,
    infos: 0,
    hints: 0,
    suppressed: 0,
    fixable: 0,
  };

  add(result: FileResult): void {
    const counts = this.#counts;
    if (result.skipped) {
      counts.skipped++;
      return;
    }
    counts.files++;
    counts.messages += result.messages;
    counts.suppressed += result.suppressed.length;
    for (const { severity, fix } of result.findings) {
      counts[COUNT_OF[severity]]++;
      if (fix) counts.fixable++;
    }
  }

  get summary(): Summary {
    return { ...this.#counts };
  }
}
