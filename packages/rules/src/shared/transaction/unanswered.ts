import type { Flow, FlowMessage, Transaction } from '@siplint/core';
import { perFlow } from '../once/per-flow.js';
import { invitesOfAck } from './acknowledged-invites.js';

/**
 * True if the file shows no final response of a request on its hop: neither one that does not fit, which is reported for that,
 * nor an ACK, which tells that there was one or is reported itself.
 */
export function isUnanswered(transaction: Transaction): boolean {
  const { final, misfits, flow } = transaction;
  if (final || misfits.some(({ message }) => message.isFinal)) return false;
  return !acknowledgedInvites(flow).has(transaction);
}

/** INVITEs, each on all hops, that an ACK is about. */
const acknowledgedInvites = perFlow((flow: Flow): ReadonlySet<Transaction> => {
  return new Set(flow.messages.filter(isAck).flatMap((ack) => invitesOfAck(ack, flow)));
});

function isAck({ kind, method }: FlowMessage): boolean {
  return kind === 'request' && method === 'ACK';
}
