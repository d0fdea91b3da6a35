import type { Port, Uri } from '../syntax/nodes.js';

/** Where an element can be reached. */
export interface Address {
  /** Lower case, an IPv6 address without brackets. */
  readonly host: string;
  /** Undefined for the default port of the transport. */
  readonly port: number | undefined;
  readonly isPortGiven: boolean;
  /** True for an IP address, false for a name that has yet to be resolved. */
  readonly isNumeric: boolean;
}

/** Default ports (RFC 3261 §18.1.1, §19.1.2; RFC 7118 §4.2): who writes one means the same as who writes none. */
const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ['tls', 5061],
  ['ws', 80],
  ['wss', 443],
]);
const DEFAULT_PORT = 5060;

export function toAddress(host: string, port: number | undefined, transport: string): Address {
  const bare = (host.startsWith('[') ? host.slice(1, -1) : host).toLowerCase();
  const isDefault = port === (DEFAULT_PORTS.get(transport) ?? DEFAULT_PORT);
  const isNumeric = /^[\d.]+$/.test(bare) || bare.includes(':');
  return { host: bare, port: isDefault ? undefined : port, isPortGiven: port !== undefined, isNumeric };
}

/** `host:port` of a node of the syntax tree; undefined where a placeholder stands for the port. */
export function nodeAddress(
  host: { readonly text: string },
  port: Port | undefined,
  transport: string,
): Address | undefined {
  return port && port.value === undefined ? undefined : toAddress(host.text, port?.value, transport);
}

/** What a SIP URI points to; undefined for any other URI. */
export function uriAddress(uri: Uri | undefined, transport: string): Address | undefined {
  if (uri?.kind !== 'sip' || !uri.host) return undefined;
  return nodeAddress(uri.host, uri.port, uri.secure ? 'tls' : transport);
}

/** An address as traces write it: `192.0.2.1:5060`, `[2001:db8::1]:5060`, or without a port. */
export function traceAddress(text: string, transport: string): Address {
  const colon = text.lastIndexOf(':');
  const hasPort = colon > 0 && (text.startsWith('[') ? text.charAt(colon - 1) === ']' : text.indexOf(':') === colon);
  const port = hasPort ? Number.parseInt(text.slice(colon + 1), 10) : Number.NaN;
  return toAddress(hasPort ? text.slice(0, colon) : text, Number.isNaN(port) ? undefined : port, transport);
}

export function addressText({ host, port }: Address): string {
  if (port === undefined) return host;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
