import type { Host } from '@siplint/core';

/** True for a literal address of 224.0.0.0/4 (RFC 5771) or ff00::/8 (RFC 4291 §2.7). */
export function isMulticastAddress({ kind, text }: Pick<Host, 'kind' | 'text'>): boolean {
  if (kind === 'ipv4') return isMulticastIPv4(text);
  return kind === 'ipv6' && /^\[?ff[0-9a-f]{2}:/i.test(text);
}

/** True for the text of an IPv4 address whose first group is 224 to 239. */
export function isMulticastIPv4(text: string): boolean {
  return /^2(?:2[4-9]|3\d)\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(text);
}
