import type { FlowMessage } from '@siplint/core';
import type { ChallengedRetry } from './answered-challenge.js';

/**
 * True for what almost all answers to a challenge look like: credentials in one row of the right field, with the texts of the
 * one challenge there is. It spares reading the messages once more, and says nothing where it is false.
 */
export function isPlainAnswer({ request, refused, response }: ChallengedRetry): boolean {
  const { credentials } = request;
  if (credentials.indexOf('\n') !== credentials.length - 1 || !isOfOneParty(request, response)) return false;
  const challenge = loneChallenge(response.text);
  if (challenge === undefined) return false;
  const asked = new Params(challenge);
  const answered = new Params(credentials);
  if (asked.get('realm') === undefined) return false;
  for (const name of COPIED_PARAMS) if (asked.get(name) !== answered.get(name)) return false;
  const offered = asked.get('qop');
  const chosen = answered.get('qop');
  if (offered === undefined ? chosen !== undefined : !isOneOf(chosen, offered)) return false;
  return refused.credentials === '' || new Params(refused.credentials).get('nonce') !== answered.get('nonce');
}

const COPIED_PARAMS = ['realm', 'nonce', 'opaque', 'algorithm'] as const;

/** The parameters of a row, as texts: auth-param = auth-param-name EQUAL ( token / quoted-string ) (RFC 3261 §25.1). */
class Params {
  /** Names are the same in any case. */
  readonly #lower: string;

  constructor(private readonly text: string) {
    const lower = text.toLowerCase();
    // Few letters outside of ASCII take more room in lower case: then names are found as they are written.
    this.#lower = lower.length === text.length ? lower : text;
  }

  get(name: string): string | undefined {
    const sought = `${name}=`;
    for (let at = this.#lower.indexOf(sought); at >= 0; at = this.#lower.indexOf(sought, at + 1)) {
      if (at > 0 && isSeparator(this.#lower.charCodeAt(at - 1))) return valueAt(this.text, at + sought.length);
    }
    return undefined;
  }
}

/** A token, or a quoted string without escapes. */
function valueAt(text: string, start: number): string | undefined {
  if (text.charCodeAt(start) === DQUOTE) {
    const end = text.indexOf('"', start + 1);
    const value = text.slice(start, end + 1);
    return end < 0 || value.includes('\\') ? undefined : value;
  }
  let end = start;
  while (end < text.length && !isSeparator(text.charCodeAt(end)) && text.charCodeAt(end) !== DQUOTE) end++;
  return end > start ? text.slice(start, end) : undefined;
}

const DQUOTE = 0x22;

function isSeparator(code: number): boolean {
  return code === 0x2c || code <= 0x20;
}

/** The header row of the one challenge in a message; undefined if there is none, or there may be several. */
function loneChallenge(text: string): string | undefined {
  const lower = text.toLowerCase();
  const at = lower.length === text.length ? lower.indexOf(REALM) : -1;
  return at < 0 || lower.includes(REALM, at + 1) ? undefined : rowAt(text, at);
}

const REALM = 'realm=';

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
