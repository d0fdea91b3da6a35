import type { Flow, FlowMessage, Transaction } from '@siplint/core';
import { perFlow } from '../once/per-flow.js';

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

/** The first final response with each To tag to each INVITE, by what the ACK to it has in common with both. */
const finalsOf = perFlow((flow: Flow): ReadonlyMap<string, FlowMessage> => {
  const finals = new Map<string, FlowMessage>();
  for (const { request, method, responses } of flow.transactions) {
    if (method !== 'INVITE' || !request) continue;
    for (const response of responses) {
      const key = ackKey(request, response.toTag);
      if (response.isFinal && !finals.has(key)) finals.set(key, response);
    }
  }
  return finals;
});

/** The final response that an ACK acknowledges by its CSeq number and tags, on whatever hop it was seen first. */
export function finalOfAck(ack: FlowMessage, flow: Flow): FlowMessage | undefined {
  return finalsOf(flow).get(ackKey(ack, ack.toTag));
}

/**
 * True for an ACK that may acknowledge a failure on a hop of which the file does not show the INVITE: its sender may be a
 * proxy, which knows nothing of the dialog (§17.1.1.3).
 */
export function mayBeHopByHop(request: FlowMessage, flow: Flow): boolean {
  return request.method === 'ACK' && !successesOf(flow).has(ackKey(request, request.toTag));
}

/** What the ACKs to the 2xx of a flow have in common with them. */
const successesOf = perFlow((flow: Flow): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const { method, request, responses } of flow.transactions) {
    if (method !== 'INVITE') continue;
    for (const response of responses) if (response.isSuccess) keys.add(ackKey(request ?? response, response.toTag));
  }
  return keys;
});

/** What the ACK to a final response has in common with the INVITE, and the To tag of the response. */
export function ackKey(request: FlowMessage, toTag: string | undefined): string {
  return `${inviteKey(request)}\n${toTag ?? ''}`;
}
