import type { LintFile, SipMessage } from '@siplint/core';
import { perFile } from './per-file.js';

/** True if the file holds a final response to the INVITE that an ACK belongs to. */
export function hasFinalResponse(file: LintFile, ack: SipMessage): boolean {
  const key = inviteKey(ack);
  return key !== undefined && answeredInvites(file).has(key);
}

const answeredInvites = perFile((file) => {
  const keys = new Set<string>();
  for (const message of file.readMessages()) {
    if (!(message.statusCode >= 200) || message.method !== 'INVITE') continue;
    const key = inviteKey(message);
    if (key !== undefined) keys.add(key);
  }
  return keys;
});

/** Call-ID and CSeq number: what an INVITE shares with its responses and with the ACK to each of them (RFC 3261 §17.1.1.3). */
function inviteKey(message: SipMessage): string | undefined {
  const callId = message.field('Call-ID')?.rawValue;
  const number = message.field('CSeq')?.value?.number;
  return callId === undefined || number === undefined ? undefined : `${callId} ${number}`;
}
