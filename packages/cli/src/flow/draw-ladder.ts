import type { Ladder, LadderMessage } from '@siplint/core/ladder';
import { printable } from '../terminal/printable.js';
import { displayWidth } from '../terminal/width.js';
import { CellRow, clipCells } from './cell-row.js';
import type { Drawing, TextOptions } from './drawing.js';
import { Gutter } from './gutter.js';
import { labelParts, paintOf } from './message-paint.js';

const UNICODE = { lifeline: '│', dashed: '┆', shaft: '─', right: '▶', left: '◀', loop: '↺', place: '·' } as const;
const ASCII = { lifeline: '|', dashed: ':', shaft: '-', right: '>', left: '<', loop: '@', place: '.' } as const;

/** Cells between two lifelines: less is not legible, and from the good one on a column in front of them is worth more. */
const LEAST_GAP = 16;
const GOOD_GAP = 28;
const WIDEST_NAME = 36;
/** Cells of a label below which its marks give way. */
const LEAST_LABEL = 6;
/** What an arrow needs besides its label: a lifeline, the head, blanks, the shaft, of which a bit more looks better. */
const AROUND_LABEL = { least: 6, good: 9 } as const;

/** The messages as arrows between lifelines; undefined if the terminal is too narrow for that. */
export function drawLadder(ladder: Ladder, options: TextOptions): Drawing | undefined {
  if (ladder.participants.length === 0) return undefined;
  for (let gutter: Gutter | undefined = Gutter.of(ladder); gutter; gutter = gutter.narrower) {
    const columns = layColumns(ladder, options.width - gutter.width);
    // All columns in front of a narrow ladder are worth less than a ladder in which labels have room.
    if (columns && (columns.gap >= columns.wanted || columns.gap >= GOOD_GAP || !gutter.narrower)) {
      return new LadderDrawing(ladder, options, gutter, columns).draw();
    }
  }
  return undefined;
}

interface Columns {
  readonly nameWidth: number;
  readonly gap: number;
  readonly wanted: number;
}

function layColumns({ participants, messages }: Ladder, room: number): Columns | undefined {
  const count = participants.length;
  const names = participants.flatMap(({ name, address = '' }) => [
    displayWidth(printable(name)),
    displayWidth(address),
  ]);
  const widestName = names.reduce((a, b) => Math.max(a, b), 0);
  const nameWidth = Math.min(widestName, WIDEST_NAME, Math.floor((room - 2 * (count - 1)) / count));
  if (count === 1) return nameWidth < LEAST_GAP / 2 ? undefined : { nameWidth, gap: 0, wanted: 0 };
  const widths = messages.map((message) => {
    const { label, marks } = labelParts(message);
    return Math.min(40, displayWidth([label, ...marks].join(' '))) + AROUND_LABEL.good;
  });
  const wanted = Math.max(
    nameWidth + 2,
    widths.reduce((a, b) => Math.max(a, b), 0),
  );
  const gap = Math.min(wanted, Math.floor((room - nameWidth) / (count - 1)));
  return gap < LEAST_GAP ? undefined : { nameWidth, gap, wanted };
}

class LadderDrawing {
  readonly #glyphs: Readonly<Record<keyof typeof UNICODE, string>>;
  readonly #x: ReadonlyMap<string, number>;

  constructor(
    private readonly ladder: Ladder,
    private readonly options: TextOptions,
    private readonly gutter: Gutter,
    private readonly columns: Columns,
  ) {
    this.#glyphs = options.isAscii ? ASCII : UNICODE;
    const first = gutter.width + Math.floor(columns.nameWidth / 2);
    this.#x = new Map(ladder.participants.map(({ id }, i) => [id, first + i * columns.gap]));
  }

  draw(): Drawing {
    const { colors, width } = this.options;
    const { participants } = this.ladder;
    const names = new CellRow(width);
    const addresses = new CellRow(width);
    const titles = this.#lifelines();
    for (const { id, name, address = '', inferred } of participants) {
      this.#putName(
        names,
        id,
        inferred ? `(${printable(name)})` : printable(name),
        inferred ? colors.dim : colors.bold,
      );
      if (address !== name) this.#putName(addresses, id, address, colors.dim);
    }
    this.gutter.putTitles(titles, colors.dim);
    const rows = this.ladder.messages.map((message, i) => this.#row(message, i));
    const below = `${addresses}`;
    return { head: [`${names}`, ...(below === '' ? [] : [below]), `${titles}`], rows, foot: [] };
  }

  #putName(row: CellRow, id: string, text: string, paint: (text: string) => string): void {
    const clipped = clipCells(text, this.columns.nameWidth);
    const centre = this.#x.get(id) ?? 0;
    row.put(Math.max(this.gutter.width, centre - Math.floor(displayWidth(clipped) / 2)), clipped, paint);
  }

  #lifelines(): CellRow {
    const row = new CellRow(this.options.width);
    for (const { id, inferred } of this.ladder.participants) {
      const { lifeline, dashed } = this.#glyphs;
      row.put(this.#x.get(id) ?? 0, inferred ? dashed : lifeline, this.options.colors.dim);
    }
    return row;
  }

  #row(message: LadderMessage, index: number): string {
    const { colors } = this.options;
    const row = this.#lifelines();
    this.gutter.put(row, index, colors.dim);
    const from = this.#x.get(message.from ?? '');
    const to = this.#x.get(message.to ?? '');
    if (from === undefined || to === undefined) this.#putBeside(row, message, this.gutter.width, this.#glyphs.place);
    else if (from === to) this.#putBeside(row, message, from + 1, this.#glyphs.loop);
    else this.#putArrow(row, message, from, to);
    return `${row}`;
  }

  #putBeside(row: CellRow, message: LadderMessage, at: number, glyph: string): void {
    const { label, marks } = labelParts(message);
    const room = this.options.width - at - 2;
    row.put(at, `${glyph} ${clipCells([label, ...marks].join(' '), room)} `, paintOf(message, this.options.colors));
  }

  #putArrow(row: CellRow, message: LadderMessage, from: number, to: number): void {
    const paint = paintOf(message, this.options.colors);
    const { shaft, right, left } = this.#glyphs;
    const start = Math.min(from, to) + 1;
    const length = Math.abs(to - from) - 1;
    row.put(start, shaft.repeat(length), paint);
    if (to > from) row.put(to - 1, right, paint);
    else row.put(start, left, paint);
    const label = this.#label(message, length + 1 - AROUND_LABEL.least);
    const behindHead = to > from ? start : start + 1;
    row.put(behindHead + Math.floor((length - 3 - displayWidth(label)) / 2), ` ${label} `, paint);
  }

  /** The label with its marks, as far as there is room. */
  #label(message: LadderMessage, room: number): string {
    const { label, marks } = labelParts(message);
    const whole = [label, ...marks].join(' ');
    if (displayWidth(whole) <= room) return whole;
    const brief = marks.map((mark) => ` ${mark.split(' ', 1)[0]}`).join('');
    const roomForLabel = room - displayWidth(brief);
    return roomForLabel < LEAST_LABEL ? clipCells(label, room) : clipCells(label, roomForLabel) + brief;
  }
}
