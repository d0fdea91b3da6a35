import type { Terminator } from '../text/source-view.js';
import { skipUnits, TOKEN } from './chars.js';
import { type CodeUnits, codeUnitsOf, keepCodeUnits } from './code-units.js';
import type { FrameIssues } from './frame-issues.js';
import { HeaderField } from './header-field.js';
import { type HeaderName, headerName, headerNameAt } from './header-names.js';
import type { SipMessage } from './message.js';
import { COLON, CR, HTAB, LF, SP } from './values/codes.js';

/** Code units that are looked up at once: enough for most messages, and little enough where a message is short. */
const LENGTH = 1024;

/** The beginning of the message that is being read, and behind it one stretch after the other, its code units at hand. */
export class MessageHead {
  /** What `#readPlainField` found, by offsets in the stretch. */
  #nameEnd = 0;
  #valueStart = 0;
  #valueEnd = 0;
  #contentEnd = 0;
  #next = 0;
  /** True if the line of the field ends in CRLF, false for LF. */
  #isCrlf = false;
  /** Of the message in the file. */
  #offset = 0;
  /** Of the stretch in the file. */
  #start = 0;
  #text = '';
  #end = 0;

  constructor(
    readonly fileText: string,
    private readonly terminator: Terminator,
  ) {}

  /** Starts with the message at `offset`. */
  begin(offset: number): void {
    this.#offset = offset;
    this.#moveTo(offset);
  }

  /** A text that begins with the message up to `end`, an offset in the file. */
  textTo(end: number): string {
    return this.#start === this.#offset && end <= this.#end ? this.#text : this.fileText.slice(this.#offset, end);
  }

  /** The message, which ends at `end`, an offset in the file. */
  messageText(end: number): string {
    const text = this.fileText.slice(this.#offset, end);
    if (this.#start === this.#offset && end <= this.#end) keepCodeUnits(text, this.#text);
    return text;
  }

  /**
   * Reads header fields from an offset in the file on, as long as they are plain, and adds them to the message. Returns the
   * offset of the first other line.
   */
  readPlainFields(start: number, message: SipMessage, issues: FrameIssues): number {
    let at = start;
    for (;;) {
      if (at > this.#end) this.#moveTo(at);
      const next = this.#readPlainFieldsAtHand(at, message, issues);
      // A line that is cut off may be plain, unless it is longer than what is at hand at once.
      if (next === this.#start || !this.#isCutOff(next)) return next;
      this.#moveTo(next);
      at = next;
    }
  }

  #readPlainFieldsAtHand(start: number, message: SipMessage, issues: FrameIssues): number {
    const base = this.#start;
    // From offsets in the stretch to those in the message.
    const shift = base - this.#offset;
    const units = codeUnitsOf(this.#text);
    let at = start - base;
    while (this.#readPlainField(units, at)) {
      const next = this.#next;
      issues.countPlainLine(base + at, base + this.#contentEnd, base + next, this.#isCrlf);
      const name = this.#nameFrom(units, at);
      const valueStart = shift + this.#valueStart;
      message.addField(
        new HeaderField(message, name, shift + at, valueStart, shift + this.#valueEnd, shift + next, true),
      );
      at = next;
    }
    return base + at;
  }

  #moveTo(start: number): void {
    this.#start = start;
    this.#text = this.fileText.slice(start, start + LENGTH);
    this.#end = start + this.#text.length;
  }

  /** True if the line at `at` ends behind what is at hand, or what follows it begins there. */
  #isCutOff(at: number): boolean {
    if (this.terminator !== '\n' || this.#end === this.fileText.length) return false;
    const lineEnd = this.#text.indexOf('\n', at - this.#start);
    return lineEnd < 0 || lineEnd + 1 === this.#text.length;
  }

  /**
   * Reads the header field at an offset in the stretch, if it is written as nearly all are: a token and a colon, a value on
   * one line, a terminator without anything odd before it. False for everything else.
   */
  #readPlainField(units: CodeUnits, start: number): boolean {
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
  #nameFrom(units: CodeUnits, start: number): HeaderName {
    return headerNameAt(units, start, this.#nameEnd) ?? headerName(this.#text.slice(start, this.#nameEnd));
  }

  /** True if the line at `next` continues the one before it, or begins behind what is at hand. */
  #mayContinue(code: number | undefined, next: number): boolean {
    if (code === SP || code === HTAB) return true;
    return next >= this.#text.length && this.#end < this.fileText.length;
  }
}
