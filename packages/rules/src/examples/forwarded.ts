import type { Example } from '@siplint/core';
import { type Changes, request, response } from './messages.js';
import { identityOf } from './requests.js';

// The default requests and their responses on the hop behind a proxy, which may send them on several branches.

/** The request as the proxy forwards it: with a Via more and a hop less to go (RFC 3261 §16.6). */
export function forwarded(method: string, changes: Changes = {}, branch = 'a'): Example {
  return request(method, { Via: viasOf(method, branch), 'Max-Forwards': 69, ...changes });
}

/** The response that the proxy gets on that branch. */
export function fromBranch(statusCode: number, method: string, changes: Changes = {}, branch = 'a'): Example {
  const { toTag } = identityOf(method);
  const [own = '', ...below] = viasOf(method, branch);
  return response(statusCode, method, {
    Via: [`${own};received=192.0.2.10`, ...below],
    To: `<sip:bob@example.net>;tag=${toTag}-${branch}`,
    ...changes,
  });
}

function viasOf(method: string, branch: string): string[] {
  return [
    `SIP/2.0/UDP proxy.example.com;branch=${identityOf(method).branch}-${branch}`,
    `SIP/2.0/UDP pc33.example.com;branch=${identityOf(method).branch};received=192.0.2.1`,
  ];
}
