import type { Element, Elements } from './elements.js';
import type { Row } from './row.js';

/** Finds the elements that send, and the addresses that each is known under. */
export function surveyElements(rows: readonly Row[], elements: Elements): void {
  for (const row of rows) noteConnection(row, elements);
  for (const row of rows) noteTrace(row, elements);
  // Only now, so that an address by which an element sends is its own, and no other's further one.
  for (const row of rows) if (row.kind === 'request' && row.sentBy && !isPlaced(row)) elements.at(row.sentBy);
  for (const row of rows) if (!isPlaced(row)) noteFurtherAddresses(row, elements);
  for (const row of rows) noteUserAgent(row, elements);
}

/** The element that sent a request, or that the responses go to; undefined if nothing shows it. */
export function viaElement(row: Row, elements: Elements): Element | undefined {
  const isRequest = row.kind !== 'response';
  const traced = isRequest ? row.source : row.destination;
  if (traced) return elements.at(traced);
  if (row.origin.direction === (isRequest ? 'out' : 'in')) return elements.local;
  return row.sentBy && elements.at(row.sentBy);
}

/** True if a trace tells who of the two the element of the topmost Via is. */
function isPlaced(row: Row): boolean {
  return row.kind === 'response'
    ? row.destination !== undefined || row.origin.direction === 'in'
    : row.source !== undefined || row.origin.direction === 'out';
}

/** A connection has a port of its own at the side that opened it; the Via tells where that side listens. */
function noteConnection({ kind, source, sentBy, transport }: Row, elements: Elements): void {
  if (kind !== 'request' || !source || !sentBy || transport === undefined || transport === 'udp') return;
  if (source.host === sentBy.host && source.port !== sentBy.port) elements.addAddress(source, elements.at(sentBy));
}

function noteTrace(row: Row, elements: Elements): void {
  const { source, destination, sentBy } = row;
  if (source) elements.at(source);
  if (destination) elements.at(destination);
  if (!sentBy || !isPlaced(row)) return;
  const sender = viaElement(row, elements);
  if (!sender) return;
  elements.addAddress(sentBy, sender);
  sender.address ??= sentBy;
}

function noteFurtherAddresses(row: Row, elements: Elements): void {
  const { kind, sentBy, viaCount, received, contacts, recordRoutes } = row;
  const sender = viaElement(row, elements);
  if (!sentBy || !sender) return;
  if (kind === 'response') {
    if (received) elements.addAddress(received, sender);
    return;
  }
  const [contact] = contacts;
  // The Contact of a user agent is where it wants to be reached (§8.1.1.8).
  if (isFromUserAgent(row) && contact && contacts.length === 1) elements.addAddress(contact, sender);
  // One element forwarded it, and one put itself on the route.
  const [recordRoute] = recordRoutes;
  if (viaCount === 2 && recordRoute && recordRoutes.length === 1) elements.addAddress(recordRoute, sender);
}

function noteUserAgent(row: Row, elements: Elements): void {
  const { from, exchange } = row;
  if (!from || !isFromUserAgent(row)) return;
  const sender = viaElement(row, elements);
  if (!sender) return;
  sender.serves(from.user, from.uri);
  if (from.tag === undefined || !exchange) return;
  const { senders } = exchange.facts;
  const known = senders.get(from.tag);
  if (known) known.add(sender);
  else senders.set(from.tag, new Set([sender]));
}

/** True for a request that nobody forwarded; proxies send CANCEL and ACK (§9.1, §16.7 step 10) of their own, too. */
function isFromUserAgent({ kind, method, viaCount }: Row): boolean {
  return kind === 'request' && viaCount === 1 && method !== 'CANCEL' && method !== 'ACK';
}
