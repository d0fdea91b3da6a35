import { compareHops, type FlowMessage, type Transaction } from '@siplint/core';

/** A CANCEL with what it cancels (RFC 3261 §9.1): the transaction on its hop that has the same branch and sent-by. */
export interface Cancellation {
  readonly cancel: FlowMessage;
  readonly cancelled: Transaction;
}

/**
 * Undefined for another transaction, for a CANCEL whose request is not in the file or passed between other addresses, and
 * for one that a proxy without state only forwarded, since the file shows it on the hop before.
 */
export function cancellationOf({ request: cancel, cancelled, upstream }: Transaction): Cancellation | undefined {
  if (!cancel || !cancelled || upstream) return undefined;
  if (hasAddresses(cancel) && hasAddresses(cancelled.first) && compareHops(cancel, cancelled.first) === 'different') {
    return undefined;
  }
  return { cancel, cancelled };
}

/** Without addresses the branch tells the hop; a proxy's CANCEL has fewer Vias than its INVITE. */
function hasAddresses({ origin: { source, destination } }: FlowMessage): boolean {
  return source !== undefined && destination !== undefined;
}
