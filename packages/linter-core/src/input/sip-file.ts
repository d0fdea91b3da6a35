import { releaseCodeUnits } from '../syntax/code-units.js';
import { byteOrderMarkLength } from '../syntax/frame-text.js';
import type { SipMessage } from '../syntax/message.js';
import { MessageParser } from '../syntax/message-parser.js';
import type { PiecedText } from '../text/pieced-text.js';
import type { Range } from '../text/range.js';
import { ownCopy, type Place, SourceText } from '../text/source-text.js';
import { isStartLineAt } from './body-end.js';
import { readAbsentBody, readBody } from './body-reader.js';
import { type Directive, type DirectiveProblem, parseDirective } from './directives.js';
import { FileText } from './file-text.js';
import { endsMessage, type Mark, readMark } from './marks.js';
import { type MessageMemory, type ReadingContext, standAlone } from './message-memory.js';
import { PendingOrigin } from './pending-origin.js';
import { maskPlaceholders } from './placeholders.js';
import type { InputSettings } from './settings.js';
import { beginsWithKnownHeader } from './sniff.js';
import { NgrepLineEnds } from './traces/ngrep-line-ends.js';

/** What a file holds. Messages, prose and trivia together are its whole text. */
export interface SipFile {
  readonly source: SourceText;
  readonly messages: readonly SipMessage[];
  readonly directives: readonly Directive[];
  readonly problems: readonly DirectiveProblem[];
  /** Text that starts no message: each stretch is one `start-line-unrecognized`. */
  readonly prose: readonly Range[];
  /** Separators, comments, directives, lines of tools, and blank lines. */
  readonly trivia: readonly Range[];
  /** True if a directive says that the file holds the whole call. */
  readonly isComplete: boolean;
}

/** Reads a text into its messages and what stands between them. Never throws, and loses no character. */
export function readSipFile(source: SourceText, settings: InputSettings): SipFile {
  const reader = new SipFileReader(source, settings);
  const messages: SipMessage[] = [];
  for (let message = reader.next(); message; message = reader.next()) messages.push(message);
  const { directives, problems, prose, trivia, isComplete } = reader;
  return { source, messages, directives, problems, prose, trivia, isComplete };
}

/** A range that grows while it is read. */
interface Stretch extends Range {
  end: number;
}

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
  readonly prose: Stretch[] = [];
  /** Of a text in pieces only the last ones: nobody needs more, and there may be millions. */
  readonly trivia: Stretch[] = [];
  isComplete = false;
  /** Where reading stopped because a message is longer than any piece; undefined if it did not. */
  stoppedAt: number | undefined;
  readonly #pieces: PiecedText | undefined;
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
  #messages = 0;
  /** True if a tool's line stood anywhere before: text between messages is the tool's then. */
  #isTrace = false;
  /** True behind a message all in LF. */
  #isBehindLf = false;
  /** True if the last trivia are blank lines only. */
  #isTriviaBlank = false;

  constructor(
    source: SourceText | PiecedText,
    readonly settings: InputSettings,
    /** What is known of the text from before it was edited; of one in pieces nothing. */
    private readonly memory?: MessageMemory,
  ) {
    this.#pieces = source instanceof SourceText ? undefined : source;
    this.#source = source instanceof SourceText ? source : source.pieceAt(START);
    this.#pieceSize = this.#pieces?.pieceSize ?? 0;
    this.#origin = new PendingOrigin(this.#pieces !== undefined);
    this.#ngrep = new NgrepLineEnds((text) => (this.#pieces ?? this.#source.text).includes(text));
    this.#file = this.#begin();
    this.#parser = this.#newParser();
    memory?.begin(this.#source, this.#file.text, settings);
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
    else this.#at = place.offset;
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
        const proseEnd = mark ? next : this.#endOfProse(at);
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
    if (mark.kind === 'trace') this.#isTrace = true;
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

  #passTrivia(next: number, isBlank = false): void {
    const { offset } = this.#source.place;
    if (this.#pieces && this.trivia.length > 1) this.trivia.shift();
    const goesOn = this.trivia.at(-1)?.end === offset + this.#at;
    this.#isTriviaBlank = isBlank && (this.#isTriviaBlank || !goesOn);
    extend(this.trivia, offset + this.#at, offset + next);
    this.#at = next;
  }

  /** Passes text that starts no message. Blank lines within prose belong to it. */
  #passProse(next: number): void {
    const file = this.#file;
    // Between the messages of a trace stands what its tool has to say, but for a message that it indented.
    if (this.#isTrace && !file.isBlank(this.#at, this.#at + 1)) {
      this.#passTrivia(next);
      return;
    }
    const { offset } = this.#source.place;
    const blank = this.trivia.at(-1);
    const before = this.prose.at(-1);
    const isBehindProse = blank && before && blank.end === offset + this.#at && before.end === blank.start;
    if (isBehindProse && this.#isTriviaBlank) {
      this.trivia.pop();
      extend(this.prose, blank.start, blank.end);
    }
    extend(this.prose, offset + this.#at, offset + next);
    this.#at = next;
  }

  /**
   * The end of the paragraph of text at `at`; -1 if two of its lines begin with names of well-known header fields, so that
   * it is a message with a broken start line.
   */
  #endOfProse(at: number): number {
    const file = this.#file;
    let known = 0;
    let start = at + byteOrderMarkLength(file.text, at);
    while (start < file.length) {
      const next = file.nextLine(start);
      const end = file.contentEnd(start, next);
      if (file.isBlank(start, end) || isStartLineAt(file, start, end)) return start;
      if (start > at && readMark(file.text, start, end)) return start;
      if (beginsWithKnownHeader(file.text, start, end) && ++known === 2) return -1;
      start = next;
    }
    return start;
  }
}

/** Adds a range to a list, as part of the last one where it adjoins. */
function extend(ranges: Stretch[], start: number, end: number): void {
  const last = ranges.at(-1);
  if (last && last.end === start) last.end = end;
  else ranges.push({ start, end });
}
