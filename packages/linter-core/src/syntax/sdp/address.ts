import { DIGIT, HOSTCHAR, hasPlaceholder, isAll } from '../chars.js';
import type { TextNode } from '../nodes.js';
import { LBRACKET } from '../values/codes.js';
import { readIPv4, readIPv6 } from '../values/ipv6.js';
import type { Reader } from '../values/reader.js';
import type { SdpIssueCode } from './issue-codes.js';
import type { SdpAddress } from './nodes.js';

/** The codes of the defects of an address, which o= and c= have each of their own. */
export interface AddressCodes {
  readonly addressMismatch: SdpIssueCode;
  readonly addressMalformed: SdpIssueCode;
  readonly addressBracketed: SdpIssueCode;
}

/**
 * unicast-address or the address of multicast-address in `[start, end)`, for an address type (RFC 8866 §5.2, §5.7, §9).
 * Since extn-addr is any text without blanks, only what is plainly the wrong literal is reported: one of the other
 * address type, a dotted number with a part above 255, a text with colons that is no IPv6 address, and brackets, which
 * belong to URIs. Addresses of other types than IP4 and IP6 are not looked at.
 */
export function readAddress(
  reader: Reader,
  start: number,
  end: number,
  addressType: TextNode,
  codes: AddressCodes,
): SdpAddress | undefined {
  const found = reader.slice(start, end);
  const type = addressType.text;
  if ((type !== 'IP4' && type !== 'IP6') || hasPlaceholder(found)) {
    return { start, end, text: found, kind: 'other', isMulticast: false };
  }
  const { text } = reader;
  if (text.charCodeAt(start) === LBRACKET) return reader.fail(codes.addressBracketed, start, end, { found });
  const ipv4 = readIPv4(text, start, end);
  if (!ipv4?.isStrict && hasPartAbove255(found)) {
    return reader.fail(codes.addressMalformed, start, end, { type, found });
  }
  if (ipv4) {
    if (type !== 'IP4') return reader.fail(codes.addressMismatch, start, end, { type, found, fits: 'IP4' });
    // 224.0.0.0/4
    return { start, end, text: found, kind: 'ipv4', isMulticast: Math.floor(ipv4.bits / 2 ** 28) === 14 };
  }
  if (found.includes(':')) {
    const groups = readIPv6(text, start, end);
    if (!groups) return reader.fail(codes.addressMalformed, start, end, { type, found });
    if (type !== 'IP6') return reader.fail(codes.addressMismatch, start, end, { type, found, fits: 'IP6' });
    return { start, end, text: found, kind: 'ipv6', isMulticast: (groups[0] ?? 0) >= 0xff00 };
  }
  const kind = isAll(text, start, end, HOSTCHAR) ? 'name' : 'other';
  return { start, end, text: found, kind, isMulticast: false };
}

/** True for four dotted numbers of which one is above 255. */
function hasPartAbove255(found: string): boolean {
  // Most addresses that are no literal are names.
  if (!isAll(found, 0, 1, DIGIT)) return false;
  const parts = found.split('.');
  if (parts.length !== 4 || !parts.every((part) => isAll(part, 0, part.length, DIGIT))) return false;
  return parts.some((part) => Number(part) > 255);
}
