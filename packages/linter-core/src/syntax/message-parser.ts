import type { Range } from '../text/range.js';
import type { SourceText } from '../text/source-text.js';
import { hasPlaceholder } from './chars.js';
import { isCutAt } from './cut-value.js';
import { FrameIssues } from './frame-issues.js';
import {
  byteOrderMarkLength,
  colonOfField,
  indexOfColon,
  isBodyLike,
  isPlaceholderLine,
  skipCrBack,
  skipSpace,
  skipSpaceBack,
  skipToken,
} from './frame-text.js';
import { HeaderField } from './header-field.js';
import { headerName, mendedHeaderName } from './header-names.js';
import { LineScanner } from './line-scanner.js';
import { isIndented, LookAhead } from './look-ahead.js';
import { SipMessage, type StartLine } from './message.js';
import { MessageHead } from './message-head.js';
import { noStartLine, parseStartLine } from './start-line.js';
import { judgePhraseOctets } from './status-line.js';
import { COLON } from './values/codes.js';

const HASH = 0x23;

/** How the frame of a message is read. */
export interface FrameOptions {
  /** True if line ends are judged as sent: a header section all in LF is no text form then. */
  readonly judgesLineEnds: boolean;
  /** True if the line `[start, end)` ends a header section that has no empty line: a separator, or the next start line. */
  readonly isBoundary: (start: number, end: number) => boolean;
  /** True behind a message all in LF: a file that is stored so is reported once. */
  readonly isBehindLf?: boolean;
}

/**
 * Parses the frame of messages (RFC 3261 §7): start line, header fields with their folds, and the empty line that ends the
 * header section. One parser serves a text, message after message; it looks at no character more than a few times.
 */
export class MessageParser {
  /** True if the header section of the message read last ended in an empty line or at text, so that a body may follow. */
  hasBody = false;
  /** The beginning of the message read last. */
  readonly head: MessageHead;
  readonly #line: LineScanner;
  readonly #issues: FrameIssues;
  readonly #ahead: LookAhead;
  readonly #isMasked: boolean;
  #message: SipMessage;
  #strayLines: Range[] = [];

  constructor(
    readonly source: SourceText,
    /** What is parsed: the text of the source, placeholders masked. */
    readonly text: string,
    readonly options: FrameOptions,
  ) {
    const { terminator } = source;
    this.head = new MessageHead(text, terminator);
    this.#line = new LineScanner(text, terminator);
    this.#ahead = new LookAhead(text, terminator, options.isBoundary);
    this.#issues = new FrameIssues(options.judgesLineEnds, options.isBehindLf === true);
    this.#isMasked = text !== source.text;
    this.#message = new SipMessage(source, 0, '', { kind: 'unrecognized', start: 0, end: 0, issues: [] });
  }

  /**
   * Reads the message at `offset` up to the end of its header section. Its text and body are not complete yet: where a body
   * ends is a matter of the input. `hasStartLine` is false where the first line is a header field already.
   */
  parse(offset: number, hasStartLine = true): SipMessage {
    const line = this.#line;
    const issues = this.#issues;
    const markLength = byteOrderMarkLength(this.text, offset);
    this.head.begin(offset);
    line.read(offset + markLength);
    issues.begin(offset);
    if (hasStartLine) issues.countLine(line);
    const { text } = this;
    const startLine = hasStartLine ? this.#startLine(offset) : noStartLine(text, offset, line.start, line.contentEnd);
    const message = new SipMessage(this.source, offset, '', startLine);
    this.#message = message;
    this.#ahead.begin();
    this.hasBody = false;
    message.headerEnd = this.#readHeaderSection(hasStartLine ? line.next : line.start) - offset;
    message.lineEnds = issues.lineEnds;
    issues.finish(message, markLength);
    if (this.#strayLines.length > 0) {
      message.strayLines = this.#strayLines;
      this.#strayLines = [];
    }
    return message;
  }

  /** True if the text ended before it was clear where the header section ends. */
  get ranOut(): boolean {
    return this.#ahead.ranOut;
  }

