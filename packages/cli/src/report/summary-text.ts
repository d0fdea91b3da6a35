import { type FileResult, SEVERITIES } from '@siplint/core';
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
export function summaryText(
  summary: Summary,
  { problems, safeFixes }: { readonly problems: number; readonly safeFixes: number },
  colors: Colors,
): string {
  if (summary.files === 0 && problems > 0) return ''; // they have been told, and there is nothing else to say
  const notes = [
    summary.skipped > 0 && `${summary.skipped} skipped as they hold no SIP`,
    summary.suppressed > 0 && `${summary.suppressed} suppressed`,
    problems > 0 && plural(problems, 'problem'),
  ];
  const size = `${plural(summary.messages, 'message')} in ${plural(summary.files, 'file')}`;
  const scope = [size, ...notes.filter(Boolean)].join(', ');
  const counts = SEVERITIES.filter((severity) => countOf(summary, severity) > 0).map((severity) =>
    paint(colors, severity, plural(countOf(summary, severity), WORD[severity])),
  );
  if (counts.length === 0) return `${problems > 0 ? colors.bold('✖') : colors.green('✔')} No findings in ${scope}\n`;
  return `${colors.bold('✖')} ${counts.join(', ')} in ${scope}\n${fixesText(summary.fixable, safeFixes)}`;
}

/** How many findings a plain `--fix` takes away. */
export function countSafeFixes({ findings }: FileResult): number {
  return findings.filter(({ fix }) => fix?.safety === 'safe').length;
}

function fixesText(fixable: number, safe: number): string {
  if (fixable === 0) return '';
  const option =
    safe === fixable ? '--fix' : safe === 0 ? '--fix=unsafe' : `--fix=unsafe, ${grouped(safe)} of them with --fix`;
  return `${plural(fixable, 'finding')} can be fixed with ${option}\n`;
}
