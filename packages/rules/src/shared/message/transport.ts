import type { SipMessage } from '@siplint/core';

/** The transport that a message goes over in upper case: what is known of its origin counts more than the topmost Via. */
export function transportOf(message: SipMessage): string | undefined {
  return (message.origin.transport ?? message.field('Via')?.value?.transport.text)?.toUpperCase();
}

/** True for a transport, in lower case, that delivers what it takes (RFC 3261 §17, RFC 4168, RFC 7118). */
export function isReliableTransport(transport: string): boolean {
  return RELIABLE_TRANSPORTS.has(transport);
}

const RELIABLE_TRANSPORTS: ReadonlySet<string> = new Set(['tcp', 'tls', 'sctp', 'tls-sctp', 'ws', 'wss']);
