import type { FileResult, Severity } from '@siplint/core';

interface Count {
  readonly ruleId: string;
  readonly severity: Severity;
  findings: number;
  fixable: number;
}

/** Findings by rule and severity, for `--statistics`. */
export class Statistics {
  readonly #counts = new Map<string, Count>();

  add({ findings }: FileResult): void {
    for (const { ruleId, severity, fix } of findings) {
      const key = `${ruleId} ${severity}`;
      let count = this.#counts.get(key);
      if (!count) {
        count = { ruleId, severity, findings: 0, fixable: 0 };
        this.#counts.set(key, count);
      }
      count.findings++;
      if (fix) count.fixable++;
    }
  }

  /** The table, most frequent first, for standard error. */
  text(): string {
    const counts = [...this.#counts.values()].sort((a, b) => b.findings - a.findings || (a.ruleId < b.ruleId ? -1 : 1));
    if (counts.length === 0) return 'No findings to count';
    return counts
      .map(({ ruleId, severity, findings, fixable }) => {
        const fixes = fixable > 0 ? ` (${fixable} fixable)` : '';
        return `${String(findings).padStart(8)}  ${severity.padEnd(7)}  ${ruleId}${fixes}`;
      })
      .join('\n');
  }
}
