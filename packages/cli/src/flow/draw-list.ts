import type { Ladder, LadderParticipant } from '@siplint/core/ladder';
import { printable } from '../terminal/printable.js';
import { displayWidth } from '../terminal/width.js';
import { CellRow, clipCells } from './cell-row.js';
import type { Drawing, TextOptions } from './drawing.js';
import { Gutter } from './gutter.js';
import { labelParts, paintOf } from './message-paint.js';

const WIDEST_LABEL = 28;
const WIDEST_NAME = 40;
const LEAST_NAME = 8;

/** The messages as lines of text, for more participants than lifelines have room beside each other. */
export function drawList(ladder: Ladder, { colors, width, isAscii }: TextOptions): Drawing {
  let gutter = Gutter.of(ladder);
  while (gutter.width > width / 3 && gutter.narrower) gutter = gutter.narrower;
  const arrow = isAscii ? ' -> ' : ' → ';
  const labels = ladder.messages.map((message) => {
    const { label, marks } = labelParts(message);
    return clipCells([label, ...marks].join(' '), WIDEST_LABEL);
  });
  const labelWidth = labels.reduce((widest, label) => Math.max(widest, displayWidth(label)), 0);
  const from = gutter.width + labelWidth + 2;
  const most = Math.min(WIDEST_NAME, Math.max(LEAST_NAME, Math.floor((width - from - arrow.length) / 2)));
  const names = namesOf(ladder.participants);
  const titles = new CellRow(width);
  gutter.putTitles(titles, colors.dim);
  const rows = ladder.messages.map((message, i) => {
    const row = new CellRow(width);
    gutter.put(row, i, colors.dim);
    row.put(gutter.width, labels[i] ?? '', paintOf(message, colors));
    const sender = names.get(message.from ?? '');
    const receiver = names.get(message.to ?? '');
    if (sender === undefined || receiver === undefined) return `${row}`;
    row.put(row.put(row.put(from, clipCells(sender, most)), arrow, colors.dim), clipCells(receiver, most));
    return `${row}`;
  });
  return { head: [`${titles}`], rows, foot: [] };
}

/** What is each participant's own: its address, where others have the same name. */
function namesOf(participants: readonly LadderParticipant[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of participants) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    participants.map(({ id, name, address = name, inferred }) => {
      const own = counts.get(name) === 1 ? name : address;
      return [id, printable(inferred ? `(${own})` : own)];
    }),
  );
}
