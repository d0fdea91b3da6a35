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
  for (const param of [realm, nonce, opaque, algorithm]) {
    if (param.exec(credentials)?.[1] !== param.exec(response.text)?.[1]) return false;
  }
  const offered = qop.exec(response.text)?.[1];
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
