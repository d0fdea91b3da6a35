import { readIPv4, readIPv6 } from '@siplint/core';

/** The IP address in `192.0.2.1`, `[2001:db8::1]` or `2001:db8::1`, in one form for each address; undefined for a host name. */
export function ipAddressOf(text: string): string | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const v4 = readIPv4(bare, 0, bare.length);
  return v4 ? String(v4.bits) : readIPv6(bare, 0, bare.length)?.join(':');
}

/** The host in `host:port` as a trace notes it; undefined where there is no port, so that it is not told what is which. */
export function hostOfEndpoint(endpoint: string): string | undefined {
  const colon = endpoint.lastIndexOf(':');
  return colon > 0 ? endpoint.slice(0, colon) : undefined;
}
