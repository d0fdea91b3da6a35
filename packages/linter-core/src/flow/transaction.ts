import { appended } from '../text/append.js';
import { FactHolder } from './fact-holder.js';
import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';

/** A message that a transaction's peer most likely meant for it, though it does not match by RFC 3261 §17. */
export interface Misfit {
  readonly message: FlowMessage;
  /**
   * Why it does not match. `branch`: a response, an ACK or a CANCEL that fits in everything but the branch of its topmost
   * Via, or a response in everything but the host there. `method`: a response with the branch of the request and another CSeq method.
   */
  readonly differsIn: 'branch' | 'method';
}

/**
 * A request on one hop, with its responses there (§17.1.3, §17.2.3). Client and server side are not told apart: a capture
 * shows what lies between them. The ACK to a non-2xx belongs to the transaction of its INVITE; a CANCEL, and the ACK to a
 * 2xx, are transactions of their own.
 */
export class Transaction extends FactHolder {
  /** Undefined if the file shows only what answers it. */
  request: FlowMessage | undefined;
  /** Of a CANCEL: the transaction with the same branch, which it cancels. */
  cancelled: Transaction | undefined;
  /** The CANCEL of this transaction. */
  cancel: Transaction | undefined;
  /** The same request on the nearest hop before, as its Via values prove. */
  upstream: Transaction | undefined;
  /** The transaction of the same method and tags that the same sender began before on the same hop, and after. */
  previous: Transaction | undefined;
  next: Transaction | undefined;
  /** An earlier transaction with the same branch; a CANCEL does not count. The INVITE, for an ACK to its 2xx. */
  sharesBranchWith: Transaction | undefined;
  /** The one before among those of its branch that an index remembers. */
  earlierOfBranch: Transaction | undefined;
  // Most transactions need none of these lists, and very many are at hand at once.
  #responses: FlowMessage[] | undefined;
  #acks: FlowMessage[] | undefined;
  #misfits: Misfit[] | undefined;
  #downstream: Transaction[] | undefined;
  #hops: readonly Transaction[] | undefined;

  constructor(
    readonly flow: Flow,
    /** The branch with what else tells the transaction apart, as its CANCEL shares it. */
    readonly branchKey: string,
    readonly method: string,
    /** The message that was seen first. */
    readonly first: FlowMessage,
  ) {
    super();
  }

  /** In order, without retransmissions, which are the `copies` of each. */
  get responses(): readonly FlowMessage[] {
    return this.#responses ?? NONE;
  }

  /** Everything of it in order: retransmissions and ACKs too, misfits not. */
  get messages(): FlowMessage[] {
    const firsts = [...(this.request ? [this.request] : []), ...this.responses, ...this.acks];
    return firsts.flatMap((message) => [message, ...message.copies]).sort((a, b) => a.index - b.index);
  }

  /** ACKs with the branch of this INVITE, but for those to a 2xx; in order, without retransmissions. */
  get acks(): readonly FlowMessage[] {
    return this.#acks ?? NONE;
  }

  get misfits(): readonly Misfit[] {
    return this.#misfits ?? NONE;
  }

  /** The same request on the hops behind: several where a proxy forks. */
  get downstream(): readonly Transaction[] {
    return this.#downstream ?? NONE;
  }

  /**
   * All transactions of the flow with this method, CSeq number and tags, itself among them, in order: the request as seen
   * on all its hops, whether or not the Via values prove how they follow each other.
   */
  get hops(): readonly Transaction[] {
    this.#hops ??= [this];
    return this.#hops;
  }

  set hops(hops: readonly Transaction[]) {
    this.#hops = hops;
  }

  addResponse(response: FlowMessage): void {
    this.#responses = appended(this.#responses, response);
  }

  addAck(ack: FlowMessage): void {
    this.#acks = appended(this.#acks, ack);
  }

  addMisfit(misfit: Misfit): void {
    this.#misfits = appended(this.#misfits, misfit);
  }

  addDownstream(transaction: Transaction): void {
    this.#downstream = appended(this.#downstream, transaction);
  }

  /** Leaves this transaction only the ACKs that still name it as their own. */
  keepOwnAcks(): void {
    this.#acks = this.#acks?.filter((ack) => ack.transaction === this);
  }

  /** The first final response. */
  get final(): FlowMessage | undefined {
    for (const response of this.responses) if (response.isFinal) return response;
    return undefined;
  }

  /** The first response of all. */
  get firstResponse(): FlowMessage | undefined {
    return this.responses[0];
  }

  /** True if the file shows the request, so that what comes before the responses is known. */
  get sawBeginning(): boolean {
    return this.request !== undefined;
  }

  /** True if the file shows how it ended; an ACK of its own has no end to show. */
  get sawEnd(): boolean {
    return this.final !== undefined;
  }
}

const NONE: readonly never[] = [];
