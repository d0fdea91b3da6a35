import { type Dialog, type DialogSide, type FlowMessage, otherSide, type SipUri, type Uri } from '@siplint/core';
import { isPrivateHost } from '../address/private-host.js';
import { oncePer } from '../once/once-per.js';

/**
 * Who sent a request of a dialog, whatever its tags say: by the addresses of the capture or the directions that it notes,
 * compared with those of the INVITE, else by a lone Via that names the Contact of one side and not that of the other.
 * Undefined if nothing tells it beyond doubt.
 */
export function actualSender(dialog: Dialog, request: FlowMessage, claimed: DialogSide): DialogSide | undefined {
  const { creation } = dialog;
  if (!creation) return undefined;
  const { origin } = request;
  if (origin.source !== undefined && origin.destination !== undefined) return senderByWay(dialog, request, isOnSameWay);
  if (origin.direction !== undefined) {
    const sender = senderByWay(dialog, request, isInSameDirection);
    return isBelievable(sender, creation.request, request) ? sender : undefined;
  }
  // Most requests of the caller name the host that its INVITE named.
  if (claimed === 'caller' && request.sentBy === creation.request.sentBy) return 'caller';
  return senderByVia(dialog, request, claimed);
}

type WayComparison = (a: FlowMessage, b: FlowMessage) => boolean | undefined;

/** The side whose messages went the way that the request goes, if those of the other side never did. */
function senderByWay(
  { creation, creatingResponses }: Dialog,
  request: FlowMessage,
  compare: WayComparison,
): DialogSide | undefined {
  let found: DialogSide | undefined;
  const isOf = (message: FlowMessage | undefined, side: DialogSide): boolean => {
    const isSame = message && compare(message, request);
    if (isSame === undefined) return true;
    const sender = isSame ? side : otherSide(side);
    found ??= sender;
    return found === sender;
  };
  // Where a request passes both ways, as on a proxy's own host, the way says nothing.
  const isClear =
    creation?.transactions.every((hop) => isOf(hop.request, 'caller')) &&
    creatingResponses.every((response) => isOf(response, 'callee'));
  return isClear ? found : undefined;
}

/**
 * True unless the element that noted the directions may have forwarded the request: on a proxy both sides send in, and what
 * it sends out has more than one Via, but for the ACK to a failure.
 */
function isBelievable(sender: DialogSide | undefined, invite: FlowMessage, request: FlowMessage): boolean {
  for (const { origin, viaCount } of [invite, request]) if (origin.direction === 'out' && viaCount > 1) return false;
  const isOfCaller = originatorOf(request) === originatorOf(invite);
  return sender === 'caller' ? isOfCaller : !isOfCaller && request.method !== 'ACK';
}

/** `host:port` of the last Via: of the user agent that made the request. */
function originatorOf({ viaStack }: FlowMessage): string {
  const via = viaStack.slice(viaStack.lastIndexOf('\n') + 1);
  return via.slice(via.indexOf('|') + 1);
}

/** Undefined where they did not pass between the same two. */
function isOnSameWay({ origin: a }: FlowMessage, { origin: b }: FlowMessage): boolean | undefined {
  if (a.source === undefined || a.source === a.destination) return undefined;
  if (a.source === b.source && a.destination === b.destination) return true;
  return a.source === b.destination && a.destination === b.source ? false : undefined;
}

function isInSameDirection({ origin: a }: FlowMessage, { origin: b }: FlowMessage): boolean | undefined {
  return a.direction === undefined ? undefined : a.direction === b.direction;
}

function senderByVia(dialog: Dialog, request: FlowMessage, claimed: DialogSide): DialogSide | undefined {
  if (request.viaCount !== 1 || request.origin.source !== undefined) return undefined;
  const host = request.sentBy.slice(0, request.sentBy.lastIndexOf(':'));
  // Most requests of the callee name a host that the INVITE does not name.
  if (
    claimed === 'callee' &&
    !dialog.creation?.transactions.some((hop) => hop.request && hasContactAt(hop.request, host))
  )
    return undefined;
  const { caller, callee, sentBys } = contactsOf(dialog);
  const isOfCaller = namesHost(caller, host);
  const isOfCallee = namesHost(callee, host);
  if (isOfCaller === isOfCallee || isPrivateHost(host)) return undefined;
  // Who hides one side from the other names its own host for both.
  if (isOfCallee && sentBys.has(request.sentBy)) return undefined;
  const sender: DialogSide = isOfCaller ? 'caller' : 'callee';
  // Nobody sends to his own Contact: it is the Via that is wrong.
  if (sender === claimed || (isOfCaller ? caller : callee).has(request.requestUri.toLowerCase())) return claimed;
  const address = addressOfSentBy(request);
  const isExact = [...(isOfCaller ? caller : callee).values()].some(({ message }) => {
    const contact = message.field('Contact')?.value;
    return contact?.kind === 'name-addr' && addressOfUri(contact.uri) === address;
  });
  return isExact ? sender : undefined;
}

function hasContactAt({ contacts }: FlowMessage, host: string): boolean {
  return contacts?.some((uri) => uri.toLowerCase().includes(host)) === true;
}

/** Different Contacts of one side that are looked at: no call has more. */
const MOST_CONTACTS = 8;

interface Contacts {
  /** By their texts in lower case, each with a message that has it. */
  readonly caller: ReadonlyMap<string, FlowMessage>;
  readonly callee: ReadonlyMap<string, FlowMessage>;
  /** Of the INVITE on all hops, as its responses repeat them too. */
  readonly sentBys: ReadonlySet<string>;
}

/** What the messages that create a dialog say of the two sides. */
const contactsOf: (dialog: Dialog) => Contacts = oncePer(({ creation, creatingResponses }) => {
  const invites = creation?.transactions.flatMap((hop) => hop.request ?? []) ?? [];
  return {
    caller: byContact(invites),
    callee: byContact(creatingResponses),
    sentBys: new Set([...invites, ...creatingResponses].map(({ sentBy }) => sentBy)),
  };
});

function byContact(messages: readonly FlowMessage[]): Map<string, FlowMessage> {
  const found = new Map<string, FlowMessage>();
  for (const message of messages) {
    const [first] = message.contacts ?? [];
    if (first !== undefined && found.size < MOST_CONTACTS) found.set(first.toLowerCase(), message);
  }
  return found;
}

function namesHost(contacts: ReadonlyMap<string, FlowMessage>, host: string): boolean {
  for (const uri of contacts.keys()) if (uri.includes(host)) return true;
  return false;
}

function addressOfSentBy({ sentBy, transport }: FlowMessage): string {
  return sentBy.endsWith(':') ? `${sentBy}${defaultPort(transport === 'tls')}` : sentBy;
}

function addressOfUri(uri: Uri | undefined): string | undefined {
  if (uri?.kind !== 'sip' || !uri.host) return undefined;
  return `${uri.host.text.toLowerCase()}:${uri.port?.value ?? defaultPort(isOverTls(uri))}`;
}

function isOverTls({ secure, params }: SipUri): boolean {
  return secure || params.some(({ key, value }) => key === 'transport' && value?.toLowerCase() === 'tls');
}

function defaultPort(isTls: boolean): number {
  return isTls ? 5061 : 5060;
}
