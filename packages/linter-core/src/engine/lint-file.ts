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

export const DEFAULT_LIMITS: Limits = { fileBytes: 1 << 30, messages: 10_000_000, findingsPerRule: 10_000 };

/** A file under judgement, as rules see it: its messages, and what is known between them. */
export class LintFile {
  #requests: RequestIndex | undefined;

  constructor(
    /** As the user named it, with `/`. */
    readonly path: string,
    readonly source: SourceText,
    readonly messages: readonly SipMessage[],
    readonly limits: Limits,
    /** Stretches of text that start no message. */
    readonly prose: readonly Range[] = [],
  ) {}

  /** The request in this file that a response answers (§17.1.3); undefined if the file does not hold it. */
  requestOf(response: SipMessage): SipMessage | undefined {
    this.#requests ??= new RequestIndex(this.messages);
    return this.#requests.requestOf(response);
  }
}
