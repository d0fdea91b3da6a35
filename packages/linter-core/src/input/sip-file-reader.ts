import { releaseCodeUnits } from '../syntax/code-units.js';
import { byteOrderMarkLength } from '../syntax/frame-text.js';
import type { SipMessage } from '../syntax/message.js';
import { MessageParser } from '../syntax/message-parser.js';
import type { PiecedText } from '../text/pieced-text.js';
import type { Range } from '../text/range.js';
import { ownCopy, type Place, SourceText } from '../text/source-text.js';
import { BetweenMessages } from './between-messages.js';
import { isStartLineAt } from './body-end.js';
import { readAbsentBody, readBody } from './body-reader.js';
import { type Directive, type DirectiveProblem, parseDirective } from './directives.js';
import { FileText } from './file-text.js';
import { endsMessage, type Mark, readMark } from './marks.js';
import { type MessageMemory, type ReadingContext, standAlone } from './message-memory.js';
import { PendingOrigin } from './pending-origin.js';
import { maskPlaceholders } from './placeholders.js';
import { endOfProse } from './prose.js';
import type { InputSettings } from './settings.js';
import { beginsWithKnownHeader } from './sniff.js';
import { NgrepLineEnds } from './traces/ngrep-line-ends.js';

const START: Place = { offset: 0, octet: 0 };
/** Octets of a piece for one message; enough for nearly all. */
const FIRST_LOOK = 1 << 14;
/** Octets of the longest message, and of the longest stretch of other text, that is read from a text in pieces. */
export const LONGEST_PIECE = 1 << 26;

/**
 * Yields the messages of a text one by one; what was read between them stands in its lists. A text that is too long to be held
 * is read piece by piece: a message that the end of a piece may have cut is read again at the beginning of the next. So it
 * gives the same as from the whole text.
 */
export class SipFileReader {
  readonly directives: Directive[] = [];
  readonly problems: DirectiveProblem[] = [];
  isComplete = false;
  /** Where reading stopped because a message is longer than any piece; undefined if it did not. */
  stoppedAt: number | undefined;
  readonly #pieces: PiecedText | undefined;
  readonly #between: BetweenMessages;
  readonly #origin: PendingOrigin;
  readonly #ngrep: NgrepLineEnds;
  #source: SourceText;
  /** Octets of the piece, as asked for. */
  #pieceSize: number;
  #file: FileText;
  #parser: MessageParser;
  #placeholders: readonly Range[] = [];
  /** Index of the first placeholder that lies behind the messages read. */
  #placeholder = 0;
  #at = 0;
  #messages: number;
  /** True if a tool's line stood anywhere before: text between messages is the tool's then. */
  #isTrace = false;
  /** True behind the first message. */
  #hasPassed = false;
  /** True behind a message all in LF. */
  #isBehindLf = false;

  constructor(
    source: SourceText | PiecedText,
    readonly settings: InputSettings,
    /** What is known of the text from before it was edited; of one in pieces nothing. */
    private readonly memory?: MessageMemory,
    /** Index of the first message. */
    firstIndex = 0,
  ) {
    this.#messages = firstIndex;
    this.#pieces = source instanceof SourceText ? undefined : source;
    this.#source = source instanceof SourceText ? source : source.pieceAt(START);
    this.#pieceSize = this.#pieces?.pieceSize ?? 0;
    this.#between = new BetweenMessages(this.#pieces === undefined);
    this.#origin = new PendingOrigin(this.#pieces !== undefined);
    this.#ngrep = new NgrepLineEnds((text) => (this.#pieces ?? this.#source.text).includes(text));
    this.#file = this.#begin();
    this.#parser = this.#newParser();
    memory?.begin(this.#source, this.#file.text, settings);
  }

  get prose(): readonly Range[] {
    return this.#between.prose;
  }

  get trivia(): readonly Range[] {
    return this.#between.trivia;
  }

  /** The next message; undefined at the end of the text. */
  next(): SipMessage | undefined {
    for (;;) {
      const message = this.#nextOfPiece();
      if (message) return message;
      if (this.#source.isLast || !this.#moveOn()) {
        releaseCodeUnits();
        return undefined;
      }
    }
  }

  /** Reads the message that begins at a place once more, on its own: what stands before it does not count. */
  messageAt(place: Place, index: number): SipMessage | undefined {
    if (this.#pieces) this.#take(this.#pieces, place, FIRST_LOOK);
    else this.#at = place.offset - this.#source.place.offset;
    this.#messages = index;
    return this.next();
  }

  /** Takes the next piece, which begins with what was not read yet; false if no piece is long enough for that. */
  #moveOn(): boolean {
    if (!this.#pieces) return false;
    const size = this.#at === 0 ? 2 * this.#pieceSize : this.#pieces.pieceSize;
    if (size > LONGEST_PIECE) {
      this.stoppedAt = this.#source.place.offset;
      return false;
    }
    this.#ngrep.passTo(this.#at);
    this.#take(this.#pieces, this.#source.placeOf(this.#at), size);
    return true;
  }

  #take(pieces: PiecedText, place: Place, size: number): void {
    this.#source = pieces.pieceAt(place, size);
    this.#pieceSize = size;
    this.#at = 0;
    this.#file = this.#begin();
    this.#parser = this.#newParser();
  }

  #begin(): FileText {
    const { text, placeholders } = maskPlaceholders(this.#ngrep.restore(this.#source.text), this.settings.placeholders);
    this.#placeholders = placeholders;
    this.#placeholder = 0;
    return new FileText(this.#source, text);
  }

  #newParser(): MessageParser {
    const file = this.#file;
    const { text } = file;
    const isRaw = this.settings.isPacket === true;
    return new MessageParser(this.#source, text, {
      judgesLineEnds: isRaw || this.settings.wire.eol === 'as-is',
      isBehindLf: this.#isBehindLf,
      isBoundary: isRaw
        ? () => false
        : (start, end) => endsMessage(text, start, end) || isStartLineAt(file, start, end),
    });
  }