  #startLine(offset: number): StartLine {
    const { start, contentEnd, strayCr } = this.#line;
    const end = skipCrBack(this.text, start, contentEnd);
    const text = this.head.textTo(end);
    const line = parseStartLine(text, start - offset, end - offset);
    const isOctets = this.source.encoding === 'bytes';
    const startLine = isOctets && line.kind === 'response' ? judgePhraseOctets(line, text) : line;
    // A CR inside the line is the one defect of it.
    return this.#issues.noteStrayCr(strayCr, end, undefined) ? { ...startLine, issues: [] } : startLine;
  }

  /** *message-header CRLF. Returns where the section ends. */
  #readHeaderSection(start: number): number {
    const { text } = this;
    const line = this.#line;
    let at = start;
    for (;;) {
      // The mask of a placeholder may stand anywhere.
      if (!this.#isMasked) at = this.head.readPlainFields(at, this.#message, this.#issues);
      if (at >= text.length) break;
      line.read(at);
      if (line.isEmpty) {
        this.#issues.countLine(line);
        this.hasBody = true;
        return line.next;
      }
      const nameEnd = skipToken(text, at, line.contentEnd);
      const isNamed = nameEnd > at && nameEnd < line.contentEnd && text.charCodeAt(nameEnd) === COLON;
      const isField = isNamed && !this.#ahead.isTimestamp(at, line.contentEnd);
      const next = isField ? this.#readField(at, nameEnd, nameEnd, true) : this.#readUncommonLine(at, nameEnd);
      if (next === at) return at;
      at = next;
    }
    this.#issues.addMissingSeparator(false);
    return at;
  }

  /** Any line but `token:`. Returns the start of the next line, or `at` if the section ends before this one. */
  #readUncommonLine(at: number, nameEnd: number): number {
    const { text } = this;
    const { contentEnd, next } = this.#line;
    if (this.#ahead.isFold(at)) return this.#readOrphans(at);
    const spacedColon = nameEnd > at ? skipSpace(text, nameEnd, contentEnd) : contentEnd;
    if (spacedColon > nameEnd && spacedColon < contentEnd && text.charCodeAt(spacedColon) === COLON) {
      return this.#readField(at, nameEnd, spacedColon, true);
    }
    if (this.options.isBoundary(at, contentEnd)) {
      this.#issues.addMissingSeparator(false);
      return at;
    }
    if (this.#isMasked && isPlaceholderLine(text, at, contentEnd)) {
      this.#message.hasUnknownFields = true;
      return this.#readStray(at);
    }
    const colon = indexOfColon(text, at, contentEnd);
    if ((colon < 0 || isBodyLike(text, at, colon)) && this.#ahead.isBodyStart(next)) {
      // A remark behind the message is no body.
      this.hasBody = text.charCodeAt(at) !== HASH;
      this.#issues.addMissingSeparator(this.hasBody);
      return at;
    }
    if (colon >= 0) return this.#readField(at, skipSpaceBack(text, at, colon), colon, false);
    this.#cutAbove(at);
    this.#issues.add('frame.line-without-colon', at, contentEnd, { line: text.slice(at, contentEnd) });
    return this.#readStray(at);
  }

  /** message-header = field-name HCOLON field-value, with the lines that continue it. Returns the start of the next. */
  #readField(at: number, nameEnd: number, colon: number, isToken: boolean): number {
    const { text } = this;
    const line = this.#line;
    let { strayCr } = line;
    this.#issues.countLine(line);
    while (this.#ahead.isFold(line.next)) {
      line.read(line.next);
      this.#issues.countLine(line);
      if (strayCr < 0) strayCr = line.strayCr;
      if (skipSpace(text, line.start, line.contentEnd) === line.contentEnd) this.#noteBlankFold();
    }
    if (this.#isMasked && hasPlaceholder(text.slice(at, nameEnd))) {
      this.#message.hasUnknownFields = true;
      this.#strayLines.push({ start: at - this.#message.offset, end: line.next - this.#message.offset });
      return line.next;
    }
    const valueEnd = skipSpaceBack(text, colon + 1, line.contentEnd);
    const valueStart = skipSpace(text, colon + 1, valueEnd);
    const { offset } = this.#message;
    if (!isToken) this.#cutAbove(at);
    const written = text.slice(at, nameEnd);
    const name = isToken ? headerName(written) : mendedHeaderName(written);
    const field = new HeaderField(
      this.#message,
      name,
      at - offset,
      valueStart - offset,
      valueEnd - offset,
      line.next - offset,
      strayCr < 0 || strayCr >= valueEnd,
    );
    this.#message.addField(field);
    if (strayCr >= 0) this.#issues.noteStrayCr(strayCr, valueEnd, field);
    if (!isToken) this.#issues.add('frame.name-not-token', at, Math.max(nameEnd, at + 1), { name: written }, field);
    return line.next;
  }

  /** A line at `at` that is no header field may be the end of the value above it. */
  #cutAbove(at: number): void {
    const { fields, offset } = this.#message;
    const above = fields[fields.length - 1];
    if (above && above.end + offset === at && isCutAt(this.text, above.valueStart + offset, at)) above.cut();
  }

  /**
   * A continuation line of white space only looks like the end of the header section, if more of it follows. Of several in a
   * row the last is noted.
   */
  #noteBlankFold(): void {
    const { text } = this;
    const { start, contentEnd, next } = this.#line;
    const isFold = this.#ahead.isFold(next);
    if (!isFold && !this.#ahead.looksLikeField(next)) return;
    const nextEnd = this.#ahead.endOf(next);
    if (isFold && skipSpace(text, next, nextEnd) === nextEnd) return;
    this.#issues.add('frame.fold-blank', start, contentEnd);
  }

  /**
   * White space at the start of lines that continue nothing: they follow the start line, which cannot be folded. What looks
   * like a header field behind the white space is read as one, so that it is not also missing.
   */
  #readOrphans(at: number): number {
    const { text } = this;
    const line = this.#line;
    this.#issues.add('frame.continuation-without-header', at, Math.max(line.contentEnd, at + 1));
    this.#ahead.isIndented = true;
    let next = at;
    while (isIndented(text, next)) {
      if (next !== at) line.read(next);
      const start = skipSpace(text, next, line.contentEnd);
      const colon = colonOfField(text, start, line.contentEnd);
      next = colon < 0 ? this.#readStray(next) : this.#readField(start, skipToken(text, start, colon), colon, true);
    }
    this.#ahead.isIndented = false;
    return next;
  }

  /** Keeps a line that is no header field, with the lines that continue it. Returns the start of the next. */
  #readStray(at: number): number {
    const line = this.#line;
    const { offset } = this.#message;
    this.#issues.countLine(line);
    this.#issues.noteStrayCr(line.strayCr, line.contentEnd, undefined);
    while (this.#ahead.isFold(line.next)) {
      line.read(line.next);
      this.#issues.countLine(line);
    }
    this.#strayLines.push({ start: at - offset, end: line.next - offset });
    return line.next;
  }
}
