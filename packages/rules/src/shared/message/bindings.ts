import { addressKey, type NameAddr, paramOf, type Range, type SipMessage, type Uri } from '@siplint/core';
import { unquotedRange, unquotedValue } from '../values/quoted-param.js';

/** An expiration interval that a message states. */
export interface Interval {
  /** Undefined where it cannot be read; a registrar takes 3600 then (RFC 3261 §10.2). */
  readonly seconds: number | undefined;
  readonly text: string;
  readonly at: Range;
}

/** A Contact of a REGISTER, or of the 2xx to it. */
export interface Binding {
  readonly contact: NameAddr;
  readonly uri: Uri;
  readonly key: string;
  /** The expires parameter, or else the Expires header field; undefined where neither is there. */
  readonly interval: Interval | undefined;
}

/** The bindings of a message in order: Contacts that parsed and are no `*`. */
export function bindingsIn(message: SipMessage): Binding[] {
  const common = expiresOf(message);
  const bindings: Binding[] = [];
  for (const contact of message.valuesOf('Contact')) {
    if (contact.kind !== 'name-addr' || !contact.uri) continue;
    const interval = intervalOf(contact) ?? common;
    bindings.push({ contact, uri: contact.uri, key: bindingKey(contact.uri), interval });
  }
  return bindings;
}

/** What two URIs of one binding share whatever a registrar or a NAT on the way makes of the rest: user, host and port. */
export function bindingKey(uri: Uri): string {
  if (uri.kind !== 'sip') return uri.text;
  const port = uri.port?.value;
  return `${addressKey(uri)}:${isDefaultPort(port) ? '' : port}`;
}

/** True if the binding is asked for, or kept, for some time; unless an interval is stated that cannot be read. */
export function isLasting({ interval }: Binding): boolean {
  return !interval || (interval.seconds ?? 0) > 0;
}

export function isRemoval({ interval }: Binding): boolean {
  return interval?.seconds === 0;
}

/** The flow that a binding is for (RFC 5626 §4.2): each has a Call-ID of its own. */
export function regIdOf({ contact }: Binding): string | undefined {
  return paramOf(contact, 'reg-id')?.value;
}

function isDefaultPort(port: number | undefined): boolean {
  return port === undefined || port === 5060 || port === 5061;
}

function intervalOf(contact: NameAddr): Interval | undefined {
  const param = paramOf(contact, 'expires');
  if (!param) return undefined;
  const text = unquotedValue(param);
  return { seconds: isDigits(text) ? Number(text) : undefined, text, at: unquotedRange(param) };
}

function expiresOf(message: SipMessage): Interval | undefined {
  const field = message.field('Expires');
  if (!field) return undefined;
  return { seconds: field.value?.value, text: field.rawValue, at: field.valueRange };
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
