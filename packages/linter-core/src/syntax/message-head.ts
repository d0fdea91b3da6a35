import { skipUnits, TOKEN } from './chars.js';
import { codeUnitsOf, keepCodeUnits } from './code-units.js';
import { skipToken } from './frame-text.js';
import { type HeaderName, headerName, headerNameAt } from './header-names.js';

/** Code units that are looked up at once: enough for most messages, and little enough where a message is short. */
const LENGTH = 1024;

/**
 * The beginning of the message that is being read, whose code units are at hand. Offsets are those of the file, and may lie
 * behind it: then the text of the file answers.
 */
export class MessageHead {
  #offset = 0;
  #text = '';
  #end = 0;

  constructor(readonly fileText: string) {}

  /** Starts with the message at `offset`. */
  begin(offset: number): void {
    this.#offset = offset;
    this.#text = this.fileText.slice(offset, offset + LENGTH);
    this.#end = offset + this.#text.length;
  }

  /** A text that begins with the message up to `end`. */
  textTo(end: number): string {
    return end <= this.#end ? this.#text : this.fileText.slice(this.#offset, end);
  }

  /** The message, which ends at `end`. */
  messageText(end: number): string {
    const text = this.fileText.slice(this.#offset, end);
    if (end <= this.#end) keepCodeUnits(text, this.#text);
    return text;
  }

  /** The end of the token at `start`, not behind `end`. */
  tokenEnd(start: number, end: number): number {
    if (end > this.#end) return skipToken(this.fileText, start, end);
    const offset = this.#offset;
    return offset + skipUnits(codeUnitsOf(this.#text), start - offset, end - offset, TOKEN);
  }

  /** The header field name `[start, end)`, a token. */
  headerName(start: number, end: number): HeaderName {
    const known = end <= this.#end && headerNameAt(codeUnitsOf(this.#text), start - this.#offset, end - this.#offset);
    return known || headerName(this.fileText.slice(start, end));
  }
}
