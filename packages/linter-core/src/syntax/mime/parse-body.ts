import type { SipMessage } from '../message.js';
import { CR, HTAB, HYPHEN, LF, SP } from '../values/codes.js';
import { BodyPart, type DelimiterLine } from './body-part.js';
import { readBoundary } from './boundary.js';
import { OpenMultipart } from './open-multipart.js';
import { PartHeaders } from './part-headers.js';

/** The body itself is at depth 0. A multipart that is nested deeper is not divided. */
export const MAX_MULTIPART_DEPTH = 32;

/**
 * Reads the body of a message as a tree of MIME parts (RFC 2046 §5.1), in time linear in its length and whatever stands in
 * it. A body that is no multipart is one part. `bodyOf` keeps what it read.
 */
export function parseBody(message: SipMessage): BodyPart {
  const { start, end } = message.body;
  const body = new BodyPart(message, undefined, start, end, message.fields);
  if (body.isMultipart && !body.isEncoded) new MultipartWalk(message, start, end).read(body);
  return body;
}

/**
 * One pass over the content of the outermost multipart. The delimiters of all multiparts that are open are known at once, so
 * that an outer one ends inner ones that are not closed (RFC 2046 §5.1.2).
 */
class MultipartWalk {
  readonly text: string;
  readonly #open: OpenMultipart[] = [];
  /** The innermost open multipart of each boundary. */
  readonly #byBoundary = new Map<string, OpenMultipart>();
  /** The header section that is being read; undefined in content. */
  #headers: PartHeaders | undefined;
  readonly #terminator: '\n' | '\r';

  constructor(
    readonly message: SipMessage,
    readonly start: number,
    readonly end: number,
  ) {
    this.text = message.text;
    // Lines end in CR alone only where no LF does.
    this.#terminator = message.lineEnds === 'cr' ? '\r' : '\n';
  }

  read(body: BodyPart): void {
    this.#openMultipart(body);
    const { text, end } = this;
    let at = this.start;
    while (at < end && this.#open.length > 0) {
      const isCandidate = text.charCodeAt(at) === HYPHEN && text.charCodeAt(at + 1) === HYPHEN;
      if (isCandidate || this.#headers) {
        const terminator = this.#lineEnd(at);
        const next = Math.min(terminator + 1, end);
        if (isCandidate && this.#readDelimiter(at, terminator, next)) at = next;
        else if (this.#headers) at = this.#readHeaderLine(this.#headers, at, terminator, next);
        else at = this.#nextCandidate(at);
      } else at = this.#nextCandidate(at);
    }
    this.#endParts(0, end);
    this.#cutOffTo(0);
  }

  /** The offset of the line terminator at or behind `at`, or the end of the content. */
  #lineEnd(at: number): number {
    const found = this.text.indexOf(this.#terminator, at);
    return found < 0 || found >= this.end ? this.end : found;
  }

  /** The start of the next line that begins with two hyphens, or the end. */
  #nextCandidate(at: number): number {
    const found = this.text.indexOf(`${this.#terminator}--`, at);
    return found < 0 || found >= this.end ? this.end : found + 1;
  }

  #readHeaderLine(headers: PartHeaders, at: number, terminator: number, next: number): number {
    const { text } = this;
    const contentEnd = terminator > at && text.charCodeAt(terminator - 1) === CR ? terminator - 1 : terminator;
    if (headers.readLine(at, contentEnd, next)) return next;
    this.#headers = undefined;
    const { part } = headers;
    if (part.isMultipart && !part.isEncoded && !part.hasMalformedHeaders) this.#openMultipart(part);
    return part.contentStart;
  }

  #openMultipart(part: BodyPart): void {
    // The parts of a part at the limit would be one deeper.
    if (this.#open.length >= MAX_MULTIPART_DEPTH) {
      part.isTooDeep = true;
      return;
    }
    if (part.parent) part.contentEnd = this.end;
    const boundary = readBoundary(part);
    if (boundary === undefined) return;
    const key = boundary.trimEnd();
    const open = new OpenMultipart(part, boundary, this.#byBoundary.get(key));
    this.#open.push(open);
    this.#byBoundary.set(key, open);
  }

  /** Reads the line at `at` if it is a delimiter of an open multipart. */
  #readDelimiter(at: number, terminator: number, next: number): boolean {
    const { text } = this;
    let lineEnd = terminator;
    while (lineEnd > at && isPadding(text.charCodeAt(lineEnd - 1))) lineEnd--;
    const found = text.slice(at + 2, lineEnd);
    let open = this.#byBoundary.get(found);
    const isClose = !open && found.endsWith('--');
    if (isClose) open = this.#byBoundary.get(found.slice(0, -2));
    const line = { start: at, end: lineEnd };
    if (!open) {
      const slipped = found.endsWith('-') ? this.#byBoundary.get(found.slice(0, -1)) : undefined;
      if (!slipped) return false;
      slipped.noteSlip({ start: this.#startWithLineEnd(at, slipped), end: lineEnd, line });
      // In a header section it would be a malformed line.
      this.#headers?.finish(at);
      this.#headers = undefined;
      return false;
    }
    const level = this.#open.indexOf(open);
    const start = this.#startWithLineEnd(at, open);
    this.#endParts(level, start);
    this.#cutOffTo(level + 1);
    const delimiter: DelimiterLine = { start, end: isClose ? lineEnd : next, line };
    if (isClose) {
      open.close(delimiter);
      this.#pop();
    } else {
      this.#headers = new PartHeaders(this.message, open.part, next);
      open.beginPart(delimiter, this.#headers.part);
    }
    return true;
  }

  /** The start of the line end in front of a delimiter line, which belongs to it unless another delimiter has it. */
  #startWithLineEnd(at: number, open: OpenMultipart): number {
    let floor = open.floor;
    const innermost = this.#open[this.#open.length - 1];
    if (innermost) floor = Math.max(floor, innermost.floor);
    let start = at;
    if (start > floor) start--;
    if (start > floor && this.text.charCodeAt(start) === LF && this.text.charCodeAt(start - 1) === CR) start--;
    return start;
  }

  /** Ends the parts that are being read in the open multiparts from a level on. */
  #endParts(level: number, end: number): void {
    this.#headers?.finish(end);
    this.#headers = undefined;
    for (let i = level; i < this.#open.length; i++) this.#open[i]?.endPart(end);
  }

  /** Ends the innermost multiparts, down to a number of open ones, without a close delimiter. */
  #cutOffTo(count: number): void {
    while (this.#open.length > count) this.#pop()?.cutOff(count === 0 && this.#open.length > 0);
  }

  #pop(): OpenMultipart | undefined {
    const open = this.#open.pop();
    if (!open) return undefined;
    const key = open.boundary.trimEnd();
    if (open.shadowed) this.#byBoundary.set(key, open.shadowed);
    else this.#byBoundary.delete(key);
    return open;
  }
}

/** transport-padding, and the CR of the line end. */
function isPadding(code: number): boolean {
  return code === SP || code === HTAB || code === CR;
}
