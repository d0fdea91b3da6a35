import { FactHolder } from './fact-holder.js';
import type { Flow } from './flow.js';
import type { FlowMessage } from './flow-message.js';
import type { Transaction } from './transaction.js';

/** Who sent the request that created the dialog, and who answered it. */
export type DialogSide = 'caller' | 'callee';

/** A request within a dialog, or the one that creates it. */
export interface DialogRequest {
  readonly sender: DialogSide;
  /** As the file shows it first. */
  readonly request: FlowMessage;
  /** The request on the hops where it was seen, in order; that of `request` is the first. */
  readonly transactions: readonly Transaction[];
  /**
   * The messages whose Contact is the remote target of the request: the latest that set it, on each hop where it was seen,
   * and those that may have changed it by then. Empty if the file does not show any.
   */
  readonly remoteTargets: readonly FlowMessage[];
}

export type DialogState = 'early' | 'confirmed' | 'terminated';

/**
 * A peer-to-peer relationship between two user agents (RFC 3261 §12): a Call-ID and two tags. Where its beginning is not in
 * the file, `caller` is the sender of the first message seen.
 */
export class Dialog extends FactHolder {
  /** The request that creates it, on all hops; undefined if the file does not show it. */
  creation: DialogRequest | undefined;
  /** The dialogs that the same request created, itself among them: several where it was forked. */
  forks: readonly Dialog[] = [this];
  /** The responses that create it or confirm it (101-299 with its To tag) on all hops, in order, without retransmissions. */
  readonly creatingResponses: FlowMessage[] = [];
  /** The requests within it in order, each once whatever its hops; ACKs to 2xx responses too. */
  readonly requests: DialogRequest[] = [];
  /** All messages in order: creating and mid-dialog requests on all hops with their responses. */
  readonly messages: FlowMessage[] = [];
  /** What ended it: the 2xx to a BYE, or the final response that refused the INVITE of an early dialog. */
  end: FlowMessage | undefined;
  /** True if a SUBSCRIBE, NOTIFY or REFER was sent in it, which may outlive the INVITE's usage. */
  hasSubscription = false;

  constructor(
    readonly flow: Flow,
    readonly callerTag: string,
    readonly calleeTag: string,
  ) {
    super();
  }

  /** The first provisional response that created it. */
  get earlyBy(): FlowMessage | undefined {
    return this.creatingResponses.find(({ isProvisional }) => isProvisional);
  }

  /** The first 2xx to the request that created it. */
  get confirmedBy(): FlowMessage | undefined {
    return this.creatingResponses.find(({ isSuccess }) => isSuccess);
  }

  /** Where it stands at the end of the file. */
  get state(): DialogState {
    if (this.end) return 'terminated';
    const isEarly = this.creatingResponses.length > 0 && this.confirmedBy === undefined;
    return isEarly ? 'early' : 'confirmed';
  }

  get sawBeginning(): boolean {
    return this.creation !== undefined;
  }

  get sawEnd(): boolean {
    return this.end !== undefined;
  }

  get acks(): DialogRequest[] {
    return this.requests.filter(({ request }) => request.method === 'ACK');
  }

  /** The first BYE. */
  get bye(): DialogRequest | undefined {
    return this.requests.find(({ request }) => request.method === 'BYE');
  }

  tagOf(side: DialogSide): string {
    return side === 'caller' ? this.callerTag : this.calleeTag;
  }
}

export function otherSide(side: DialogSide): DialogSide {
  return side === 'caller' ? 'callee' : 'caller';
}
