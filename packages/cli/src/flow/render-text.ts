import { type Ladder, type LadderMessage, notesOf, shownFindings, summaryText } from '@siplint/core/ladder';
import { type Colors, paint } from '../terminal/colors.js';
import { printable } from '../terminal/printable.js';
import { wrap } from '../terminal/wrap.js';
import { drawLadder } from './draw-ladder.js';
import { drawList } from './draw-list.js';
import type { Drawing, TextOptions } from './drawing.js';

/** The ladder for a terminal; as a list where its lifelines would stand too close to each other. */
export function renderText(ladder: Ladder, options: TextOptions): string {
  const { colors, width, isAscii } = options;
  const drawing: Drawing = drawLadder(ladder, options) ?? drawList(ladder, options);
  const lines: string[] = [...drawing.head];
  for (const [i, message] of ladder.messages.entries()) {
    lines.push(drawing.rows[i] ?? '');
    lines.push(...findingLines(message, options));
  }
  lines.push(...drawing.foot);
  if (ladder.findings.length > 0) lines.push('', ...findingLines({ findings: ladder.findings }, options));
  lines.push('', colors.bold(summaryText(ladder)));
  for (const note of notesOf(ladder)) lines.push(...wrap(printable(note), width).split('\n').map(colors.dim));
  const text = `${lines.join('\n')}\n`;
  return isAscii ? text.replaceAll('…', '~').replaceAll('×', 'x').replaceAll('−', '-') : text;
}

function findingLines(of: Pick<LadderMessage, 'findings'>, { colors, width, isAscii }: TextOptions): string[] {
  const { shown, more } = shownFindings(of);
  const corner = isAscii ? '`-' : '╰─';
  const lines = shown.flatMap(({ severity, ruleId, message, line, column }) => {
    const place = `${line}:${column}`;
    // A narrow terminal has no room to set all lines below the first one.
    const hanging = width < 80 ? INDENT : INDENT + severity.length + place.length + 3;
    const text = printable(`${message} (${ruleId})`);
    const head = `    ${colors.dim(corner)} ${paint(colors, severity, severity)} ${colors.dim(place)}  `;
    const room = width - hanging;
    const blanks = ' '.repeat(hanging);
    const told = wrap(text, room)
      .split('\n')
      .map((each) => paintRule(each, ruleId, colors));
    return width < 80
      ? [head, ...told.map((each) => blanks + each)]
      : told.map((each, i) => (i === 0 ? head : blanks) + each);
  });
  if (more > 0) lines.push(colors.dim(`    ${corner} and ${more} more`));
  return lines;
}

/** Cells in front of the severity. */
const INDENT = 7;

function paintRule(line: string, ruleId: string, colors: Colors): string {
  const rule = `(${printable(ruleId)})`;
  return line.endsWith(rule) ? line.slice(0, -rule.length) + colors.dim(rule) : line;
}
