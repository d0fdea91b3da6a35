import type { Terminator } from '../text/source-view.js';
import { colonOfField, isEmptyLine, skipSpace } from './frame-text.js';
import { HTAB, SP } from './values/codes.js';

/** What the frame parser asks about the lines behind the one it reads. */
export class LookAhead {
  /** True in the indented lines right behind the start line, each of which may be a header field. */
  isIndented = false;
  /** True if the text ended before it was decided whether a body starts. */
  ranOut = false;
  /** A line further on that is known to look like a header field. */
  #fieldAhead = -1;

  constructor(
    readonly text: string,
    private readonly terminator: Terminator,
    readonly isBoundary: (start: number, end: number) => boolean,
  ) {}

  /** Starts a message. */
  begin(): void {
    this.#fieldAhead = -1;
    this.ranOut = false;
  }

  /** The offset of the LF (or lone CR) that ends the line at `start`, or the end of the text. */
  endOf(start: number): number {
    const at = this.text.indexOf(this.terminator, start);
    return at < 0 ? this.text.length : at;
  }

  /** True if the line at `at` continues the one before it. */
  isFold(at: number): boolean {
    if (!isIndented(this.text, at)) return false;
    return !this.isIndented || !this.looksLikeField(skipSpace(this.text, at, this.endOf(at)));
  }

  /** True for a separator `[at, end)` that reads like a header field: `12:30:00.5`. */
  isTimestamp(at: number, end: number): boolean {
    const first = this.text.charCodeAt(at);
    return first >= 0x30 && first <= 0x39 && this.isBoundary(at, end);
  }

  looksLikeField(at: number): boolean {
    return at < this.text.length && colonOfField(this.text, at, this.endOf(at)) >= 0;
  }

  /**
   * True if the line before `next`, which is no header field, begins the body: none of the lines up to an empty line or the
   * end looks like a header field. A single such line before an empty line is a malformed row.
   */
  isBodyStart(next: number): boolean {
    if (this.#fieldAhead >= next) return false;
    const { text } = this;
    for (let at = next; at < text.length; ) {
      const end = this.endOf(at);
      if (isEmptyLine(text, at, end)) return at > next;
      if (this.isBoundary(at, end)) return true;
      if (colonOfField(text, at, end) >= 0) {
        this.#fieldAhead = at;
        return false;
      }
      at = end + 1;
    }
    this.ranOut = true;
    return true;
  }
}

/** True if a line starts at `at` and begins with white space. */
export function isIndented(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code === SP || code === HTAB;
}
