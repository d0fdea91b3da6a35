import type { FlowMessage, Transaction } from '@siplint/core';

/** The request of a transaction on the nearest hop before, as its Via values prove; undefined if it is not known which it is. */
export function requestBefore({ upstream }: Transaction): FlowMessage | undefined {
  // A client that reused the branch has sent two requests, and either may be the one that was forwarded.
  if (!upstream || upstream.next?.branchKey === upstream.branchKey || upstream.sharesBranchWith) return undefined;
  return upstream.request;
}

/**
 * The response on the hop before that a proxy forwarded as this one, by its To tag: one with another tag the proxy may have
 * made on its own.
 */
export function responseBefore({ forwards, toTag }: FlowMessage): FlowMessage | undefined {
  return forwards?.kind === 'response' && forwards.toTag === toTag ? forwards : undefined;
}

/** The sent-by of the element that stands between a message and the same one hop earlier. */
export function forwardingElement(message: FlowMessage, before: FlowMessage): string {
  return message.kind === 'request' ? message.sentBy : before.sentBy;
}
