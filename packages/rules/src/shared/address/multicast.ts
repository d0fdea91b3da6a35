import { readIPv4, readIPv6 } from '@siplint/core';

/** True for the text of an address of 224.0.0.0/4 (RFC 5771). */
export function isMulticastIPv4(text: string): boolean {
  return /^2(?:2[4-9]|3\d)\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(text);
}

/** True for the text of an address of ff00::/8 (RFC 4291 §2.7), with brackets or without. */
export function isMulticastIPv6(text: string): boolean {
  return /^\[?ff[\da-f]{2}:/i.test(text);
}

/** False for a literal address of one host; nothing is known of a name. */
export function mayBeMulticast(address = ''): boolean {
  if (address.startsWith('[')) return isMulticastIPv6(address);
  return !/^[\d.]+$/.test(address) || isMulticastIPv4(address);
}

/** True for the literal address of one host, if it is well-formed. */
export function isUnicastAddress(address = ''): boolean {
  if (address.startsWith('[')) {
    return !isMulticastIPv6(address) && readIPv6(address, 1, address.length - 1) !== undefined;
  }
  return !isMulticastIPv4(address) && readIPv4(address, 0, address.length)?.isStrict === true;
}
