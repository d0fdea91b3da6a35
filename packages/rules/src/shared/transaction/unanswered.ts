import type { Flow, FlowMessage, Transaction } from '@siplint/core';
import { perFlow } from '../once/per-flow.js';
import { invitesOfAck } from './acknowledged-invites.js';

/**
 * True if the file shows no final response of a request on its hop: neither one that does not fit, which is reported for that,
 * nor an ACK, which tells that there was one or is reported itself.
 */
export function isUnanswered(transaction: Transaction): boolean {
  const { final, misfits, flow, cancelled } = transaction;
  if (final || misfits.some(({ message }) => message.isFinal)) return false;
  // What answers a CANCEL with another method has the branch of its INVITE, too.
  if (cancelled?.misfits.some(({ message, differsIn }) => differsIn === 'method' && message.isFinal)) return false;
  return !acknowledgedInvites(flow).has(transaction);
}

/** INVITEs, each on all hops, that an ACK is about. */
const acknowledgedInvites = perFlow((flow: Flow): ReadonlySet<Transaction> => {
  return new Set(flow.messages.filter(isAck).flatMap((ack) => invitesOfAck(ack, flow)));
});

function isAck({ kind, method }: FlowMessage): boolean {
  return kind === 'request' && method === 'ACK';
}
