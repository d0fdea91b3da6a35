import type { SipMessage } from '../syntax/message.js';
import { parseStartLine } from '../syntax/start-line.js';
import { ownCopy, type SourceText } from '../text/source-text.js';
import type { InputSettings } from './settings.js';

/** What the reading of a message depends on besides its text and what follows it. */
export interface ReadingContext {
  readonly hasStartLine: boolean;
  readonly isPacket: boolean;
  readonly isTraced: boolean;
  readonly isBehindLf: boolean;
}

interface Remembered {
  readonly message: SipMessage;
  readonly context: ReadingContext;
  readonly start: number;
}

/** A text as it was read, and the messages that were found in it, in order. */
interface Reading {
  readonly settings: InputSettings;
  readonly text: string;
  readonly source: SourceText;
  readonly messages: Remembered[];
}

/**
 * The messages of a text that is read again and again as it is edited: those that an edit did not touch are not parsed
 * anew, but moved. So they belong to the text that was read last, and to no other.
 */
export class MessageMemory {
  #before: Reading | undefined;
  #now: Reading | undefined;
  /** Code units that both texts begin with, and end with. */
  #prefix = 0;
  #suffix = 0;
  /** The next remembered message that may stand in the text. */
  #next = 0;

  /** Begins to read a text, with placeholders masked. */
  begin(source: SourceText, text: string, settings: InputSettings): void {
    this.#before = this.#now;
    this.#now = { settings, text, source, messages: [] };
    this.#next = 0;
    const before = this.#before;
    if (!before) return;
    if (!isReadAlike(before, this.#now)) this.#before = undefined;
    else {
      this.#prefix = commonPrefix(before.text, text);
      this.#suffix = commonSuffix(before.text, text, this.#prefix);
    }
  }

  /** The messages of the text that was read last. */
  get messages(): SipMessage[] {
    return this.#now?.messages.map(({ message }) => message) ?? [];
  }

  /** Forgets all. */
  clear(): void {
    this.#before = undefined;
    this.#now = undefined;
  }

  /** The message that begins at an offset, moved there, if it was read before and nothing that decides about it has changed. */
  messageAt(offset: number, context: ReadingContext): SipMessage | undefined {
    const before = this.#before;
    const now = this.#now;
    if (!before || !now) return undefined;
    const moved = now.text.length - before.text.length;
    const isBehindEdit = offset >= now.text.length - this.#suffix;
    const start = isBehindEdit ? offset - moved : offset;
    const { messages } = before;
    while ((messages[this.#next]?.start ?? Number.POSITIVE_INFINITY) < start) this.#next++;
    const found = messages[this.#next];
    if (found?.start !== start || !isSameContext(found.context, context)) return undefined;
    // Where a message ends is decided by what follows: the next one has to be the same up to its end.
    const guard = messages[this.#next + 2]?.start ?? before.text.length + 1;
    if (!isBehindEdit && guard > this.#prefix) return undefined;
    found.message.moveTo(now.source, offset);
    return found.message;
  }

  /** Remembers a message of the text that is being read. */
  add(message: SipMessage, context: ReadingContext): void {
    if (message.source !== this.#now?.source) return;
    this.#now.messages.push({ message, context, start: message.offset });
  }
}

/** Cuts a message off from the text that it was read from: it outlives that, and would keep all of it. */
export function standAlone(message: SipMessage): void {
  const { startLine } = message;
  message.text = ownCopy(message.text);
  if (startLine.kind === 'unrecognized' || startLine.issues.length > 0) return;
  const own = parseStartLine(message.text, startLine.start, startLine.end);
  // What else stands in its message may change the judgement on a line with a defect.
  if (own.kind === startLine.kind && own.issues.length === 0) message.startLine = own;
}

/** What ends lines is a fact of the whole text, and so is how it was decoded. */
function isReadAlike(a: Reading, b: Reading): boolean {
  const { terminator, encoding } = a.source;
  return a.settings === b.settings && terminator === b.source.terminator && encoding === b.source.encoding;
}

function isSameContext(a: ReadingContext, b: ReadingContext): boolean {
  return (
    a.hasStartLine === b.hasStartLine &&
    a.isPacket === b.isPacket &&
    a.isTraced === b.isTraced &&
    a.isBehindLf === b.isBehindLf
  );
}

/** Strides in which texts are compared: an engine compares slices faster than characters. */
const STRIDE = 4096;

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  at = Math.min(at, most);
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Of what stands behind the prefix in both. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let count = 0;
  while (
    count + STRIDE <= most &&
    a.slice(a.length - count - STRIDE, a.length - count) === b.slice(b.length - count - STRIDE, b.length - count)
  ) {
    count += STRIDE;
  }
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}
