import type { SipMessage } from '../syntax/message.js';
import type { SourceText } from '../text/source-text.js';
import { buildDialogs } from './build-dialogs.js';
import { CallLinks } from './call-links.js';
import type { Flow } from './flow.js';
import { FlowMessage } from './flow-message.js';
import { linkHops } from './link-hops.js';
import { linkRetries } from './link-retries.js';
import { MessageRecall } from './message-recall.js';
import { DEFAULT_FLOW_LIMITS, type FlowLimits, OpenFlows } from './open-flows.js';
import { pairMisfits } from './pair-misfits.js';
import { separateAcks } from './separate-acks.js';
import { TransactionIndex } from './transaction-index.js';

/**
 * Makes flows of the messages of a file as they pass. A flow is complete, with its transactions and dialogs, when it is given
 * to `close`: at the end of the file, or before if it rested while many other messages passed. Behind that its messages let
 * go of each other, so memory is bounded whatever the file holds. Time is linear in the number of messages.
 */
export class FlowBuilder {
  readonly #open: OpenFlows;
  readonly #transactions = new TransactionIndex();
  readonly #links = new CallLinks();
  readonly #latestOf = (callId: string): FlowMessage | undefined => this.#open.find(callId)?.latest;
  #recall: MessageRecall | undefined;
  /** True if a message could not be placed, or a flow was closed before the end of the file. */
  #hasGaps = false;

  constructor(
    private readonly close: (flow: Flow) => void,
    limits: FlowLimits = DEFAULT_FLOW_LIMITS,
    /** True for a flow that `close` need not be given. */
    private readonly isKnown: (flow: Flow) => boolean = () => false,
  ) {
    this.#open = new OpenFlows(limits);
  }

  /**
   * Takes the next message. Undefined for one that has no place in a flow, as it cannot be told which it belongs to.
   * @param isComplete True if the file is declared to hold whole calls: no flow is closed early then unless it must be.
   */
  add(message: SipMessage, isComplete = false): FlowMessage | undefined {
    const recall = this.#recallFor(message.source);
    const added = FlowMessage.of(message, recall, this.#latestOf);
    if (!added) {
      this.#hasGaps = true;
      return undefined;
    }
    const { flow } = this.#transactions.add(added, this.#open);
    this.#links.add(added, flow);
    const other = added.sharesTagsWith?.transaction?.flow;
    if (other) {
      other.isSplit = true;
      flow.isSplit = true;
    }
    // What answers a request under another Call-ID leaves both of them without something.
    if (added.callId !== flow.callId) {
      flow.isSplit = true;
      this.#open.of(added.callId).isSplit = true;
    }
    flow.add(added);
    this.#open.touch(flow);
    for (let due = this.#open.takeDue(flow, isComplete); due; due = this.#open.takeDue(flow, isComplete)) {
      this.#hasGaps = true;
      if (due.isSettled) this.#links.forget(due);
      this.#finish(due);
    }
    return added;
  }

  /**
   * Closes what is open. Nothing can be added afterwards.
   * @param isComplete True if the file is declared to hold whole calls.
   */
  end(isComplete: boolean): void {
    for (const flow of this.#open.takeAll()) {
      flow.isComplete = isComplete && !this.#hasGaps && !flow.isSplit;
      this.#finish(flow);
    }
  }

  /** One for all messages of a text; files that are read together may differ in how they are encoded. */
  #recallFor(source: SourceText): MessageRecall {
    if (this.#recall?.encoding !== source.encoding) this.#recall = new MessageRecall(source);
    return this.#recall;
  }

  #finish(flow: Flow): void {
    for (const transaction of flow.transactions) this.#transactions.remove(transaction);
    if (flow.messages.length === 0) return;
    if (!this.isKnown(flow)) {
      separateAcks(flow);
      pairMisfits(flow);
      linkHops(flow);
      linkRetries(flow);
      buildDialogs(flow);
      this.close(flow);
    }
    for (const message of flow.messages) message.release();
  }
}
