import { lookupUriScheme } from '../../registry/uri-schemes.js';
import { ALPHA, classOf, DIGIT, PLACEHOLDER, skipClass } from '../chars.js';
import type { Uri } from '../nodes.js';
import { readAbsoluteUri, type UriCodes } from './absolute-uri.js';
import { COLON, DOT, HYPHEN, PLUS, QUESTION, SEMI } from './codes.js';
import { hostShape } from './host-shape.js';
import type { Reader } from './reader.js';
import { readSipUri } from './sip-uri.js';
import { readTelUri } from './tel-uri.js';

const ZERO = 0x30;

/**
 * addr-spec = SIP-URI / SIPS-URI / absoluteURI (§25.1): all of `[start, end)`; the cursor of the reader is not used.
 * Returns undefined if there is no scheme, without a report if a placeholder may hold it.
 */
export function readUri(reader: Reader, start: number, end: number, codes: UriCodes): Uri | undefined {
  const { text } = reader;
  if (start < end && text.charCodeAt(start) === PLACEHOLDER) {
    return undefined;
  }
  const colon = schemeEnd(text, start, end);
  if (colon < 0) return reader.fail(codes.schemeMissing, start, end, { found: reader.slice(start, end) });
  const length = colon - start;
  if (isSip(text, start) && (length === 3 || (length === 4 && lower(text, start + 3) === 0x73))) {
    return readSipUri(reader, start, colon, end);
  }
  const scheme = text.slice(start, colon).toLowerCase();
  if (scheme === 'tel') return readTelUri(reader, start, colon, end, codes);
  if (isHostWithPort(text, start, colon, end) && !lookupUriScheme(scheme)) {
    return reader.fail(codes.schemeMissing, start, end, { found: reader.slice(start, end) });
  }
  return readAbsoluteUri(reader, start, colon, end, scheme, codes);
}

/** The offset of the colon behind scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) (§25.1), or -1. */
export function schemeEnd(text: string, start: number, end: number): number {
  if (start >= end || (classOf(text.charCodeAt(start)) & ALPHA) === 0) return -1;
  let at = start;
  for (;;) {
    at = skipClass(text, at, end, ALPHA | DIGIT);
    if (at >= end) return -1;
    const code = text.charCodeAt(at);
    if (code === COLON) return at;
    if (code !== PLUS && code !== HYPHEN && code !== DOT) return -1;
    at++;
  }
}

/** True for a host name, a colon and one to five digits without a leading zero, up to the end or before `;` or `?`. */
function isHostWithPort(text: string, start: number, colon: number, end: number): boolean {
  const portEnd = skipClass(text, colon + 1, end, DIGIT);
  if (portEnd === colon + 1 || portEnd > colon + 6 || text.charCodeAt(colon + 1) === ZERO) return false;
  if (hostShape(text, start, colon) !== 'name') return false;
  if (portEnd === end) return true;
  const code = text.charCodeAt(portEnd);
  return code === SEMI || code === QUESTION;
}

function isSip(text: string, start: number): boolean {
  return lower(text, start) === 0x73 && lower(text, start + 1) === 0x69 && lower(text, start + 2) === 0x70;
}

/** The code of an ASCII letter in lower case; other characters do not become a letter that is compared with. */
function lower(text: string, at: number): number {
  return text.charCodeAt(at) | 0x20;
}
