import type { SipMessage } from '@siplint/core';

/** True for responses to ACK and CANCEL, which cannot be sent again with credentials (RFC 3261 §22.1). */
export function cannotBeChallenged({ method }: SipMessage): boolean {
  return method === 'ACK' || method === 'CANCEL';
}
