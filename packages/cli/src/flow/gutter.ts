import { type Ladder, type LadderMessage, timeTexts } from '@siplint/core/ladder';
import { printable } from '../terminal/printable.js';
import { displayWidth } from '../terminal/width.js';
import type { Paint } from './cell-row.js';
import { type CellRow, clipCells } from './cell-row.js';

/** Where a message begins, short enough to leave room for the ladder. */
function placeOf({ file, line }: LadderMessage): string {
  return file === undefined ? `${line}` : `${clipCells(printable(file), LONGEST_FILE)}:${line}`;
}

interface GutterColumn {
  readonly title: string;
  readonly cells: readonly string[];
  readonly width: number;
}

const GAP = 2;
const LONGEST_TRANSPORT = 8;
const LONGEST_FILE = 24;

/** The columns in front of the ladder; a narrow terminal has room for the first ones only. */
export class Gutter {
  private constructor(private readonly columns: readonly GutterColumn[]) {}

  /** All columns that say something, the most telling first. */
  static of(ladder: Ladder): Gutter {
    const { messages, calls } = ladder;
    const times = timeTexts(ladder);
    const column = (title: string, textOf: (message: LadderMessage, i: number) => string): GutterColumn[] => {
      const cells = messages.map(textOf);
      if (cells.every((cell) => cell === '')) return [];
      const width = cells.reduce((widest, cell) => Math.max(widest, displayWidth(cell)), title.length);
      return [{ title, cells, width }];
    };
    const callOf = ({ call }: LadderMessage) => (call === undefined ? '' : `${call + 1}`);
    return new Gutter([
      ...column(messages.some(({ file }) => file !== undefined) ? 'file' : 'line', placeOf),
      ...(calls.length > 1 ? column('call', callOf) : []),
      ...column('time', (_, i) => times[i]?.elapsed ?? ''),
      ...column('CSeq', ({ cseq }) => (cseq === undefined ? '' : `${cseq}`)),
      ...column('after', (_, i) => times[i]?.delta ?? ''),
      ...column('', ({ transport = '' }) => clipCells(printable(transport), LONGEST_TRANSPORT)),
    ]);
  }

  /** The columns without the last one; undefined if only one is left. */
  get narrower(): Gutter | undefined {
    return this.columns.length > 1 ? new Gutter(this.columns.slice(0, -1)) : undefined;
  }

  get width(): number {
    return this.columns.reduce((sum, { width }) => sum + width + GAP, 0);
  }

  putTitles(row: CellRow, paint: Paint): void {
    this.#put(row, paint, ({ title }) => title);
  }

  put(row: CellRow, message: number, paint: Paint): void {
    this.#put(row, paint, ({ cells }) => cells[message] ?? '');
  }

  #put(row: CellRow, paint: Paint, textOf: (column: GutterColumn) => string): void {
    let at = 0;
    for (const column of this.columns) {
      const text = textOf(column);
      row.put(at + column.width - displayWidth(text), text, paint);
      at += column.width + GAP;
    }
  }
}
