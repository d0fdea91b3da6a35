import { type LintFile, type NameAddr, paramOf, type SipMessage, type SipUri } from '@siplint/core';
import { perFile } from '../once/per-file.js';

/** Where a SIP URI leads, for finding copies of it: what its parameters say is left out. */
export function placeOf({ user, host, port }: SipUri): string {
  return `${user?.text ?? ''}@${host?.text.toLowerCase() ?? ''}:${port?.text ?? ''}`;
}

/** What the messages of a call showed of the places that its requests go to. */
interface CallPlaces {
  readonly recordRoutes: Set<string>;
  /** Of Contact, by the tag of who sent it. */
  readonly contacts: Map<string, Set<string>>;
}

/** What a file shows of a call, by Call-ID; undefined if nothing. */
export function placesOfCall(file: LintFile, message: SipMessage): CallPlaces | undefined {
  return placesByCall(file).get(message.field('Call-ID')?.rawValue ?? '');
}

const placesByCall = perFile((file) => {
  const calls = new Map<string, CallPlaces>();
  for (const message of file.readMessages()) {
    if (!message.has('Contact') && !message.has('Record-Route')) continue;
    const callId = message.field('Call-ID')?.rawValue;
    if (callId === undefined) continue;
    const places = calls.get(callId) ?? { recordRoutes: new Set(), contacts: new Map() };
    calls.set(callId, places);
    for (const route of message.valuesOf('Record-Route')) add(places.recordRoutes, route);
    const side = message.field(message.kind === 'request' ? 'From' : 'To')?.value;
    const tag = side && paramOf(side, 'tag')?.value;
    if (tag === undefined) continue;
    const contacts = places.contacts.get(tag) ?? new Set();
    places.contacts.set(tag, contacts);
    for (const contact of message.valuesOf('Contact')) if (contact.kind === 'name-addr') add(contacts, contact);
  }
  return calls;
});

function add(places: Set<string>, { uri }: NameAddr): void {
  if (uri?.kind === 'sip') places.add(placeOf(uri));
}
