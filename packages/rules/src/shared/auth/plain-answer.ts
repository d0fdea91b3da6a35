import type { FlowMessage } from '@siplint/core';
import type { ChallengedRetry } from './answered-challenge.js';

/**
 * True for what almost all answers to a challenge look like: credentials in one row of the right field, with the texts of the
 * one challenge there is. It spares reading the messages once more, and says nothing where it is false.
 */
export function isPlainAnswer({ request, refused, response }: ChallengedRetry): boolean {
  const { credentials } = request;
  const { challenges } = response;
  if (!isOneLine(credentials) || !isOneLine(challenges) || !isOfOneParty(request, response)) return false;
  const asked = new Params(challenges);
  if (!asked.isOneChallenge) return false;
  const answered = new Params(credentials);
  for (const name of COPIED_PARAMS) if (asked.get(name) !== answered.get(name)) return false;
  const offered = asked.get('qop=');
  const chosen = answered.get('qop=');
  if (offered === undefined ? chosen !== undefined : !isOneOf(chosen, offered)) return false;
  return refused.credentials === '' || new Params(refused.credentials).get('nonce=') !== answered.get('nonce=');
}

const COPIED_PARAMS = ['realm=', 'nonce=', 'opaque=', 'algorithm='] as const;

/** True for one value of a header field, which is not folded. */
function isOneLine(rows: string): boolean {
  return rows.indexOf('\n') === rows.length - 1;
}

/** The parameters of a row, as texts: auth-param = auth-param-name EQUAL ( token / quoted-string ) (RFC 3261 §25.1). */
class Params {
  /** Names are the same in any case. */
  readonly #lower: string;

  constructor(private readonly text: string) {
    const lower = text.toLowerCase();
    // Few letters outside of ASCII take more room in lower case: then names are found as they are written.
    this.#lower = lower.length === text.length ? lower : text;
  }

  /** True if there is one realm, as every challenge has one (§22.1). */
  get isOneChallenge(): boolean {
    const at = this.#lower.indexOf('realm=');
    return at >= 0 && !this.#lower.includes('realm=', at + 1) && this.get('realm=') !== undefined;
  }

  /** The value behind a name with its `=`. */
  get(name: string): string | undefined {
    for (let at = this.#lower.indexOf(name); at >= 0; at = this.#lower.indexOf(name, at + 1)) {
      if (at > 0 && isSeparator(this.#lower.charCodeAt(at - 1))) return valueAt(this.text, at + name.length);
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
