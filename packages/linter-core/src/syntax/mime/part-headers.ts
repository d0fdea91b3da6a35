import { lookupHeader } from '../../registry/headers.js';
import { hasPlaceholder } from '../chars.js';
import { colonOfField, skipSpace, skipSpaceBack } from '../frame-text.js';
import { HeaderField } from '../header-field.js';
import { namedBy } from '../header-names.js';
import type { SipMessage } from '../message.js';
import { HTAB, SP } from '../values/codes.js';
import { BodyPart } from './body-part.js';

/** Reads the header section of a body part (MIME-part-headers, RFC 2046 §5.1.1) line by line. */
export class PartHeaders {
  readonly #fields: HeaderField[] = [];
  readonly part: BodyPart;
  /** Start of the row that is being read, which following lines may continue; -1 if there is none. */
  #rowStart = -1;
  #colon = 0;
  #rowEnd = 0;

  constructor(message: SipMessage, parent: BodyPart, start: number) {
    this.part = new BodyPart(message, parent, start, start, this.#fields);
  }

  /**
   * Takes the line `[start, contentEnd)`, the next one at `next`. True if the header section goes on behind it; otherwise the
   * content of the part starts behind it, or at it if it is no header line.
   */
  readLine(start: number, contentEnd: number, next: number): boolean {
    const { part } = this;
    const { text } = part.message;
    if (contentEnd === start) {
      this.finish(next);
      return false;
    }
    const first = text.charCodeAt(start);
    if (this.#rowStart >= 0 && (first === SP || first === HTAB)) {
      this.#rowEnd = next;
      return true;
    }
    const colon = colonOfField(text, start, contentEnd);
    if (colon < 0) {
      const line = text.slice(start, contentEnd);
      if (hasPlaceholder(line)) {
        part.hasUnknownFields = true;
        return true;
      }
      part.hasMalformedHeaders = true;
      part.report('mime.part.headers-malformed', { start, end: contentEnd }, { found: line.slice(0, 80) });
      this.finish(start);
      return false;
    }
    this.#endRow();
    this.#rowStart = start;
    this.#colon = colon;
    this.#rowEnd = next;
    return true;
  }

  /** Ends the header section; the content starts at `contentStart`. */
  finish(contentStart: number): void {
    this.#endRow();
    this.part.contentStart = contentStart;
  }

  #endRow(): void {
    if (this.#rowStart < 0) return;
    const { message } = this.part;
    const { text } = message;
    const nameEnd = skipSpaceBack(text, this.#rowStart, this.#colon);
    const valueEnd = skipSpaceBack(text, this.#colon + 1, this.#rowEnd);
    const valueStart = skipSpace(text, this.#colon + 1, valueEnd);
    const name = text.slice(this.#rowStart, nameEnd);
    this.#fields.push(
      new HeaderField(
        message,
        namedBy(name, lookupContentField(name)),
        this.#rowStart,
        valueStart,
        valueEnd,
        this.#rowEnd,
        true,
      ),
    );
    this.#rowStart = -1;
  }
}

/** Only header fields that begin with `Content-` have a meaning in a body part, and no compact forms (RFC 2046 §5.1). */
function lookupContentField(name: string): ReturnType<typeof lookupHeader> {
  return name.length > 8 && name.slice(0, 8).toLowerCase() === 'content-' ? lookupHeader(name) : undefined;
}
