import { RequestIndex } from '../flow/request-index.js';
import type { SipMessage } from '../syntax/message.js';
import { PiecedText } from '../text/pieced-text.js';
import type { Range } from '../text/range.js';
import type { Place } from '../text/source-text.js';
import type { SourceView } from '../text/source-view.js';

/** Bounds on the work and output for one file; hostile input stops there with a finding that says so. */
export interface Limits {
  /** Octets of a file. */
  readonly fileBytes: number;
  /** Messages of a file. */
  readonly messages: number;
  /** Findings of one rule in one file. */
  readonly findingsPerRule: number;
}

export const DEFAULT_LIMITS: Limits = { fileBytes: 4_000_000_000, messages: 10_000_000, findingsPerRule: 10_000 };

/** Messages that are still at hand: the one under judgement and those right before it. */
const RECENT = 9;

/** Yields the messages of a text one by one; what stood between them is complete behind the last. */
export interface MessageReader {
  next(): SipMessage | undefined;
  /** Reads a message that begins at a place once more; what is read next is undefined behind that. */
  messageAt(place: Place, index: number): SipMessage | undefined;
  /** Stretches of text that start no message. */
  readonly prose: readonly Range[];
  /** True if a directive so far says that the file holds whole calls. */
  readonly isComplete: boolean;
  /** Where reading stopped because a message was too long; undefined if it did not. */
  readonly stoppedAt?: number | undefined;
}

/**
 * A file under judgement, as rules see it. Its messages pass one by one and are not kept, so that a large file needs no more
 * memory than a small one; whoever asks for another message has the file read once more.
 */
export class LintFile {
  #messages: readonly SipMessage[] | undefined;
  #requests: RequestIndex | undefined;
  /** Reads messages that have passed. */
  #again: MessageReader | undefined;
  readonly #recent: SipMessage[] = [];

  constructor(
    /** As the user named it, with `/`. */
    readonly path: string,
    readonly source: SourceView,
    /** Gives the messages that are judged. */
    private readonly passing: MessageReader,
    /** Starts to read the messages from the first on again. */
    private readonly read: () => MessageReader,
    readonly limits: Limits = DEFAULT_LIMITS,
  ) {}

  /** The next message to judge; undefined behind the last. */
  next(): SipMessage | undefined {
    const message = this.passing.next();
    if (message) this.#recent[message.index % RECENT] = message;
    return message;
  }

  /** The message under judgement, or one of the 8 before it, by its index; undefined for any other. */
  recent(index: number): SipMessage | undefined {
    const message = this.#recent[index % RECENT];
    return message?.index === index ? message : undefined;
  }

  /** True if the text is too long to be held, so that nothing may keep what was cut from it. */
  get isPieced(): boolean {
    return this.source instanceof PiecedText;
  }

  /** Where reading stopped because a message is longer than can be read; undefined if it did not. */
  get stoppedAt(): number | undefined {
    return this.passing.stoppedAt;
  }

  /** Stretches of text that start no message, known as soon as the last message has passed. */
  get prose(): readonly Range[] {
    return this.passing.prose;
  }

  /** True if a directive so far declares that the file holds whole calls. */
  get isComplete(): boolean {
    return this.passing.isComplete;
  }

  /** Reads all messages once more, one by one. */
  *readMessages(): Generator<SipMessage> {
    const reader = this.read();
    for (let message = reader.next(); message; message = reader.next()) yield message;
  }

  /** All messages at once, which takes many times the memory of the file: `readMessages` does not. */
  get messages(): readonly SipMessage[] {
    this.#messages ??= [...this.readMessages()];
    return this.#messages;
  }

  /** Reads a message once more, which begins at an offset. */
  messageAt(offset: number, index: number): SipMessage | undefined {
    this.#again ??= this.read();
    return this.#again.messageAt({ offset, octet: this.source.octetsBefore(offset) }, index);
  }

  /** The request in this file that a response answers (§17.1.3); undefined if the file does not hold it. */
  requestOf(response: SipMessage): SipMessage | undefined {
    this.#requests ??= new RequestIndex(this.readMessages(), this.read());
    return this.#requests.requestOf(response);
  }
}
