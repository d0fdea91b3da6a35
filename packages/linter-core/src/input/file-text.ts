import { skipCrBack, skipSpace } from '../syntax/frame-text.js';
import type { SourceText } from '../text/source-text.js';
import type { Terminator } from '../text/source-view.js';

/** The text of a file as the segmenter walks it: lines by offset, placeholders masked. */
export class FileText {
  readonly length: number;
  readonly isMasked: boolean;
  /** Where the start line stands that was found last; -1 before the first. */
  startLine = -1;
  startLineEnd = -1;
  readonly #terminator: Terminator;

  constructor(
    readonly source: SourceText,
    /** As long as the text of the source. */
    readonly text: string,
  ) {
    this.length = text.length;
    this.isMasked = text !== source.text;
    this.#terminator = source.terminator;
  }

  /** Start of the line behind the one at `at`. */
  nextLine(at: number): number {
    const found = this.text.indexOf(this.#terminator, at);
    return found < 0 ? this.length : found + 1;
  }

  /** End of the line at `at` without its terminator, given the start of the next line. */
  contentEnd(at: number, next: number): number {
    const terminated = next > at && this.text.charAt(next - 1) === this.#terminator;
    return skipCrBack(this.text, at, terminated ? next - 1 : next);
  }

  /** End of the line at `at` with its CRs, sought no further than `limit` characters; -1 if it is longer. */
  lineEndWithin(at: number, limit: number): number {
    const last = Math.min(this.length, at + limit);
    const found = this.text.slice(at, last).indexOf(this.#terminator);
    if (found >= 0) return at + found;
    return last === this.length ? last : -1;
  }

  isLineStart(at: number): boolean {
    return at === 0 || this.text.charAt(at - 1) === this.#terminator;
  }

  isInsideCrlf(at: number): boolean {
    return this.text.charAt(at) === '\n' && this.text.charAt(at - 1) === '\r';
  }

  /** True if `[start, end)` holds nothing but white space and line ends. */
  isBlankText(start: number, end: number): boolean {
    return skipSpace(this.text, start, end) === end;
  }

  /** True if `[start, end)` holds nothing but spaces and tabs. */
  isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x09) return false;
    }
    return true;
  }
}
