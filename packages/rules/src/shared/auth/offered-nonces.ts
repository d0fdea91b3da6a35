import type { SipMessage } from '@siplint/core';
import { perFile } from '../once/per-file.js';
import { challengesIn, digestText } from './digests.js';

/**
 * The nonces that a file shows, each with the index of the last message that offers it: in a challenge, or as the nextnonce
 * of an Authentication-Info (RFC 2617 §3.2.3).
 */
export const offeredNonces = perFile(({ messages }): ReadonlyMap<string, number> => {
  const offered = new Map<string, number>();
  for (const message of messages) {
    for (const nonce of noncesIn(message)) offered.set(nonce, message.index);
  }
  return offered;
});

function noncesIn(message: SipMessage): string[] {
  const { kind } = message;
  if (kind !== 'response') return [];
  const nonces = challengesIn(message).map(({ nonce }) => nonce);
  for (const info of message.valuesOf('Authentication-Info')) {
    const next = digestText(info, 'nextnonce');
    if (next !== undefined) nonces.push(next);
  }
  return nonces;
}
