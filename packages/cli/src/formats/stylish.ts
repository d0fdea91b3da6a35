import type { FileResult } from '@siplint/core';
import { countSafeFixes, summaryText } from '../report/summary-text.js';
import { paint } from '../terminal/colors.js';
import { printable } from '../terminal/printable.js';
import { displayWidth } from '../terminal/width.js';
import { fold } from '../terminal/wrap.js';
import type { Format, FormatContext } from './format.js';

/** Longer messages do not push the rule ids of the others to the right. */
const WIDEST_MESSAGE = 76;
/** Cells for a message on the narrowest terminal. */
const LEAST_ROOM = 30;

/** For people: findings under the name of their file, in columns; on a terminal a long message goes on in its own column. */
const stylish: Format = (context) => {
  let safeFixes = 0;
  return {
    file(result) {
      safeFixes += countSafeFixes(result);
      if (result.findings.length > 0) context.write(`${context.colors.underline(printable(result.path))}\n`);
      for (const line of findingLines(result, context)) context.write(line);
    },
    end(summary, problems) {
      context.write(summaryText(summary, { problems: problems.length, safeFixes }, context.colors));
    },
  };
};

function* findingLines({ source, findings }: FileResult, { colors, width, wraps }: FormatContext): Iterable<string> {
  const rows = findings.map(({ start, severity, message, ruleId }) => {
    const { line, column } = source.lines.positionAt(start);
    return { place: `${line}:${column}`, severity, message: printable(message), ruleId: printable(ruleId) };
  });
  const placeWidth = widest(rows.map(({ place }) => place.length));
  const severityWidth = widest(rows.map(({ severity }) => severity.length));
  const messageWidth = Math.min(WIDEST_MESSAGE, widest(rows.map(({ message }) => displayWidth(message))));
  for (const { place, severity, message, ruleId } of rows) {
    const head = `  ${colors.dim(place.padStart(placeWidth))}  ${paint(colors, severity, severity.padEnd(severityWidth))}  `;
    const indent = ' '.repeat(placeWidth + severityWidth + 6);
    const room = wraps ? Math.max(LEAST_ROOM, width - indent.length) : Number.POSITIVE_INFINITY;
    const lines = fold(message, room);
    const last = lines.at(-1) ?? '';
    const gap = lines.length > 1 ? 0 : Math.max(0, messageWidth - displayWidth(message));
    const fits = displayWidth(last) + gap + 2 + ruleId.length <= room;
    const tail = fits ? `${' '.repeat(gap + 2)}${colors.dim(ruleId)}` : `\n${indent}${colors.dim(ruleId)}`;
    yield `${head}${lines.join(`\n${indent}`)}${tail}\n`;
  }
  if (rows.length > 0) yield '\n';
}

function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

export default stylish;
