import { classOf, HEX, isAll } from '../chars.js';
import { COLON, DOT } from './codes.js';

/** An IPv4 address as a number of 32 bits. */
export interface IPv4Reading {
  readonly bits: number;
  /** False if a group exceeds 255 or has a leading zero: RFC 3261 §25.1 admits it, RFC 5954 §4.1 does not. */
  readonly isStrict: boolean;
}

/** IPv4address = 1*3DIGIT "." 1*3DIGIT "." 1*3DIGIT "." 1*3DIGIT (§25.1); undefined if `[start, end)` is none. */
export function readIPv4(text: string, start: number, end: number): IPv4Reading | undefined {
  let bits = 0;
  let groups = 0;
  let value = 0;
  let digits = 0;
  let isStrict = true;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : DOT;
    if (code === DOT) {
      if (digits === 0) return undefined;
      if (value > 255) isStrict = false;
      bits = bits * 256 + value;
      groups++;
      value = 0;
      digits = 0;
    } else {
      const digit = code - 0x30;
      if (digit < 0 || digit > 9 || digits === 3) return undefined;
      if (digits > 0 && value === 0) isStrict = false;
      value = value * 10 + digit;
      digits++;
    }
  }
  return groups === 4 ? { bits, isStrict } : undefined;
}

/**
 * IPv6address (RFC 5954 §4.1, which replaces the production of RFC 3261): its eight groups of 16 bits, or undefined if
 * `[start, end)` is none. `::` stands for one group at least.
 */
export function readIPv6(text: string, start: number, end: number): number[] | undefined {
  const groups: number[] = [];
  let gap = -1;
  let at = start;
  if (at < end && text.charCodeAt(at) === COLON) {
    if (text.charCodeAt(at + 1) !== COLON || at + 1 >= end) return undefined;
    gap = 0;
    at += 2;
  }
  while (at < end) {
    if (groups.length >= 8) return undefined;
    let groupEnd = at;
    while (groupEnd < end && groupEnd <= at + 4 && (classOf(text.charCodeAt(groupEnd)) & HEX) !== 0) groupEnd++;
    if (groupEnd < end && text.charCodeAt(groupEnd) === DOT) {
      const tail = readIPv4(text, at, end);
      if (!tail?.isStrict) return undefined;
      groups.push(Math.floor(tail.bits / 65536), tail.bits % 65536);
      break;
    }
    if (groupEnd === at || groupEnd > at + 4) return undefined;
    groups.push(Number.parseInt(text.slice(at, groupEnd), 16));
    at = groupEnd;
    if (at === end) break;
    if (text.charCodeAt(at) !== COLON || at + 1 === end) return undefined;
    at++;
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) return undefined;
      gap = groups.length;
      at++;
    }
  }
  if (gap < 0) return groups.length === 8 ? groups : undefined;
  if (groups.length > 7) return undefined;
  groups.splice(gap, 0, ...new Array<number>(8 - groups.length).fill(0));
  return groups;
}

/**
 * IPv6address = hexpart [ ":" IPv4address ] as RFC 3261 §25.1 has it: any number of groups, and one colon too many before an
 * IPv4 address. RFC 5954 §4.1 took it back, but what follows the older grammar only is more of a slip than garbage is.
 */
export function isIPv6OfRfc3261(text: string, start: number, end: number): boolean {
  const address = text.slice(start, end);
  const lastColon = address.lastIndexOf(':');
  const endsInIPv4 = lastColon >= 0 && readIPv4(address, lastColon + 1, address.length) !== undefined;
  const hexpart = endsInIPv4 ? address.slice(0, lastColon) : address;
  // hexpart = hexseq / hexseq "::" [ hexseq ] / "::" [ hexseq ]
  const sequences = hexpart.split('::');
  return (
    sequences.length <= 2 && sequences.every((part) => (part === '' ? sequences.length === 2 : isHexSequence(part)))
  );
}

/** hexseq = hex4 *( ":" hex4), hex4 = 1*4HEXDIG */
function isHexSequence(text: string): boolean {
  return text.split(':').every((group) => group.length <= 4 && isAll(group, 0, group.length, HEX));
}
