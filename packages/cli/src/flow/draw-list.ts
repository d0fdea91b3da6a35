import type { Ladder } from '@siplint/core/ladder';
import { printable } from '../terminal/printable.js';
import { CellRow, clipCells } from './cell-row.js';
import type { Drawing } from './draw-ladder.js';
import { Gutter } from './gutter.js';
import { labelParts, paintOf } from './message-paint.js';
import type { TextOptions } from './render-text.js';

const WIDEST_NAME = 32;

/** The messages as lines of text, for more participants than lifelines have room beside each other. */
export function drawList(ladder: Ladder, { colors, width, isAscii }: TextOptions): Drawing {
  let gutter = Gutter.of(ladder);
  while (gutter.width > width / 3 && gutter.narrower) gutter = gutter.narrower;
  const most = Math.min(WIDEST_NAME, Math.floor((width - gutter.width) / 4));
  const names = new Map(
    ladder.participants.map(({ id, name, address, inferred }) => {
      const shown = printable(address === undefined || address === name ? name : `${name} ${address}`);
      return [id, clipCells(inferred ? `(${shown})` : shown, most)];
    }),
  );
  const arrow = isAscii ? ' -> ' : ' → ';
  const titles = new CellRow(width);
  gutter.putTitles(titles, colors.dim);
  const rows = ladder.messages.map((message, i) => {
    const row = new CellRow(width);
    gutter.put(row, i, colors.dim);
    const { label, marks } = labelParts(message);
    let at = row.put(gutter.width, clipCells([label, ...marks].join(' '), most * 2), paintOf(message, colors));
    const from = names.get(message.from ?? '');
    const to = names.get(message.to ?? '');
    if (from === undefined || to === undefined) return `${row}`;
    at = row.put(at + 2, from);
    at = row.put(at, arrow, colors.dim);
    row.put(at, to);
    return `${row}`;
  });
  return { head: [`${titles}`], rows, foot: [] };
}
