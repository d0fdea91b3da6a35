import { skipUnits, TOKEN } from './chars.js';
import { codeUnitsOf, keepCodeUnits } from './code-units.js';
import type { FrameIssues } from './frame-issues.js';
import { HeaderField } from './header-field.js';
import { type HeaderName, headerName, headerNameAt } from './header-names.js';
import type { SipMessage } from './message.js';
import { COLON, CR, HTAB, LF, SP } from './values/codes.js';

/** Code units that are looked up at once: enough for most messages, and little enough where a message is short. */
const LENGTH = 1024;

/** The beginning of the message that is being read, whose code units are at hand. */
export class MessageHead {
  /** What `#readPlainField` found, by offsets in the message. */
  #nameEnd = 0;
  #valueStart = 0;
  #valueEnd = 0;
  #contentEnd = 0;
  #next = 0;
  /** True if the line of the field ends in CRLF, false for LF. */
  #isCrlf = false;
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

  /** A text that begins with the message up to `end`, an offset in the file. */
  textTo(end: number): string {
    return end <= this.#end ? this.#text : this.fileText.slice(this.#offset, end);
  }

  /** The message, which ends at `end`, an offset in the file. */
  messageText(end: number): string {
    const text = this.fileText.slice(this.#offset, end);
    if (end <= this.#end) keepCodeUnits(text, this.#text);
    return text;
  }

  /**
   * Reads header fields from an offset in the file on, as long as they are plain, and adds them to the message. Returns the
   * offset of the first other line.
   */
  readPlainFields(start: number, message: SipMessage, issues: FrameIssues): number {
    const offset = this.#offset;
    let at = start - offset;
    while (this.#readPlainField(at)) {
      const next = this.#next;
      issues.countPlainLine(offset + at, offset + this.#contentEnd, offset + next, this.#isCrlf);
      const name = this.#nameFrom(at);
      message.addField(
        new HeaderField(message, name, at, this.#nameEnd, this.#nameEnd, this.#valueStart, this.#valueEnd, next, true),
      );
      at = next;
    }
    return offset + at;
  }

  /**
   * Reads the header field at an offset in the message, if it is written as nearly all are: a token and a colon, a value on
   * one line, a terminator without anything odd before it. False for everything else.
   */
  #readPlainField(start: number): boolean {
    const units = codeUnitsOf(this.#text);
    const { length } = this.#text;
    const nameEnd = skipUnits(units, start, length, TOKEN);
    const first = units[start] as number;
    // What begins with a digit may be a timestamp.
    if (nameEnd === start || units[nameEnd] !== COLON || (first >= 0x30 && first <= 0x39)) return false;
    let valueStart = nameEnd + 1;
    while (units[valueStart] === SP) valueStart++;
    let contentEnd = valueStart;
    while ((units[contentEnd] as number) > CR) contentEnd++;
    const isCrlf = units[contentEnd] === CR;
    const terminator = isCrlf ? contentEnd + 1 : contentEnd;
    const next = terminator + 1;
    if (units[terminator] !== LF || valueStart === contentEnd || this.#mayContinue(units[next], next)) return false;
    let valueEnd = contentEnd;
    while (units[valueEnd - 1] === SP) valueEnd--;
    this.#nameEnd = nameEnd;
    this.#valueStart = valueStart;
    this.#valueEnd = valueEnd;
    this.#contentEnd = contentEnd;
    this.#next = next;
    this.#isCrlf = isCrlf;
    return true;
  }

  /** The name from `start` to `nameEnd`. */
  #nameFrom(start: number): HeaderName {
    return (
      headerNameAt(codeUnitsOf(this.#text), start, this.#nameEnd) ?? headerName(this.#text.slice(start, this.#nameEnd))
    );
  }

  /** True if the line at `next` continues the one before it, or begins behind what is at hand. */
  #mayContinue(code: number | undefined, next: number): boolean {
    if (code === SP || code === HTAB) return true;
    return next >= this.#text.length && this.#end < this.fileText.length;
  }
}
