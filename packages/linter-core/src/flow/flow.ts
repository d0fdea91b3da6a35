import type { Dialog } from './dialog.js';
import { FactHolder } from './fact-holder.js';
import type { FlowMessage } from './flow-message.js';
import type { Transaction } from './transaction.js';

/** The messages of one Call-ID, with what they make up. */
export class Flow extends FactHolder {
  /** In order of the file. */
  readonly messages: FlowMessage[] = [];
  /** In order of their first messages. */
  transactions: Transaction[] = [];
  readonly dialogs: Dialog[] = [];
  /**
   * Requests with a To tag whose tags are those of no dialog, though the file shows how a dialog of this Call-ID began, and
   * that the peer did not accept.
   */
  readonly outsideDialogs: FlowMessage[] = [];
  /**
   * True if the file is declared to hold the whole call, and nothing of it was left out: then what is missing here was
   * never sent.
   */
  isComplete = false;
  /** True if a message of another Call-ID has the two tags of one of this: what is missing here may stand there. */
  isSplit = false;
  /** Counts of messages of the file at which the flow got its last one, and got its place among the open flows. */
  touchedAt = 0;
  placedAt = 0;
  /** True as soon as no more is put into it. */
  isClosed = false;
  /** True if the last final response was a success. */
  endedWell = false;
  /** The request whose tags a later one of the file is compared with. */
  tagged: FlowMessage | undefined;
  /** Requests without a final response. */
  #pending = 0;
  /** True while something goes on without messages: a call, a registration, a subscription. */
  #lasts = false;

  constructor(
    readonly callId: string,
    /** True if an earlier part of this flow was judged on its own: it had grown too long, or had rested. */
    readonly isContinued: boolean,
  ) {
    super();
  }

  get latest(): FlowMessage | undefined {
    return this.messages[this.messages.length - 1];
  }

  /** True if nothing is left open, so that hardly anything of this Call-ID is to come but retransmissions. */
  get isSettled(): boolean {
    return this.#pending === 0 && !this.#lasts;
  }

  /** Takes a message that has its transaction. */
  add(message: FlowMessage): void {
    this.messages.push(message);
    const { transaction, method } = message;
    if (message.copyOf || method === 'ACK') return;
    if (message.kind === 'request') {
      if (!transaction?.final) this.#pending++;
      this.#lasts ||= method === 'REGISTER' || method === 'SUBSCRIBE' || method === 'REFER' || method === 'PUBLISH';
    } else if (message.isFinal && transaction?.final === message) {
      if (transaction.request) this.#pending--;
      this.endedWell = message.isSuccess;
      if (method === 'BYE') this.#lasts = false;
      else if (method === 'INVITE' && message.isSuccess) this.#lasts = true;
    }
  }

  /** True if the first message is a request that can begin something: what follows was seen from the beginning. */
  get sawBeginning(): boolean {
    const [first] = this.messages;
    return !this.isContinued && first?.kind === 'request' && first.toTag === undefined && !isFollowUp(first.method);
  }
}

/** Methods that need an INVITE, or a dialog, before them. */
function isFollowUp(method: string): boolean {
  return method === 'ACK' || method === 'CANCEL' || method === 'BYE' || method === 'PRACK' || method === 'UPDATE';
}
