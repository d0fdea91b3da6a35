import { classOf, DIGIT, HEX, HNV, isAll, PARAM, PASSWORD, skipClass, TOKEN, USER } from '../chars.js';
import type { SipUri } from '../nodes.js';
import { EQUAL, PERCENT, PLUS, STAR } from './codes.js';
import type { Reader } from './reader.js';

const HASH = 0x23;

/**
 * The first offset of `[start, end)` whose character is neither of `mask` nor part of escaped = "%" HEXDIG HEXDIG, or
 * `end`. If a `%` stands there, an escape is malformed.
 */
export function skipUnescaped(text: string, start: number, end: number, mask: number): number {
  let at = skipClass(text, start, end, mask);
  while (at < end && text.charCodeAt(at) === PERCENT && isHex(text, at + 1, end) && isHex(text, at + 2, end)) {
    at = skipClass(text, at + 3, end, mask);
  }
  return at;
}

function isHex(text: string, at: number, end: number): boolean {
  return at < end && (classOf(text.charCodeAt(at)) & HEX) !== 0;
}

/**
 * Judges the characters of the components of a SIP URI but for its host and port (§19.1.2), given that nothing else is wrong
 * with it. One malformed escape or else one unescaped character is reported.
 */
export function judgeCharacters(reader: Reader, uri: SipUri): void {
  const scan = new CharacterScan(reader.text);
  scan.uri(uri);
  if (scan.badEscape >= 0) {
    reportBadEscape(reader, scan.badEscape, uri.end);
  } else if (scan.illegal >= 0) {
    const end = characterEnd(reader.text, scan.illegal);
    const character = reader.slice(scan.illegal, end);
    reader.fail('sip-uri.unescaped-character', scan.illegal, end, { character, component: scan.component });
  } else if (scan.equal >= 0) {
    reader.tolerate('sip-uri.unescaped-equal', scan.equal, scan.equal + 1);
  } else if (scan.hash >= 0) {
    reader.tolerate('sip-uri.unescaped-hash', scan.hash, scan.hash + 1);
  }
}

/** Reports a `%` without two hexadecimal digits. */
export function reportBadEscape(reader: Reader, at: number, end: number): void {
  const stop = isHex(reader.text, at + 1, end) ? at + 2 : at + 1;
  reader.fail('uri.percent-malformed', at, stop, { found: reader.slice(at, stop) });
}

/** The end of the character at an offset: both halves of a surrogate pair belong to it. */
export function characterEnd(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** Looks for the first defects of each kind; offsets are -1 as long as there is none. */
class CharacterScan {
  badEscape = -1;
  illegal = -1;
  /** Where `illegal` stands, as a message would call it. */
  component = '';
  /** An `=` in a parameter value: base64 in the Record-Route of many proxies. */
  equal = -1;
  /** A `#` in a user part that was dialled. */
  hash = -1;

  constructor(readonly text: string) {}

  uri({ user, password, params, headers }: SipUri): void {
    if (user) this.#component(user.start, user.end, USER, 'user part');
    if (password) this.#component(password.start, password.end, PASSWORD, 'password');
    for (const { start, nameEnd, valueStart, end, key } of params) {
      this.#component(start, nameEnd, PARAM, 'parameter name');
      if (hasTokenValue(key) && isAll(this.text, valueStart, end, TOKEN)) continue;
      this.#component(valueStart, end, PARAM, 'parameter value');
    }
    for (const { start, end, name } of headers) {
      this.#component(start, start + name.length, HNV, 'header name');
      this.#component(start + name.length + 1, end, HNV, 'header value');
    }
  }

  #component(start: number, end: number, mask: number, component: string): void {
    const { text } = this;
    for (let at = skipUnescaped(text, start, end, mask); at < end; at = skipUnescaped(text, at + 1, end, mask)) {
      const code = text.charCodeAt(at);
      if (code === PERCENT) {
        if (this.badEscape < 0) this.badEscape = at;
      } else if (code === EQUAL && component === 'parameter value') {
        if (this.equal < 0) this.equal = at;
      } else if (this.illegal >= 0) {
        // One is enough.
      } else if (code === HASH && component === 'user part' && isDialled(text, start, end)) {
        this.hash = at;
        return;
      } else {
        this.illegal = at;
        this.component = component;
      }
    }
  }
}

/** other-transport, other-user and Method are tokens, which may hold a "%" that is no escape, and a "`". */
function hasTokenValue(key: string): boolean {
  return key === 'transport' || key === 'user' || key === 'method';
}

/** A user part of what is dialled: digits, `*`, `#` and `+`, such as `*21#` or `99#+15550100`. */
function isDialled(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((classOf(code) & DIGIT) === 0 && code !== STAR && code !== HASH && code !== PLUS) return false;
  }
  return true;
}
