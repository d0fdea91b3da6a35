import type { Chapter, CoverageFigures, Share } from '@siplint/rules/statements';
import { EXIT, type ExitCode, Failure } from '../failure.js';
import { plural } from '../report/summary-text.js';
import type { Colors } from '../terminal/colors.js';
import { printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

export interface CoverageOptions {
  readonly json?: boolean;
  readonly color?: boolean;
}

/**
 * Prints how much of what an RFC demands has rules, and why the rest has none.
 * @throws {Failure} if the statements of this RFC are not listed
 */
export async function showCoverage(
  rfc: number | undefined,
  options: CoverageOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { coverageFigures, REASONS, STATEMENTS } = await import('@siplint/rules/statements');
  const chapters = rfc === undefined ? undefined : STATEMENTS.get(rfc);
  if (rfc === undefined || chapters === undefined) {
    const known = [...STATEMENTS.keys()].join(', ');
    const problem = rfc === undefined ? '--coverage needs an RFC' : `the statements of RFC ${rfc} are not listed`;
    throw new Failure(problem, `--coverage knows --rfc ${known}`);
  }
  const figures = coverageFigures(chapters);
  terminal.write(
    options.json
      ? `${printableJson(JSON.stringify(asJson(rfc, chapters, figures), null, 2))}\n`
      : text(rfc, figures, REASONS, terminal.colors(options.color)),
  );
  return EXIT.clean;
}

function text(
  rfc: number,
  { chapters, total, rules, reasons }: CoverageFigures,
  meanings: Readonly<Record<string, string>>,
  colors: Colors,
): string {
  const { judged, all } = sum(total.MUST, total.SHOULD);
  const width = Math.max(...chapters.map(({ chapter }) => chapter.title.length));
  const row = (section: string, title: string, must: Share, should: Share) =>
    `${section.padStart(4)}  ${title.padEnd(width)}  ${cell(must)}  ${cell(should)}`;
  return [
    `RFC ${rfc} demands ${plural(all, 'thing')}. ${judged} of them are judged, by ${plural(rules, 'rule')}; ` +
      `the other ${all - judged} cannot be decided from the bytes.`,
    '',
    colors.dim(`${''.padEnd(width + 6)}  ${'MUST'.padStart(9)}  ${'SHOULD'.padStart(9)}`),
    ...chapters.map(({ chapter, shares }) => row(chapter.section, chapter.title, shares.MUST, shares.SHOULD)),
    row('', 'All', total.MUST, total.SHOULD),
    '',
    'Why they cannot:',
    ...reasons.map(({ reason, count }) => `${String(count).padStart(4)}  ${meanings[reason]}`),
    '',
    colors.dim('Sentence by sentence: rules-docs/coverage.md, or --json.'),
    '',
  ].join('\n');
}

function cell({ judged, all }: Share): string {
  return all === 0 ? '–'.padStart(9) : `${judged} of ${all}`.padStart(9);
}

function sum(a: Share, b: Share): Share {
  return { judged: a.judged + b.judged, all: a.all + b.all };
}

function asJson(rfc: number, chapters: readonly Chapter[], { total, rules, reasons }: CoverageFigures): object {
  return { version: 1, rfc, total, rules, reasons, chapters };
}
