import type { SipMessage } from '../syntax/message.js';
import { appended } from '../text/append.js';
import type { Dialog } from './dialog.js';
import { MessageFacts } from './message-facts.js';
import type { MessageRecall } from './message-recall.js';
import { type Placing, placingOf } from './read-facts.js';
import type { Transaction } from './transaction.js';

/**
 * A message of a flow: facts of it, and its place among the others. `message` gives all of it, read once more from its text:
 * ask for it where the facts do not decide, and for ranges to report.
 */
export class FlowMessage extends MessageFacts {
  /** Absent in a message whose flow was judged and released. */
  transaction: Transaction | undefined;
  /** The dialog that the request is sent in, or that the response creates or belongs to. */
  dialog: Dialog | undefined;
  /** The message that this one repeats: the first of its kind in its transaction. */
  copyOf: FlowMessage | undefined;
  /** The same message one hop earlier on its way: what was wrong there already is not to be reported again here. */
  forwards: FlowMessage | undefined;
  /** Of a REGISTER: the latest one of another Call-ID that bound the same Contact with the same From and To. */
  rebinds: FlowMessage | undefined;
  /** Of a request with both tags: a message of another Call-ID with the same two. */
  sharesTagsWith: FlowMessage | undefined;
  /** Of a request outside a dialog: the failure response of another Call-ID or From tag that it seems to follow up. */
  retries: FlowMessage | undefined;

  #copies: FlowMessage[] | undefined;
  readonly #recall: MessageRecall;

  private constructor(message: SipMessage, placing: Placing, recall: MessageRecall, kin: FlowMessage | undefined) {
    super(message, placing, kin);
    this.#recall = recall;
  }

  /**
   * Undefined for a message that has no place in a flow: one of the fields that say where it belongs cannot be read.
   * @param latestOf The latest message of a Call-ID, whose texts are held once where the two have the same.
   */
  static of(
    message: SipMessage,
    recall: MessageRecall,
    latestOf: (callId: string) => FlowMessage | undefined,
  ): FlowMessage | undefined {
    const placing = placingOf(message);
    return placing && new FlowMessage(message, placing, recall, latestOf(placing.callId));
  }

  /** The whole message, read again if it passed too long ago. */
  get message(): SipMessage {
    return this.#recall.messageOf(this);
  }

  /** The retransmissions of this message in order. */
  get copies(): readonly FlowMessage[] {
    return this.#copies ?? NONE;
  }

  /** Notes a retransmission of this message. */
  addCopy(copy: FlowMessage): void {
    copy.copyOf = this;
    this.#copies = appended(this.#copies, copy);
  }

  /** Lets go of the other messages, so that who still holds this one holds no more. */
  release(): void {
    this.transaction = undefined;
    this.dialog = undefined;
    this.copyOf = undefined;
    this.#copies = undefined;
    this.forwards = undefined;
    this.rebinds = undefined;
    this.sharesTagsWith = undefined;
    this.retries = undefined;
  }
}

const NONE: readonly FlowMessage[] = [];
