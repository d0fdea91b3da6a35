import type { Terminator } from '../text/source-view.js';
import { CR } from './values/codes.js';

/** How the current line ends. */
export type LineEnd = 'crlf' | 'lf' | 'cr' | 'none';

/**
 * Walks a text line by line, each line with its own terminator. CRLF and LF each end a line; a lone CR only in a text that
 * has no LF at all, elsewhere it is part of the line and counted as stray. One scanner serves a whole file, forwards.
 */
export class LineScanner {
  /** Start of the current line. */
  start = 0;
  /** End of the current line without its terminator. */
  contentEnd = 0;
  /** Start of the next line. */
  next = 0;
  end: LineEnd = 'none';
  /** Offset of the first CR in the current line that is no part of its terminator; -1 if there is none. */
  strayCr = -1;
  #nextCr = -1;
  /** The offset behind which `#nextCr` was sought. */
  #soughtFrom = -1;

  constructor(
    readonly text: string,
    private readonly terminator: Terminator,
  ) {}

  /** Makes the line that starts at `start` the current one. */
  read(start: number): void {
    const { text } = this;
    this.start = start;
    const at = text.indexOf(this.terminator, start);
    if (at < 0) {
      this.contentEnd = text.length;
      this.next = text.length;
      this.end = 'none';
      this.strayCr = this.terminator === '\r' ? -1 : this.#crIn(start, text.length);
      return;
    }
    this.next = at + 1;
    if (this.terminator === '\r') {
      this.contentEnd = at;
      this.end = 'cr';
      return;
    }
    const isCrlf = at > start && text.charCodeAt(at - 1) === CR;
    this.contentEnd = isCrlf ? at - 1 : at;
    this.end = isCrlf ? 'crlf' : 'lf';
    this.strayCr = this.#crIn(start, this.contentEnd);
  }

  /** True if the current line holds nothing, or nothing but stray CRs. */
  get isEmpty(): boolean {
    if (this.contentEnd === this.start) return true;
    if (this.strayCr !== this.start) return false;
    for (let at = this.start; at < this.contentEnd; at++) if (this.text.charCodeAt(at) !== CR) return false;
    return true;
  }

  #crIn(start: number, end: number): number {
    if (this.#nextCr < start || start < this.#soughtFrom) {
      const at = this.text.indexOf('\r', start);
      this.#nextCr = at < 0 ? Number.POSITIVE_INFINITY : at;
      this.#soughtFrom = start;
    }
    return this.#nextCr < end ? this.#nextCr : -1;
  }
}
