import type { HeaderField } from './header-field.js';
import type { SyntaxIssue } from './issue.js';
import type { IssueCodeName } from './issue-codes.js';
import type { LineScanner } from './line-scanner.js';
import type { LineEnds, SipMessage } from './message.js';

/** What is wrong with the frame of one message, gathered line by line. Offsets are those of the file. */
export class FrameIssues {
  #offset = 0;
  #found: SyntaxIssue[] = [];
  #crlfLines = 0;
  #lfLines = 0;
  #crLines = 0;
  /** The first line that does not end in CRLF. */
  #oddStart = -1;
  #oddEnd = -1;
  /** CRs in front of a line's terminator, which do no harm to its value. */
  #trailingCrs = 0;
  #firstTrailingCr = -1;
  #lastStart = 0;
  #lastContentEnd = 0;

  constructor(
    readonly judgesLineEnds: boolean,
    /** True behind a message all in LF: a file that is stored so is reported once. */
    private isBehindLf: boolean,
  ) {}

  /** Starts a message. */
  begin(offset: number): void {
    this.#offset = offset;
    if (this.#found.length > 0) this.#found = [];
    this.#crlfLines = 0;
    this.#lfLines = 0;
    this.#crLines = 0;
    this.#oddStart = -1;
    this.#trailingCrs = 0;
    this.#lastStart = offset;
    this.#lastContentEnd = offset;
  }

  countLine(line: LineScanner): void {
    if (line.end === 'crlf' || line.end === 'lf') {
      this.countPlainLine(line.start, line.contentEnd, line.next, line.end === 'crlf');
      return;
    }
    this.#lastStart = line.start;
    this.#lastContentEnd = line.contentEnd;
    if (line.end === 'none') return;
    this.#crLines++;
    this.#noteOdd(line.start, line.next);
  }

  /** Counts a line that ends in CRLF or in LF. */
  countPlainLine(start: number, contentEnd: number, next: number, isCrlf: boolean): void {
    this.#lastStart = start;
    this.#lastContentEnd = contentEnd;
    if (isCrlf) this.#crlfLines++;
    else {
      this.#lfLines++;
      this.#noteOdd(start, next);
    }
  }

  #noteOdd(start: number, end: number): void {
    if (this.#oddStart >= 0) return;
    this.#oddStart = start;
    this.#oddEnd = end;
  }

  /** Notes a CR (none if negative) of a line whose text ends at `textEnd`. True if it stands inside that text. */
  noteStrayCr(at: number, textEnd: number, field: HeaderField | undefined): boolean {
    if (at < 0) return false;
    if (at < textEnd) {
      this.add('frame.stray-cr', at, at + 1, {}, field);
      return true;
    }
    if (this.#trailingCrs === 0) this.#firstTrailingCr = at;
    this.#trailingCrs++;
    return false;
  }

  /** Notes that the header section ends with the last line counted, without an empty line. */
  addMissingSeparator(isBodyNext: boolean): void {
    const code = isBodyNext ? 'frame.body-without-separator' : 'frame.separator-missing';
    this.add(code, this.#lastStart, this.#lastContentEnd);
  }

  add(code: IssueCodeName, start: number, end: number, data?: SyntaxIssue['data'], field?: HeaderField): void {
    this.#found.push({ code, start: start - this.#offset, end: end - this.#offset, data, field });
  }

  get lineEnds(): LineEnds {
    const kinds = Number(this.#crlfLines > 0) + Number(this.#lfLines > 0) + Number(this.#crLines > 0);
    if (kinds > 1) return 'mixed';
    return this.#crlfLines > 0 ? 'crlf' : this.#lfLines > 0 ? 'lf' : this.#crLines > 0 ? 'cr' : 'none';
  }

  /** Hands the issues over to their message. `markLength` is the length of a byte order mark in front of it. */
  finish(message: SipMessage, markLength: number): void {
    const { lineEnds } = message;
    if (markLength > 0) {
      const isTextForm = lineEnds === 'lf' && !this.judgesLineEnds;
      const code = isTextForm ? 'frame.byte-order-mark-text-form' : 'frame.byte-order-mark';
      this.add(code, this.#offset, this.#offset + markLength);
    }
    // A message all in LF is the text form of one on the wire; nothing stores messages with CR alone.
    const isFirstLf = lineEnds === 'lf' && this.judgesLineEnds && !this.isBehindLf;
    if (lineEnds === 'mixed' || lineEnds === 'cr' || isFirstLf) {
      const data = { count: this.#lfLines + this.#crLines, found: this.#lfLines > 0 ? 'LF' : 'CR' };
      this.add('frame.line-end-not-crlf', this.#oddStart, this.#oddEnd, data);
    }
    if (lineEnds === 'lf') this.isBehindLf = true;
    if (this.#trailingCrs > 0) {
      this.add('frame.doubled-cr', this.#firstTrailingCr, this.#firstTrailingCr + 1, { count: this.#trailingCrs });
    }
    for (const issue of this.#found) message.issues.push(issue);
  }
}
