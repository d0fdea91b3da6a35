import { URIC } from '../chars.js';
import type { OtherUri } from '../nodes.js';
import { LBRACKET, PERCENT, RBRACKET } from './codes.js';
import type { Reader } from './reader.js';
import { characterEnd, reportBadEscape, skipUnescaped } from './uri-characters.js';

/** The codes of a URI that is no SIP URI; they depend on where it stands. */
export interface UriCodes {
  readonly schemeMissing: string;
  /** An absoluteURI without a rest, or with a character that no URI has. */
  readonly malformed: string;
}

/** The URI of an address in a header field. */
export const ADDRESS_URI: UriCodes = { schemeMissing: 'uri.scheme-missing', malformed: 'absolute-uri.malformed' };

/** absoluteURI = scheme ":" ( hier-part / opaque-part ) (§25.1), with the brackets that RFC 3986 §3.2.2 gives to IPv6. */
export function readAbsoluteUri(
  reader: Reader,
  start: number,
  colon: number,
  end: number,
  scheme: string,
  codes: UriCodes,
): OtherUri {
  let at = skipUnescaped(reader.text, colon + 1, end, URIC);
  while (at < end && isBracket(reader.text.charCodeAt(at))) at = skipUnescaped(reader.text, at + 1, end, URIC);
  judgeAbsoluteUri(reader, start, colon, at, end, codes);
  return { kind: 'other', start, end, text: reader.slice(start, end), scheme, rest: reader.node(colon + 1, end) };
}

/** Reports the defect of an absoluteURI whose characters are sound up to `at`. */
export function judgeAbsoluteUri(
  reader: Reader,
  start: number,
  colon: number,
  at: number,
  end: number,
  codes: UriCodes,
): void {
  if (colon + 1 === end) {
    reader.fail(codes.malformed, start, end, { found: reader.slice(start, end) });
  } else if (at < end) {
    if (reader.text.charCodeAt(at) === PERCENT) reportBadEscape(reader, at, end);
    else reader.fail(codes.malformed, at, characterEnd(reader.text, at), { found: reader.slice(start, end) });
  }
}

function isBracket(code: number): boolean {
  return code === LBRACKET || code === RBRACKET;
}
