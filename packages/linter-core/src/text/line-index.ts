import type { LineView, Terminator } from './source-view.js';

/** A position as people count: both 1-based, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offset to line and column, and back. A line ends behind LF, or behind CR in a text that has no LF at all. */
export class LineIndex implements LineView {
  /** Offset of the first character of each line; the first is 0. */
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string, terminator: Terminator = text.includes('\n') ? '\n' : '\r') {
    this.#starts = lineStarts(text, terminator);
    this.#length = text.length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The position of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle + 1) <= inside) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: inside - this.startOf(low + 1) + 1 };
  }

  /** The offset of a position; a position outside the text is moved to its nearest end. */
  offsetAt(position: Position): number {
    if (position.line > this.#starts.length) return this.#length;
    return Math.min(this.#length, this.startOf(position.line) + Math.max(0, position.column - 1));
  }

  /** The offset of the first character of a 1-based line. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#length;
  }
}

function lineStarts(text: string, terminator: Terminator): number[] {
  const starts = [0];
  for (let at = text.indexOf(terminator); at >= 0; at = text.indexOf(terminator, at + 1)) starts.push(at + 1);
  return starts;
}
