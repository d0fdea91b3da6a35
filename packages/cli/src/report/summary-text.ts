import { SEVERITIES } from '@siplint/core';
import { type Colors, paint } from '../terminal/colors.js';
import { countOf, type Summary } from './tally.js';

const WORD = { error: 'error', warning: 'warning', info: 'info', hint: 'hint' } as const;

export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `20,000`. Not toLocaleString: it loads locale data, which takes longer than a small file. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The last lines of a report for people: what was found, in how much, and what can be fixed. */
export function summaryText(summary: Summary, colors: Colors): string {
  const scope = `${plural(summary.messages, 'message')} in ${plural(summary.files, 'file')}`;
  const counts = SEVERITIES.filter((severity) => countOf(summary, severity) > 0).map((severity) =>
    paint(colors, severity, plural(countOf(summary, severity), WORD[severity])),
  );
  const suppressed = summary.suppressed > 0 ? `, ${summary.suppressed} suppressed` : '';
  if (counts.length === 0) return `${colors.green('✔')} No findings in ${scope}${suppressed}\n`;
  const fixable =
    summary.fixable > 0 ? `${plural(summary.fixable, 'finding')} can be fixed; --fix applies the safe fixes\n` : '';
  return `${colors.bold('✖')} ${counts.join(', ')} in ${scope}${suppressed}\n${fixable}`;
}
