import { type AuthValue, type HeaderField, paramOf, type SipMessage } from '@siplint/core';
import { holdsPlaceholder } from '../message/placeholders.js';
import { unquotedValue } from '../values/quoted-param.js';

/** Who asks for authentication, or is given it: a server or registrar (401), or a proxy (407); RFC 3261 §22.2, §22.3. */
export type AuthParty = 'server' | 'proxy';

/** A challenge or credentials of the Digest scheme with what ties the two: the realm and the nonce. */
export interface Digest {
  readonly party: AuthParty;
  readonly field: HeaderField<AuthValue>;
  readonly value: AuthValue;
  readonly realm: string;
  readonly nonce: string;
}

/** The Digest credentials of a request that name a realm and a nonce. */
export function credentialsIn(message: SipMessage): Digest[] {
  return [
    ...digestsIn(message.field('Authorization'), 'server'),
    ...digestsIn(message.field('Proxy-Authorization'), 'proxy'),
  ];
}

/** The Digest challenges of a response that name a realm and a nonce. */
export function challengesIn(message: SipMessage): Digest[] {
  return [
    ...digestsIn(message.field('WWW-Authenticate'), 'server'),
    ...digestsIn(message.field('Proxy-Authenticate'), 'proxy'),
  ];
}

/** A parameter as the two ends compare it: without quotes and escapes. Undefined if it is absent. */
export function digestText(value: AuthValue, name: string): string | undefined {
  const param = paramOf(value, name);
  if (!param) return undefined;
  const text = unquotedValue(param);
  return param.quoted && text.includes('\\') ? text.replace(/\\(.)/gs, '$1') : text;
}

/** What a challenge and the credentials that answer it have in common. */
export function sessionKey({ realm, nonce }: Pick<Digest, 'realm' | 'nonce'>): string {
  return `${realm}\n${nonce}`;
}

function digestsIn(first: HeaderField<AuthValue> | undefined, party: AuthParty): Digest[] {
  const found: Digest[] = [];
  for (let field = first; field; field = field.nextOfName) {
    for (const { value } of field.values) {
      if (value?.scheme.text.toLowerCase() !== 'digest' || holdsPlaceholder(field.message, value)) continue;
      const realm = digestText(value, 'realm');
      const nonce = digestText(value, 'nonce');
      if (realm !== undefined && nonce !== undefined) found.push({ party, field, value, realm, nonce });
    }
  }
  return found;
}
