import { type SessionPresence, sessionOf } from '../flow/read-facts.js';
import { hasPlaceholder } from '../syntax/chars.js';
import type { MessageOrigin, SipMessage } from '../syntax/message.js';
import { paramOf, type Uri } from '../syntax/nodes.js';
import { type Address, nodeAddress, traceAddress, uriAddress } from './address.js';
import type { Exchange } from './exchange.js';

/** Characters of a start line, a reason phrase or a method that are kept. */
const LONGEST_LABEL = 200;

/** From or To of a message. */
export interface Party {
  readonly uri: string;
  /** User and host, which tell the user apart. */
  readonly user: string;
  readonly tag: string | undefined;
}

/** A message of the ladder, with what tells between whom it went. Undefined is what is absent or cannot be read. */
export interface Row {
  readonly index: number;
  readonly offset: number;
  readonly kind: 'request' | 'response' | 'unreadable';
  readonly method: string | undefined;
  readonly status: number | undefined;
  readonly label: string;
  readonly reason: string | undefined;
  readonly callId: string | undefined;
  readonly cseq: number | undefined;
  readonly from: Party | undefined;
  readonly to: Party | undefined;
  readonly origin: MessageOrigin;
  readonly transport: string | undefined;
  readonly source: Address | undefined;
  readonly destination: Address | undefined;
  readonly sentBy: Address | undefined;
  /** Where the topmost Via says that the request came from. */
  readonly received: Address | undefined;
  readonly viaCount: number;
  readonly requestUri: Address | undefined;
  /** Contact, Route and Record-Route, from the topmost on; values that cannot be read are left out. */
  readonly contacts: readonly Address[];
  readonly routes: readonly Address[];
  readonly recordRoutes: readonly Address[];
  readonly session: SessionPresence;
  /** The exchange that it belongs to, and what it repeats, known when its flow is complete. */
  exchange: Exchange | undefined;
  repeats: Row | undefined;
  sending: number;
}

export function readRow(message: SipMessage): Row {
  const { startLine, origin, index, offset } = message;
  const isRequest = startLine.kind === 'request';
  const via = message.field('Via')?.values[0]?.partial;
  const transport = origin.transport ?? via?.transport.text.toLowerCase();
  const hop = transport ?? 'udp';
  const cseq = message.field('CSeq')?.values[0]?.partial;
  const reason = startLine.kind === 'response' ? cut(message.sourceText(startLine.reasonPhrase)) : undefined;
  const received = via && paramOf(via, 'received')?.value;
  return {
    index,
    offset,
    kind: startLine.kind === 'unrecognized' ? 'unreadable' : startLine.kind,
    method: isRequest ? cut(message.sourceText(startLine.method)) : cseq && cut(message.sourceText(cseq.method)),
    status: startLine.kind === 'response' ? startLine.statusCode || undefined : undefined,
    reason,
    label: labelOf(message),
    callId: message.field('Call-ID')?.rawValue || undefined,
    cseq: cseq?.number,
    from: partyOf(message, 'From'),
    to: partyOf(message, 'To'),
    origin,
    transport,
    source: origin.source === undefined ? undefined : traceAddress(origin.source, hop),
    destination: origin.destination === undefined ? undefined : traceAddress(origin.destination, hop),
    sentBy:
      via && !hasPlaceholder(via.sentBy.host.text) ? nodeAddress(via.sentBy.host, via.sentBy.port, hop) : undefined,
    received: via && received ? traceAddress(withPort(received, paramOf(via, 'rport')?.value), hop) : undefined,
    viaCount: countVias(message),
    requestUri: isRequest ? knownAddress(startLine.requestUri.value, hop) : undefined,
    contacts: addressesOf(message, 'Contact', hop),
    routes: addressesOf(message, 'Route', hop),
    recordRoutes: addressesOf(message, 'Record-Route', hop),
    session: sessionOf(message),
    exchange: undefined,
    repeats: undefined,
    sending: 1,
  };
}

function labelOf(message: SipMessage): string {
  const { startLine } = message;
  if (startLine.kind === 'request') return cut(message.sourceText(startLine.method));
  if (startLine.kind === 'unrecognized') return cut(message.sourceText(startLine));
  return cut(`${message.sourceText(startLine.code)} ${message.sourceText(startLine.reasonPhrase)}`.trimEnd());
}

function cut(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL)}…`;
}

function countVias(message: SipMessage): number {
  let count = 0;
  for (let row = message.field('Via'); row; row = row.nextOfName) count += row.values.length;
  return count;
}

function partyOf(message: SipMessage, name: 'From' | 'To'): Party | undefined {
  const value = message.field(name)?.values[0]?.partial;
  if (!value?.uri) return undefined;
  const { uri } = value;
  const text = cut(message.sourceText(uri));
  return { uri: text, user: userOf(text), tag: paramOf(value, 'tag')?.value };
}

/** `alice@example.com` of `sip:alice@example.com;user=phone`; a URI of another scheme keeps it. */
function userOf(uri: string): string {
  const bare = uri.replace(/^sips?:/i, '');
  // A user part may hold ';' and '?', so parameters are sought behind it.
  const end = bare.slice(bare.indexOf('@') + 1).search(/[;?]/);
  return end < 0 ? bare : bare.slice(0, bare.indexOf('@') + 1 + end);
}

function knownAddress(uri: Uri | undefined, transport: string): Address | undefined {
  return uri && !hasPlaceholder(uri.text) ? uriAddress(uri, transport) : undefined;
}

function addressesOf(message: SipMessage, name: 'Contact' | 'Route' | 'Record-Route', transport: string): Address[] {
  const addresses: Address[] = [];
  for (const value of message.valuesOf(name)) {
    const address = value.kind === 'name-addr' ? knownAddress(value.uri, transport) : undefined;
    if (address) addresses.push(address);
  }
  return addresses;
}

function withPort(host: string, port: string | undefined): string {
  const bare = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return port === undefined ? bare : `${bare}:${port}`;
}
