import type { FlowMessage } from '@siplint/core';
import { hostOfEndpoint } from '../address/packet-address.js';

/**
 * True if a message that was sent to one side of a dialog reached, as the file shows it, the very element that sent a request of
 * that side: so its values are those that the sender of the request knows, whatever other hops made of them. The request has to be
 * one with a single Via.
 */
export function reachedSender(message: FlowMessage, request: FlowMessage): boolean {
  const isOwnResponse = message.sentBy === request.sentBy && message.viaCount === request.viaCount;
  if (message.kind === 'response' && !isOwnResponse) return false;
  const { destination } = message.origin;
  const { source } = request.origin;
  if (destination !== undefined && source !== undefined) return isSameElement(destination, source, request.transport);
  return isOwnResponse || (message.kind === 'request' && isNextTo(message, request));
}

/** Over UDP an element sends from the port that it listens at; a connection has a port of its own. */
function isSameElement(a: string, b: string, transport: string): boolean {
  return transport === 'udp' ? a === b : hostOfEndpoint(a) === hostOfEndpoint(b);
}

/**
 * True if a request of the peer, and one of this side, passed one place: the latter goes first where the former came from, or
 * there is no sign of anybody between the two sides.
 */
function isNextTo(received: FlowMessage, sent: FlowMessage): boolean {
  const [first] = sent.routes ?? [];
  if (first !== undefined) {
    const host = hostOfEndpoint(received.sentBy);
    return host !== undefined && first.toLowerCase().includes(host);
  }
  return received.viaCount === 1 && received.routes?.length === 0 && received.recordRoutes?.length === 0;
}
