import type { FlowMessage } from '@siplint/core';
import type { ChallengedRetry } from './answered-challenge.js';

/**
 * True for what almost all answers to a challenge look like: credentials in one row of the right field, with the texts of the
 * one challenge there is. It spares reading the messages once more, and says nothing where it is false.
 */
export function isPlainAnswer({ request, refused, response }: ChallengedRetry): boolean {
  const { credentials } = request;
  if (credentials.indexOf('\n') !== credentials.length - 1 || !isOfOneParty(request, response)) return false;
  const { realm, nonce, opaque, algorithm, qop } = PARAMS;
  const challenged = realm.exec(response.text);
  if (!challenged || realm.test(response.text.slice(challenged.index + challenged[0].length))) return false;
  const challenge = rowAt(response.text, challenged.index);
  if (challenge === undefined) return false;
  for (const param of [realm, nonce, opaque, algorithm]) {
    if (param.exec(credentials)?.[1] !== param.exec(challenge)?.[1]) return false;
  }
  const offered = qop.exec(challenge)?.[1];
  const chosen = qop.exec(credentials)?.[1];
  if (offered === undefined ? chosen !== undefined : !isOneOf(chosen, offered)) return false;
  return refused.credentials === '' || nonce.exec(refused.credentials)?.[1] !== nonce.exec(credentials)?.[1];
}

const PARAMS = {
  realm: paramPattern('realm'),
  nonce: paramPattern('nonce'),
  opaque: paramPattern('opaque'),
  algorithm: paramPattern('algorithm'),
  qop: paramPattern('qop'),
};

/** auth-param = auth-param-name EQUAL ( token / quoted-string ), without escapes (RFC 3261 §25.1). */
function paramPattern(name: string): RegExp {
  return new RegExp(String.raw`[\s,]${name}=("[^"\\]*"|[^\s,"]+)`, 'i');
}

/** The header row that holds an offset; undefined if it is folded. */
function rowAt(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', offset);
  if (end < 0 || isBlank(text.charCodeAt(start)) || isBlank(text.charCodeAt(end + 1))) return undefined;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isOfOneParty(request: FlowMessage, response: FlowMessage): boolean {
  const isOfServer = request.has('Authorization') && response.has('WWW-Authenticate');
  const isOfProxy = request.has('Proxy-Authorization') && response.has('Proxy-Authenticate');
  const isOfBoth = request.has('Authorization') && request.has('Proxy-Authorization');
  return (
    isOfServer !== isOfProxy && !isOfBoth && !(response.has('WWW-Authenticate') && response.has('Proxy-Authenticate'))
  );
}

/** True for a token among those in a quoted list. */
function isOneOf(chosen: string | undefined, offered: string): boolean {
  if (chosen !== 'auth' && chosen !== 'auth-int') return false;
  return offered.slice(1, -1).split(',').includes(chosen);
}
