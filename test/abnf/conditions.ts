import { lookupHeader } from '@siplint/core';
import type { Condition } from './grammar.js';

const DIGEST_PARAMS = ['username', 'realm', 'nonce', 'uri', 'response', 'algorithm', 'cnonce', 'opaque', 'qop', 'nc'];

/** The conditions of rules of RFC 3261, of later RFCs and of prose.abnf, by name in lower case. */
export const CONDITIONS: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  // §7.3.1 wants UTF-8 in text; RFC 3629 ended it at U+10FFFF and took the surrogates and overlong forms out.
  ['utf8-nonascii', isUtf8],
  ['reason-phrase', isUtf8],
  ['header-value', isUtf8],
  // §25.1: what begins with a scheme of its own is a URI of that form only.
  ['absoluteuri', (text) => !/^sips?:/i.test(text)],
  // §20: a URI outside angle brackets
  ['addr-spec', (text) => !/[,;?]/.test(text)],
  // §19.1.1
  ['other-param', isOther('transport', 'user', 'method', 'ttl', 'maddr')],
  // §18.1.1, and the comment in §25.1
  ['ttl', (text) => Number(text) <= 255],
  // §7.2
  ['status-code', (text) => /^[1-6]/.test(text)],
  // RFC 2045 §5.1 and RFC 2616 §14.1: an asterisk is no type; in Accept it stands for all, and for all types only if it stands for
  // all subtypes too.
  ['media-type', (text) => !/^\*\s*\/|\/\s*\*\s*(?:;|$)/.test(text)],
  ['media-range', (text) => !/^\*\s*\/(?!\s*\*\s*(?:;|$))/.test(text)],
  // §20.17: Date is case-sensitive.
  ['sip-date', (text) => /^[A-Z][a-z]{2},\s+\d\d\s+[A-Z][a-z]{2}\s.*GMT$/s.test(text)],
  // §22: other schemes than Digest, but Basic is forbidden.
  ['auth-scheme', (text) => !/^(?:digest|basic)$/i.test(text)],
  ['ainfo-extension', isOther('rspauth')],
  ['digest-extension', isOther(...DIGEST_PARAMS, 'domain', 'stale')],
  // §25.1: an extension is what no other rule names.
  ['header-name', (text) => lookupHeader(text) === undefined],
  // Parameters with a value of their own form
  ['media-parameter', isOther('q')],
  ['accept-extension', isOther('q')],
  ['contact-extension', isOther('q', 'expires')],
  ['tag-extension', isOther('tag')],
  ['retry-extension', isOther('duration')],
  ['via-extension', isOther('ttl', 'maddr', 'received', 'branch', 'rport')],
]);

/** True of a parameter that has another name than these. */
function isOther(...names: readonly string[]): Condition {
  const known = new Set(names);
  return (text) => !known.has((/^[^\s=]*/.exec(text)?.[0] ?? '').toLowerCase());
}

/** True of octets that are UTF-8 (RFC 3629). */
export function isUtf8(octets: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(octets, 'latin1'));
    return true;
  } catch {
    return false;
  }
}
