import { NGREP } from './ngrep.js';

/** A start line as `ngrep -W byline` prints it, which puts a dot for each CR. */
const TELLING = ['SIP/2.0.\n', ' OK.\n', ' Trying.\n'];
const LONGEST_HEADER = 300;

/**
 * Gives the messages of an ngrep trace their line ends back, so that `SIP/2.0.` and LF is CRLF again. The text, or each piece
 * of it, keeps its length; it is the same text if it is no such trace.
 */
export class NgrepLineEnds {
  readonly #mayBeNgrep: boolean;
  /** True behind a line of ngrep. */
  #isNgrep = false;
  /** Where the first line of ngrep stands in this piece. */
  #first = Number.POSITIVE_INFINITY;

  /** @param includes True if a text stands anywhere in the file. */
  constructor(includes: (text: string) => boolean) {
    // Little else holds an arrow as it stands between the two addresses of its lines, so this is soon known.
    this.#mayBeNgrep = includes('-> ') && TELLING.some(includes);
  }

  restore(text: string): string {
    this.#first = Number.POSITIVE_INFINITY;
    if (!this.#mayBeNgrep) return text;
    const parts: string[] = [];
    let isNgrep = this.#isNgrep;
    let copied = 0;
    for (let at = 0; at < text.length; ) {
      const found = text.indexOf('\n', at);
      const next = found < 0 ? text.length : found + 1;
      const first = text.charAt(at);
      const mayBegin = (first === 'U' || first === 'T') && next - at < LONGEST_HEADER;
      if (mayBegin && NGREP.read(text.slice(at, next).trimEnd())) {
        isNgrep = true;
        this.#first = Math.min(this.#first, at);
      } else if (isNgrep && found > at && text.charAt(found - 1) === '.') {
        parts.push(text.slice(copied, found - 1), '\r');
        copied = found;
      }
      at = next;
    }
    parts.push(text.slice(copied));
    return isNgrep ? parts.join('') : text;
  }

  /** The next piece begins at an offset in this one. */
  passTo(at: number): void {
    if (this.#first < at) this.#isNgrep = true;
  }
}
