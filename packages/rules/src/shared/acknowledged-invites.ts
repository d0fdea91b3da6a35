import type { Flow, FlowMessage, Transaction } from '@siplint/core';
import { perFlow } from './per-flow.js';

/**
 * The INVITEs of a flow, each on all hops where it was seen, by what they share with the ACKs to their responses (RFC 3261
 * §13.2.2.4, §17.1.1.3): From tag and CSeq number.
 */
export const invitesOf = perFlow((flow: Flow): ReadonlyMap<string, readonly Transaction[]> => {
  const invites = new Map<string, Transaction[]>();
  for (const transaction of flow.transactions) {
    if (transaction.method !== 'INVITE' || !transaction.request) continue;
    const key = inviteKey(transaction.request);
    const hops = invites.get(key);
    if (hops) hops.push(transaction);
    else invites.set(key, [transaction]);
  }
  return invites;
});

/** The INVITE that an ACK is about, on all hops where it was seen; empty if the file does not show it. */
export function invitesOfAck(ack: FlowMessage, flow: Flow): readonly Transaction[] {
  return invitesOf(flow).get(inviteKey(ack)) ?? NONE;
}

const NONE: readonly Transaction[] = [];

/** From tag and CSeq number of an INVITE, of a response to it, or of an ACK. */
export function inviteKey({ fromTag, cseqNumber }: FlowMessage): string {
  return `${cseqNumber} ${fromTag ?? ''}`;
}
