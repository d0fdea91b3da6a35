import { type LintFile, paramOf, type SipMessage } from '@siplint/core';
import { perFile } from '../once/per-file.js';

/** True if the file holds a failure of the INVITE that an ACK belongs to, or a 2xx without a To tag. */
export function wasRefusedOrUntagged(file: LintFile, ack: SipMessage): boolean {
  const key = inviteKey(ack);
  return key !== undefined && refusedOrUntaggedInvites(file).has(key);
}

const refusedOrUntaggedInvites = perFile((file) => {
  const keys = new Set<string>();
  for (const message of file.readMessages()) {
    if (!(message.statusCode >= 200) || message.method !== 'INVITE') continue;
    const to = message.field('To')?.value;
    if (message.statusCode < 300 && to && paramOf(to, 'tag')) continue;
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
