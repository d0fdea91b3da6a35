import type { Uri } from '@siplint/core';

/** True if a host is this host itself or no address at all: localhost, 127.0.0.0/8, ::1, 0.0.0.0 and ::. */
export function isUnreachableHost(host: string): boolean {
  const first = host.charCodeAt(0);
  if (first === 0x5b || host.includes(':')) return isUnreachableIPv6(host);
  // "l", "L", "1" and "0" begin all the others, so most hosts cost one look.
  if (first === 0x6c || first === 0x4c) return /^localhost\.?$/i.test(host);
  return (first === 0x31 && /^127\.\d+\.\d+\.\d+$/.test(host)) || (first === 0x30 && host === '0.0.0.0');
}

/** True if the URI is a SIP URI with such a host. */
export function isUnreachableUri(uri: Uri | undefined): boolean {
  return uri?.kind === 'sip' && uri.host !== undefined && isUnreachableHost(uri.host.text);
}

/** ::1 and ::, however many zeros are written out. */
function isUnreachableIPv6(host: string): boolean {
  const address = host.startsWith('[') ? host.slice(1, -1) : host;
  const digits = address.replace(/[0:]/g, '');
  return digits === '' || (digits === '1' && address.endsWith('1'));
}
