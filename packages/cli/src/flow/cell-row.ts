import { clusters, clusterWidth } from '../terminal/width.js';

export type Paint = (text: string) => string;

interface Cell {
  /** Empty behind a wide character. */
  readonly text: string;
  readonly paint: Paint | undefined;
}

/** A line of a terminal that is written in any order, later text over earlier text. */
export class CellRow {
  readonly #cells: (Cell | undefined)[] = [];

  constructor(private readonly width: number) {}

  /** Writes printable text from a column on; what does not fit is left out. Returns the column behind it. */
  put(column: number, text: string, paint?: Paint): number {
    let at = column;
    for (const { text: cluster } of clusters(text)) {
      const cells = clusterWidth(cluster);
      if (at + cells > this.width) break;
      if (cells === 0) continue;
      this.#cells[at] = { text: cluster, paint };
      if (cells === 2) this.#cells[at + 1] = { text: '', paint };
      at += cells;
    }
    return at;
  }

  toString(): string {
    let line = '';
    let run = '';
    let paint: Paint | undefined;
    for (let i = 0; i < this.#cells.length; i++) {
      const cell = this.#cells[i] ?? BLANK;
      if (cell.paint !== paint) {
        line += paint && run !== '' ? paint(run) : run;
        run = '';
        paint = cell.paint;
      }
      run += cell.text;
    }
    line += paint && run !== '' ? paint(run) : run;
    return line.trimEnd();
  }
}

const BLANK: Cell = { text: ' ', paint: undefined };

/** The beginning of a text that fits, with an ellipsis where something was cut off. */
export function clipCells(text: string, width: number): string {
  let cells = 0;
  let clipped = '';
  for (const { text: cluster } of clusters(text)) {
    cells += clusterWidth(cluster);
    if (cells > width) return `${clipped.slice(0, lastBoundary(clipped))}…`;
    clipped += cluster;
  }
  return text;
}

function lastBoundary(text: string): number {
  let last = 0;
  for (const { start } of clusters(text)) last = start;
  return last;
}
