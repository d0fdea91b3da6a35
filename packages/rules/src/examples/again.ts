import type { Example } from '@siplint/core';
import { challenge } from './digest.js';
import { type Changes, request, response } from './messages.js';
import { identityOf } from './requests.js';

// A request that its sender makes once more outside a dialog: with the next number and a branch of its own (§8.1.3.5).

/** The default request of a method, sent for the nth time behind the first. */
export function again(method: string, changes: Changes = {}, nth = 1): Example {
  return request(method, { Via: viaOf(method, nth), CSeq: cseqOf(method, nth), ...changes });
}

/** The response to it. */
export function answerAgain(statusCode: number, method: string, changes: Changes = {}, nth = 1): Example {
  return response(statusCode, method, {
    Via: `${viaOf(method, nth)};received=192.0.2.1`,
    CSeq: cseqOf(method, nth),
    ...changes,
  });
}

/** The 401 of a server, or the 407 of a proxy, to the default request, with the challenge that default credentials answer. */
export function challenged(statusCode: 401 | 407, method: string, value: string = challenge()): Example {
  return response(statusCode, method, { [statusCode === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate']: value });
}

function viaOf(method: string, nth: number): string {
  return `SIP/2.0/UDP pc33.example.com;branch=${identityOf(method).branch}-${nth}`;
}

function cseqOf(method: string, nth: number): string {
  return `${identityOf(method).cseq + nth} ${method}`;
}
