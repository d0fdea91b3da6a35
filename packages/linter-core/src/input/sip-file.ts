import { releaseCodeUnits } from '../syntax/code-units.js';
import { byteOrderMarkLength } from '../syntax/frame-text.js';
import type { SipMessage } from '../syntax/message.js';
import { MessageParser } from '../syntax/message-parser.js';
import type { Range } from '../text/range.js';
import type { SourceText } from '../text/source-text.js';
import { isStartLineAt } from './body-end.js';
import { readAbsentBody, readBody } from './body-reader.js';
import { type Directive, type DirectiveProblem, parseDirective } from './directives.js';
import { FileText } from './file-text.js';
import { endsMessage, type Mark, readMark } from './marks.js';
import { PendingOrigin } from './pending-origin.js';
import { maskPlaceholders } from './placeholders.js';
import type { InputSettings } from './settings.js';
import { beginsWithKnownHeader } from './sniff.js';
import { restoreNgrepLineEnds } from './traces/ngrep-line-ends.js';

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

/** Yields the messages of a text one by one; what was read between them stands in its lists. */
export class SipFileReader {
  readonly directives: Directive[] = [];
  readonly problems: DirectiveProblem[] = [];
  readonly prose: Stretch[] = [];
  readonly trivia: Stretch[] = [];
  isComplete = false;
  readonly #file: FileText;
  readonly #parser: MessageParser;
  readonly #origin = new PendingOrigin();
  readonly #placeholders: readonly Range[];
  /** Index of the first placeholder that lies behind the messages read. */
  #placeholder = 0;
  #at = 0;
  #messages = 0;
  /** True if a tool's line stood anywhere before: text between messages is the tool's then. */
  #isTrace = false;

  constructor(
    readonly source: SourceText,
    readonly settings: InputSettings,
  ) {
    const { text, placeholders } = maskPlaceholders(restoreNgrepLineEnds(source.text), settings.placeholders);
    this.#placeholders = placeholders;
    this.#file = new FileText(source, text);
    const isRaw = settings.isPacket === true;
    this.#parser = new MessageParser(source, text, {
      judgesLineEnds: isRaw || settings.wire.eol === 'as-is',
      isBoundary: isRaw
        ? () => false
        : (start, end) => endsMessage(text, start, end) || isStartLineAt(this.#file, start, end),
    });
  }

  /** The next message; undefined at the end of the text. */
  next(): SipMessage | undefined {
    const file = this.#file;
    const isRaw = this.settings.isPacket === true;
    while (this.#at < file.length) {
      const at = this.#at;
      const next = file.nextLine(at);
      const end = file.contentEnd(at, next);
      const start = at + byteOrderMarkLength(file.text, at);
      if (file.isBlank(start, end)) this.#passTrivia(next);
      else if (isRaw || isStartLineAt(file, at, end)) return this.#readMessage(at, true);
      else if (start > at && readMark(file.text, start, end)) this.#passTrivia(start);
      else {
        const mark = readMark(file.text, at, end);
        const proseEnd = mark ? next : this.#endOfProse(at);
        if (mark) this.#passMark(mark, end, next);
        else if (proseEnd < 0) return this.#readMessage(at, !beginsWithKnownHeader(file.text, start, end));
        else this.#passProse(proseEnd);
      }
    }
    releaseCodeUnits();
    return undefined;
  }

  #readMessage(at: number, hasStartLine: boolean): SipMessage {
    const file = this.#file;
    const isRaw = this.settings.isPacket === true;
    const isPacket = isRaw || this.#origin.isDatagram;
    const { isTraced } = this.#origin;
    const message = this.#parser.parse(at, hasStartLine);
    message.index = this.#messages++;
    message.origin = this.#origin.take(isPacket);
    message.body = this.#parser.hasBody
      ? readBody(file, message, { eol: this.settings.wire.eol, isPacket, isRaw, isTraced })
      : readAbsentBody(file, message);
    this.#at = at + message.end;
    message.text = this.#parser.head.messageText(this.#at);
    this.#takePlaceholders(message);
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
      const { directive, problems } = parseDirective(this.source.text, this.#at, end, this.#messages);
      for (const problem of problems) this.problems.push(problem);
      if (directive) this.directives.push(directive);
      if (directive?.kind === 'set') {
        this.#origin.addSet(directive);
        this.isComplete = directive.isComplete ?? this.isComplete;
      }
    }
    this.#passTrivia(next);
  }

  #passTrivia(next: number): void {
    extend(this.trivia, this.#at, next);
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
    const blank = this.trivia.at(-1);
    const before = this.prose.at(-1);
    if (
      blank &&
      before &&
      blank.end === this.#at &&
      before.end === blank.start &&
      file.isBlankText(blank.start, blank.end)
    ) {
      this.trivia.pop();
      extend(this.prose, blank.start, blank.end);
    }
    extend(this.prose, this.#at, next);
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
