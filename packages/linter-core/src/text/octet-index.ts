import type { Terminator } from './source-view.js';

/** `stored`: octets as they are. `crlf`: every line end counts as the two octets of CRLF, as on the wire. */
export type LineEndCount = 'stored' | 'crlf';

/** Code units between two marks; also the longest walk without marks. */
const STEP = 512;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Finds the place a number of octets further on. A short way is walked; for a long one the octets are summed once at marks
 * all over the text, so that a question costs a bounded number of steps wherever it points.
 */
export class OctetIndex {
  /** Octets before each multiple of STEP. */
  #marks: Float64Array | undefined;
  readonly #isIdentity: boolean;
  /** The character that ends a line where no CRLF does: LF, or CR in a text without LF. */
  readonly #loneTerminator: number;

  constructor(
    readonly text: string,
    readonly lineEnds: LineEndCount,
    /** True if every character is one octet. */
    readonly isSingleByte: boolean,
    terminator: Terminator,
  ) {
    this.#isIdentity = isSingleByte && lineEnds === 'stored';
    this.#loneTerminator = terminator === '\n' ? LF : CR;
  }

  /** The offset `octets` after `start`; undefined beyond the end, inside a character, or inside a counted CRLF. */
  offsetAfter(start: number, octets: number): number | undefined {
    if (this.#isIdentity) return start + octets <= this.text.length ? start + octets : undefined;
    if (octets <= STEP) return this.#walk(start, octets);
    const marks = this.#marksOfText();
    const target = this.before(start) + octets;
    let low = 0;
    let high = marks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((marks[middle] ?? 0) <= target) low = middle;
      else high = middle;
    }
    return this.#walk(low * STEP, target - (marks[low] ?? 0));
  }

  /** The number of octets before an offset; inside a surrogate pair those before the pair. */
  before(offset: number): number {
    if (this.#isIdentity) return offset;
    const marks = this.#marksOfText();
    const mark = Math.floor(offset / STEP);
    let octets = marks[mark] ?? 0;
    for (let at = mark * STEP; at < offset; at++) octets += this.#octetsAt(at);
    return octets;
  }

  /** The number of octets of `[start, end)`. */
  length(start: number, end: number): number {
    if (this.#isIdentity) return end - start;
    if (this.isSingleByte) return end - start + this.#loneTerminators(start, end);
    let octets = 0;
    for (let at = start; at < end; at++) octets += this.#octetsAt(at);
    return octets;
  }

  #walk(start: number, octets: number): number | undefined {
    let at = start;
    let left = octets;
    if (this.isSingleByte) {
      const { text } = this;
      const terminator = this.#loneTerminator;
      for (; left > 0 && at < text.length; at++) left -= text.charCodeAt(at) === terminator && this.#isLone(at) ? 2 : 1;
      return left === 0 ? at : undefined;
    }
    while (left > 0 && at < this.text.length) {
      left -= this.#octetsAt(at);
      at++;
    }
    return left === 0 ? at : undefined;
  }

  #loneTerminators(start: number, end: number): number {
    const terminator = String.fromCharCode(this.#loneTerminator);
    let count = 0;
    for (
      let at = this.text.indexOf(terminator, start);
      at >= 0 && at < end;
      at = this.text.indexOf(terminator, at + 1)
    ) {
      if (this.#isLone(at)) count++;
    }
    return count;
  }

  #marksOfText(): Float64Array {
    if (this.#marks) return this.#marks;
    const marks = new Float64Array(Math.floor(this.text.length / STEP) + 1);
    let octets = 0;
    for (let at = 0; at < this.text.length; at++) {
      if (at % STEP === 0) marks[at / STEP] = octets;
      octets += this.#octetsAt(at);
    }
    if (this.text.length % STEP === 0) marks[this.text.length / STEP] = octets;
    this.#marks = marks;
    return marks;
  }

  /** The octets that the code unit at `at` adds: a surrogate pair adds its four at the second unit. */
  #octetsAt(at: number): number {
    const code = this.text.charCodeAt(at);
    if (code < 0x80) return this.lineEnds === 'crlf' && code === this.#loneTerminator && this.#isLone(at) ? 2 : 1;
    if (this.isSingleByte) return 1;
    if (code < 0x800) return 2;
    if (isHighSurrogate(code) && isLowSurrogate(this.text.charCodeAt(at + 1))) return 0;
    if (isLowSurrogate(code) && at > 0 && isHighSurrogate(this.text.charCodeAt(at - 1))) return 4;
    return 3;
  }

  #isLone(at: number): boolean {
    return this.#loneTerminator === CR || at === 0 || this.text.charCodeAt(at - 1) !== CR;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
