import type { Position } from './line-index.js';
import type { TextEncoding } from './source-text.js';

/** What stands at the end of each line: LF, or CR in a text that has no LF at all. */
export type Terminator = '\n' | '\r';

/** What can be asked of the text of a file whether all of it is at hand or not. Offsets are those of the file. */
export interface SourceView {
  readonly encoding: TextEncoding;
  /** Code units of the text. */
  readonly length: number;
  readonly lines: LineView;
  /** The text of `[start, end)`. */
  slice(start: number, end: number): string;
  /** The number of octets before an offset; inside a surrogate pair those before the pair. */
  octetsBefore(offset: number): number;
}

/** Offset to line and column, and back. */
export interface LineView {
  readonly count: number;
  /** The position of an offset; an offset outside the text is moved to its nearest end. */
  positionAt(offset: number): Position;
  /** The offset of the first character of a 1-based line; the end of the text behind the last. */
  startOf(line: number): number;
}
