import { RequestIndex } from '../flow/request-index.js';
import type { SipMessage } from '../syntax/message.js';
import type { Range } from '../text/range.js';
import type { SourceText } from '../text/source-text.js';

/** Bounds on the work and output for one file; hostile input stops there with a finding that says so. */
export interface Limits {
  /** Octets of a file. */
  readonly fileBytes: number;
  /** Messages of a file. */
  readonly messages: number;
  /** Findings of one rule in one file. */
  readonly findingsPerRule: number;
}

/** A string of JavaScript holds no more than 2**29 code units in V8, so a file has to stay below that many octets. */
export const DEFAULT_LIMITS: Limits = { fileBytes: 500_000_000, messages: 10_000_000, findingsPerRule: 10_000 };

/** Yields the messages of a text one by one; what stood between them is complete behind the last. */
export interface MessageReader {
  next(): SipMessage | undefined;
  /** Stretches of text that start no message. */
  readonly prose: readonly Range[];
  /** True if a directive so far says that the file holds whole calls. */
  readonly isComplete: boolean;
}

/**
 * A file under judgement, as rules see it. Its messages pass one by one and are not kept, so that a large file needs no more
 * memory than a small one; whoever asks for another message has the file read once more.
 */
export class LintFile {
  #messages: readonly SipMessage[] | undefined;
  #requests: RequestIndex | undefined;

  constructor(
    /** As the user named it, with `/`. */
    readonly path: string,
    readonly source: SourceText,
    /** Gives the messages that are judged. */
    private readonly passing: MessageReader,
    /** Starts to read the messages from the first on again. */
    private readonly read: () => MessageReader,
    readonly limits: Limits = DEFAULT_LIMITS,
  ) {}

  /** The next message to judge; undefined behind the last. */
  next(): SipMessage | undefined {
    return this.passing.next();
  }

  /** Stretches of text that start no message, known as soon as the last message has passed. */
  get prose(): readonly Range[] {
    return this.passing.prose;
  }

  /** True if a directive so far declares that the file holds whole calls. */
  get isComplete(): boolean {
    return this.passing.isComplete;
  }

  /** All messages at once. */
  get messages(): readonly SipMessage[] {
    this.#messages ??= [...messagesOf(this.read())];
    return this.#messages;
  }

  /** The request in this file that a response answers (§17.1.3); undefined if the file does not hold it. */
  requestOf(response: SipMessage): SipMessage | undefined {
    this.#requests ??= new RequestIndex(messagesOf(this.read()));
    return this.#requests.requestOf(response);
  }
}

function* messagesOf(reader: MessageReader): Generator<SipMessage> {
  for (let message = reader.next(); message; message = reader.next()) yield message;
}
