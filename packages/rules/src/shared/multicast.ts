/** True for the text of an address of 224.0.0.0/4 (RFC 5771). */
export function isMulticastIPv4(text: string): boolean {
  return /^2(?:2[4-9]|3\d)\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(text);
}

/** True for the text of an address of ff00::/8 (RFC 4291 §2.7), with brackets or without. */
export function isMulticastIPv6(text: string): boolean {
  return /^\[?ff[\da-f]{2}:/i.test(text);
}
