import type { Example } from '@siplint/core';
import { type Changes, cancel, ok } from './messages.js';
import { identityOf } from './requests.js';

// The CANCEL that a proxy sends on a branch of the default INVITE: with the topmost Via alone (RFC 3261 §9.1, §16.7 step 10).

export function proxyCancel(changes: Changes = {}, branch = 'a'): Example {
  return cancel({ Via: viaOf(branch), ...changes });
}

/** The 200 to it. */
export function okToProxyCancel(branch = 'a'): Example {
  return ok('CANCEL', { Via: `${viaOf(branch)};received=192.0.2.10` });
}

function viaOf(branch: string): string {
  return `SIP/2.0/UDP proxy.example.com;branch=${identityOf('INVITE').branch}-${branch}`;
}