  /** The next message of this piece; undefined at its end, or in front of what may go on behind it. */
  #nextOfPiece(): SipMessage | undefined {
    const file = this.#file;
    const isRaw = this.settings.isPacket === true;
    while (this.#at < file.length) {
      const at = this.#at;
      const next = file.nextLine(at);
      const end = file.contentEnd(at, next);
      const start = at + byteOrderMarkLength(file.text, at);
      if (file.isBlank(start, end)) this.#passTrivia(next, start === at);
      else if (isRaw || isStartLineAt(file, at, end)) return this.#readMessage(at, true);
      else if (start > at && readMark(file.text, start, end)) this.#passTrivia(start);
      else {
        const mark = readMark(file.text, at, end);
        const proseEnd = mark ? next : endOfProse(file, at);
        if (mark) this.#passMark(mark, end, next);
        else if (proseEnd < 0) return this.#readMessage(at, !beginsWithKnownHeader(file.text, start, end));
        else if (proseEnd === file.length && !this.#source.isLast) return undefined;
        else this.#passProse(proseEnd);
      }
    }
    return undefined;
  }

  /** Undefined if the message may go on behind this piece. */
  #readMessage(at: number, hasStartLine: boolean): SipMessage | undefined {
    const file = this.#file;
    const isRaw = this.settings.isPacket === true;
    const isPacket = isRaw || this.#origin.isDatagram;
    const { isTraced } = this.#origin;
    const context = { hasStartLine, isPacket, isTraced, isBehindLf: this.#isBehindLf };
    const known = this.memory?.messageAt(at, context);
    if (known) return this.#pass(known, context);
    const message = this.#parser.parse(at, hasStartLine);
    const body = this.#parser.hasBody
      ? readBody(file, message, { eol: this.settings.wire.eol, isPacket, isRaw, isTraced })
      : readAbsentBody(file, message);
    if (!body || (this.#parser.ranOut && !this.#source.isLast)) return undefined;
    message.body = body;
    if (at + message.end === file.length && !this.#source.isLast) return undefined;
    const text = this.#parser.head.messageText(at + message.end);
    message.text = this.#pieces ? ownCopy(text) : text;
    if (this.memory) standAlone(message);
    return this.#pass(message, context);
  }

  /** Goes on behind a message, which is complete then. */
  #pass(message: SipMessage, context: ReadingContext): SipMessage {
    this.#hasPassed = true;
    message.index = this.#messages++;
    message.origin = this.#origin.take(context.isPacket);
    this.#at += message.end;
    if (message.lineEnds === 'lf') this.#isBehindLf = true;
    this.#takePlaceholders(message);
    message.offset += this.#source.place.offset;
    this.memory?.add(message, context);
    return message;
  }

  #takePlaceholders(message: SipMessage): void {
    const ranges: Range[] = [];
    for (; this.#placeholder < this.#placeholders.length; this.#placeholder++) {
      const range = this.#placeholders[this.#placeholder];
      if (!range || range.start >= this.#at) break;
      if (range.start >= message.offset)
        ranges.push({ start: range.start - message.offset, end: range.end - message.offset });
    }
    if (ranges.length > 0) message.placeholders = ranges;
  }

  #passMark(mark: Mark, end: number, next: number): void {
    this.#origin.addMark(mark);
    if (mark.kind === 'trace') this.#beginTrace(mark.line.isFooter === true);
    if (mark.kind === 'directive') {
      const { offset } = this.#source.place;
      const line = this.#pieces
        ? ownCopy(this.#source.text.slice(this.#at, end))
        : this.#source.text.slice(this.#at, end);
      const { directive, problems } = parseDirective(line, offset + this.#at, this.#messages);
      for (const problem of problems) this.problems.push(problem);
      if (directive) this.directives.push(directive);
      if (directive?.kind === 'set') {
        this.#origin.addSet(directive);
        this.isComplete = directive.isComplete ?? this.isComplete;
      }
    }
    this.#passTrivia(next);
  }

  /** What a log says before its first message is no text that should have been one. */
  #beginTrace(isFooter: boolean): void {
    const isFirst = !this.#isTrace && !this.#hasPassed && !isFooter;
    this.#isTrace = true;
    if (isFirst) this.#between.passProse();
  }

  #passTrivia(next: number, isBlank = false): void {
    const { offset } = this.#source.place;
    this.#between.addTrivia(offset + this.#at, offset + next, isBlank);
    this.#at = next;
  }

  #passProse(next: number): void {
    // Between the messages of a trace stands what its tool has to say, but for a message that it indented.
    const isIndented = this.#file.isBlank(this.#at, this.#at + 1);
    if (this.#isTrace && !isIndented) {
      this.#passTrivia(next);
      return;
    }
    const { offset } = this.#source.place;
    this.#between.addProse(offset + this.#at, offset + next, isIndented);
    this.#at = next;
  }
}
