import type { Range } from '../../text/range.js';
import { hasPlaceholder } from '../chars.js';
import { skipSpace } from '../frame-text.js';
import { paramOf } from '../nodes.js';
import type { BodyPart, DelimiterLine } from './body-part.js';

/** A multipart while its content is read. */
export class OpenMultipart {
  readonly parts: BodyPart[] = [];
  readonly #delimiters: DelimiterLine[] = [];
  /** The part that is being read. */
  current: BodyPart | undefined;
  /** A line with one hyphen behind the boundary, which was meant to be the close delimiter. */
  #slip: DelimiterLine | undefined;

  constructor(
    readonly part: BodyPart,
    readonly boundary: string,
    /** The multipart around it that has the same boundary; the inner one takes the delimiters until it is closed. */
    readonly shadowed: OpenMultipart | undefined,
  ) {}

  /** Behind the last delimiter: what a line end in front of the next one must not reach into. */
  get floor(): number {
    return this.#delimiters[this.#delimiters.length - 1]?.end ?? this.part.contentStart;
  }

  /** A delimiter that begins a part. */
  beginPart(delimiter: DelimiterLine, part: BodyPart): void {
    this.#delimiters.push(delimiter);
    this.parts.push(part);
    this.current = part;
  }

  endPart(end: number): void {
    const part = this.current;
    if (!part) return;
    part.end = Math.max(part.start, end);
    part.contentStart = Math.min(part.contentStart, part.end);
    part.contentEnd = part.end;
    this.current = undefined;
  }

  /** Notes a line that may turn out to be a close delimiter with a hyphen missing. */
  noteSlip(line: DelimiterLine): void {
    this.#slip = line;
  }

  /** Ends it at its close delimiter. */
  close(delimiter: DelimiterLine): void {
    this.#finish(delimiter, true);
  }

  /**
   * Ends it where its content ends, without a close delimiter. If the multipart around it is `truncated` at the same place,
   * the one finding is that of the outermost.
   */
  cutOff(truncated: boolean): void {
    const { part, boundary } = this;
    const { text } = part.message;
    const last = this.#delimiters[this.#delimiters.length - 1];
    const end = part.contentEnd;
    if (!last) {
      this.#finish(undefined, false);
      if (truncated || hasPlaceholder(part.content)) return;
      const field = part.field('Content-Type');
      const param = field?.value && paramOf(field.value, 'boundary');
      if (param) part.report('mime.multipart.delimiter-missing', param, { boundary }, field);
      return;
    }
    const meant = this.#meantAsClose(last);
    this.#finish(meant, false);
    if ((truncated && !meant) || hasPlaceholder(text.slice(last.end, end))) return;
    const { line } = meant ?? last;
    part.report('mime.multipart.not-closed', line, { boundary, found: text.slice(line.start, line.end) });
  }

  /**
   * The line that was meant to be the close delimiter: one with a single hyphen behind it, or a delimiter behind which
   * nothing stands. The part it seemed to be in, or to begin, is put right.
   */
  #meantAsClose(last: DelimiterLine): DelimiterLine | undefined {
    const part = this.parts[this.parts.length - 1];
    if (!part) return undefined;
    const slip = this.#slip;
    // What the part is known to hold must not be cut.
    const held = part.multipart ? part.epilogue.start : last.end;
    if (slip && slip.start >= held) {
      this.current = part;
      this.endPart(slip.start);
      return slip;
    }
    const { text } = this.part.message;
    if (skipSpace(text, part.start, part.end) < part.end) return undefined;
    this.parts.pop();
    this.#delimiters.pop();
    return last;
  }

  #finish(closeDelimiter: DelimiterLine | undefined, isClosed: boolean): void {
    const { part, boundary } = this;
    const preambleEnd = (this.#delimiters[0] ?? closeDelimiter)?.start ?? part.contentEnd;
    const preamble: Range = { start: part.contentStart, end: preambleEnd };
    part.parts = this.parts;
    part.multipart = { boundary, preamble, delimiters: this.#delimiters, closeDelimiter, isClosed };
  }
}
