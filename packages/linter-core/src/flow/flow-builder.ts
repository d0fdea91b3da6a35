import type { SipMessage } from '../syntax/message.js';
import { buildDialogs } from './build-dialogs.js';
import { CallLinks } from './call-links.js';
import { Flow } from './flow.js';
import { FlowMessage } from './flow-message.js';
import { linkHops } from './link-hops.js';
import { linkRetries } from './link-retries.js';
import { MessageRecall } from './message-recall.js';
import { pairMisfits } from './pair-misfits.js';
import { separateAcks } from './separate-acks.js';
import { TransactionIndex } from './transaction-index.js';

/** How much of a file is kept at once. */
export interface FlowLimits {
  /** Messages of all open flows; beyond it the flows that rested longest are closed. */
  readonly messages: number;
  /** Messages of one flow; beyond it what is there is closed, and a flow that continues it begins. */
  readonly messagesOfFlow: number;
}

export const DEFAULT_FLOW_LIMITS: FlowLimits = { messages: 16_384, messagesOfFlow: 1_024 };

/**
 * Makes flows of the messages of a file as they pass. A flow is complete, with its transactions and dialogs, when it is given
 * to `close`: at the end of the file, or before if it rested while many other messages passed. Behind that its messages let
 * go of each other, so memory is bounded whatever the file holds. Time is linear in the number of messages.
 */
export class FlowBuilder {
  /** By Call-ID; the one that rested longest comes first. */
  readonly #open = new Map<string, Flow>();
  readonly #transactions = new TransactionIndex();
  readonly #links = new CallLinks();
  #recall: MessageRecall | undefined;
  #kept = 0;
  /** True if a message could not be placed, or a flow was closed before the end of the file. */
  #hasGaps = false;

  constructor(
    private readonly close: (flow: Flow) => void,
    private readonly limits: FlowLimits = DEFAULT_FLOW_LIMITS,
  ) {}

  /** Takes the next message. Undefined for one that has no place in a flow, as it cannot be told which it belongs to. */
  add(message: SipMessage): FlowMessage | undefined {
    this.#recall ??= new MessageRecall(message.source);
    const added = FlowMessage.of(message, this.#recall);
    if (!added) {
      this.#hasGaps = true;
      return undefined;
    }
    const { flow } = this.#transactions.add(added, () => this.#flowOf(added.callId));
    this.#links.add(added);
    flow.messages.push(added);
    this.#kept++;
    this.#touch(flow);
    return added;
  }

  /**
   * Closes what is open. Nothing can be added afterwards.
   * @param isComplete True if the file is declared to hold whole calls.
   */
  end(isComplete: boolean): void {
    for (const flow of this.#open.values()) {
      flow.isComplete = isComplete && !this.#hasGaps;
      this.#finish(flow);
    }
    this.#open.clear();
  }

  #flowOf(callId: string): Flow {
    let flow = this.#open.get(callId);
    if (!flow) {
      flow = new Flow(callId, false);
      this.#open.set(callId, flow);
    }
    return flow;
  }

  #touch(flow: Flow): void {
    this.#open.delete(flow.callId);
    if (flow.messages.length < this.limits.messagesOfFlow) this.#open.set(flow.callId, flow);
    else {
      this.#open.set(flow.callId, new Flow(flow.callId, true));
      this.#finishEarly(flow);
    }
    while (this.#kept > this.limits.messages) {
      const [rested] = this.#open.values();
      if (!rested) return;
      this.#open.delete(rested.callId);
      this.#finishEarly(rested);
    }
  }

  #finishEarly(flow: Flow): void {
    this.#hasGaps = true;
    this.#finish(flow);
  }

  #finish(flow: Flow): void {
    this.#kept -= flow.messages.length;
    for (const transaction of flow.transactions) this.#transactions.remove(transaction);
    if (flow.messages.length === 0) return;
    separateAcks(flow);
    pairMisfits(flow);
    linkHops(flow);
    linkRetries(flow);
    buildDialogs(flow);
    this.close(flow);
    for (const message of flow.messages) message.release();
  }
}
