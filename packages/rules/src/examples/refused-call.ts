import type { Example } from '@siplint/core';
import { ack, type Changes } from './messages.js';
import { BOB, identityOf } from './requests.js';

/** Alice's ACK to a 300-699 response to the default INVITE: it has the Request-URI and the branch of that (§17.1.1.3). */
export function failureAck(changes: Changes = {}): Example {
  return ack({
    startLine: `ACK ${BOB.slice(1, -1)} SIP/2.0`,
    Via: `SIP/2.0/UDP pc33.example.com;branch=${identityOf('INVITE').branch}`,
    ...changes,
  });
}
