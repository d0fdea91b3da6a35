import type { Example } from '@siplint/core';
import { type Changes, request, response } from './messages.js';
import { ALICE, ALICE_CONTACT, BOB, BOB_CONTACT, identityOf } from './requests.js';

// Further requests in the dialog of the default INVITE, by either side, with their responses: Alice goes on from 314160.

interface Side {
  readonly address: string;
  readonly contact: string;
  readonly tag: string;
  readonly host: string;
  /** Of the packets that it sends. */
  readonly received: string;
}

const { fromTag, toTag, callId } = identityOf('INVITE');
const CALLER: Side = {
  address: ALICE,
  contact: ALICE_CONTACT,
  tag: fromTag,
  host: 'pc33.example.com',
  received: '192.0.2.1',
};
const CALLEE: Side = {
  address: BOB,
  contact: BOB_CONTACT,
  tag: toTag,
  host: 'client.example.net',
  received: '192.0.2.4',
};

/** A request by Alice. */
export function byAlice(method: string, cseq: number, changes: Changes = {}): Example {
  return sentBy(CALLER, CALLEE, method, cseq, changes);
}

/** Bob's response to it. */
export function toAlice(statusCode: number, method: string, cseq: number, changes: Changes = {}): Example {
  return answeredBy(CALLEE, CALLER, statusCode, method, cseq, changes);
}

/** A request by Bob. */
export function byBob(method: string, cseq: number, changes: Changes = {}): Example {
  return sentBy(CALLEE, CALLER, method, cseq, changes);
}

/** Alice's response to it. */
export function toBob(statusCode: number, method: string, cseq: number, changes: Changes = {}): Example {
  return answeredBy(CALLER, CALLEE, statusCode, method, cseq, changes);
}

function sentBy(sender: Side, peer: Side, method: string, cseq: number, changes: Changes): Example {
  return request(method, {
    startLine: `${method} ${peer.contact.slice(1, -1)} SIP/2.0`,
    Via: viaOf(sender, method, cseq),
    ...identityIn(sender, peer, method, cseq),
    ...(hasContact(method) && { Contact: sender.contact }),
    ...changes,
  });
}

function answeredBy(
  answerer: Side,
  sender: Side,
  statusCode: number,
  method: string,
  cseq: number,
  changes: Changes,
): Example {
  const isTargetRefresh = statusCode < 300 && (method === 'INVITE' || method === 'UPDATE');
  return response(statusCode, method, {
    Via: `${viaOf(sender, method, cseq)};received=${sender.received}`,
    ...identityIn(sender, answerer, method, cseq),
    ...(isTargetRefresh && { Contact: answerer.contact }),
    ...changes,
  });
}

function viaOf({ host }: Side, method: string, cseq: number): string {
  return `SIP/2.0/UDP ${host};branch=z9hG4bK776asdhds-${method.toLowerCase()}-${cseq}`;
}

function identityIn(sender: Side, peer: Side, method: string, cseq: number): Changes {
  return {
    To: `${peer.address};tag=${peer.tag}`,
    From: `${sender.address};tag=${sender.tag}`,
    'Call-ID': callId,
    CSeq: `${cseq} ${method}`,
  };
}

function hasContact(method: string): boolean {
  return method === 'INVITE' || method === 'UPDATE' || method === 'NOTIFY';
}
