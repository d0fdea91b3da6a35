import { ALPHA, classOf, DIGIT, HEX, HOSTCHAR, PLACEHOLDER, skipClass } from '../chars.js';
import { COLON, COMMA, DOT, HYPHEN, LBRACKET, PERCENT, PLUS, QUESTION, RBRACKET, SEMI, SP } from './codes.js';
import { isIPv6OfRfc3261, readIPv4, readIPv6 } from './ipv6.js';

/**
 * What a text in the place of a host is: one of the productions of `host` (§25.1), or in which way it is none.
 * - `ipv4-out-of-range`: four decimal groups, one of them above 255 or with a leading zero; the grammar of RFC 3261 has it
 * - `underscore`: a host name but for underscores
 * - `ipv6-bare`: what looks like an IPv6 address without its brackets
 * - `ipv6-groups`: brackets around too many or too few groups; the grammar of RFC 3261 has it
 * - `ipv6-malformed`: brackets around something else than an IPv6 address
 * - `number`: digits only, perhaps behind a plus: a user part without `@`
 * - `unknown`: it holds a placeholder
 */
export type HostShape =
  | 'name'
  | 'ipv4'
  | 'ipv6'
  | 'unknown'
  | 'ipv4-out-of-range'
  | 'underscore'
  | 'ipv6-bare'
  | 'ipv6-groups'
  | 'ipv6-malformed'
  | 'number'
  | 'malformed';

const UNDERSCORE = 0x5f;

/**
 * The end of what stands in the place of a host, the brackets of an IPv6 reference kept together: in a URI the offset of
 * the first `:` `;` or `?`, in a Via sent-by of the first `:` `;` `,` or white space.
 */
export function hostEnd(text: string, start: number, end: number, inUri: boolean): number {
  let at = skipClass(text, start, end, HOSTCHAR);
  if (at === start && at < end && text.charCodeAt(at) === LBRACKET) {
    while (at < end && text.charCodeAt(at) !== RBRACKET && !endsHost(text.charCodeAt(at), inUri)) at++;
  }
  while (at < end && text.charCodeAt(at) !== COLON && !endsHost(text.charCodeAt(at), inUri)) at++;
  return at;
}

function endsHost(code: number, inUri: boolean): boolean {
  return code === SEMI || (inUri ? code === QUESTION : code === COMMA || code <= SP);
}

/** host = hostname / IPv4address / IPv6reference (§25.1), `[start, end)` not empty. */
export function hostShape(text: string, start: number, end: number): HostShape {
  const shape = shapeOf(text, start, end);
  if (shape === 'name' || shape === 'ipv4' || shape === 'ipv6') return shape;
  return isUnknown(text, start, end) ? 'unknown' : shape;
}

function shapeOf(text: string, start: number, end: number): HostShape {
  if (text.charCodeAt(start) === LBRACKET) {
    if (text.charCodeAt(end - 1) !== RBRACKET) return 'ipv6-malformed';
    if (readIPv6(text, start + 1, end - 1)) return 'ipv6';
    return isIPv6OfRfc3261(text, start + 1, end - 1) ? 'ipv6-groups' : 'ipv6-malformed';
  }
  let topLabel = start;
  let labelBefore = start;
  let common = -1;
  let isMalformed = false;
  let previous = DOT;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === HYPHEN) {
      // domainlabel and toplabel are not empty and have no hyphen at their edges.
      if (previous === DOT || (previous === HYPHEN && code === DOT)) isMalformed = true;
      if (code === DOT) {
        labelBefore = topLabel;
        topLabel = at + 1;
      } else {
        common &= ~DIGIT;
      }
    } else {
      common &= classOf(code);
    }
    previous = code;
  }
  // hostname may end in a dot.
  if (topLabel === end) topLabel = labelBefore;
  if (previous === HYPHEN) isMalformed = true;
  if ((common & HOSTCHAR) === 0 || isMalformed) return oddShape(text, start, end, isMalformed);
  if ((common & DIGIT) !== 0) {
    if (topLabel === start) return 'number';
    const address = readIPv4(text, start, end);
    return !address ? 'malformed' : address.isStrict ? 'ipv4' : 'ipv4-out-of-range';
  }
  // toplabel starts with a letter; behind a digit it would look like an address.
  return (classOf(text.charCodeAt(topLabel)) & ALPHA) === 0 ? 'malformed' : 'name';
}

/** The shape of a text with an empty label, a hyphen at an edge of one, or a character that no host has. */
function oddShape(text: string, start: number, end: number, hasBadLabel: boolean): HostShape {
  let isBad = hasBadLabel;
  let topLabel = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT && at < end - 1) topLabel = at + 1;
    if (code !== UNDERSCORE && (classOf(code) & HOSTCHAR) === 0) isBad = true;
  }
  if (!isBad) return (classOf(text.charCodeAt(topLabel)) & DIGIT) !== 0 ? 'malformed' : 'underscore';
  if (isBareIPv6(text, start, end)) return 'ipv6-bare';
  return isTelephoneNumber(text, start, end) ? 'number' : 'malformed';
}

function isTelephoneNumber(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === PLUS && end > start + 1 && skipClass(text, start + 1, end, DIGIT) === end;
}

function isUnknown(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === PLACEHOLDER) return true;
  return false;
}

/**
 * True for what looks like an IPv6 address without brackets: hexadecimal digits with two colons or more, and dots behind
 * the last of them only, perhaps with a zone behind them (RFC 6874), which SIP does not have.
 */
export function isBareIPv6(text: string, start: number, end: number): boolean {
  let colons = 0;
  let hasDot = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      if (hasDot) return false;
      colons++;
    } else if (code === DOT) {
      hasDot = true;
    } else if (code === PERCENT) {
      break;
    } else if ((classOf(code) & HEX) === 0) {
      return false;
    }
  }
  return colons >= 2;
}
