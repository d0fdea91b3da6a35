import { hasPlaceholder } from './chars.js';
import { type Host, type Param, paramOf, type SipUri, type TelUri, type Uri, type UriHeader } from './nodes.js';
import { readIPv4, readIPv6 } from './values/ipv6.js';

/** `unknown`: the texts do not decide it, so neither a rule that looks for equality nor one for difference may fire. */
export type UriComparison = 'equal' | 'different' | 'unknown';

/**
 * Compares two URIs: SIP and SIPS URIs by RFC 3261 §19.1.4 with RFC 5954 §4.2, tel URIs by RFC 3966 §4, others by their text.
 * A transport parameter in only one of them is `unknown`: the rules of §19.1.4 ignore it, its examples do not. So is a URI
 * that holds a placeholder.
 */
export function compareUris(a: Uri, b: Uri): UriComparison {
  if (hasPlaceholder(a.text) || hasPlaceholder(b.text)) return 'unknown';
  if (a.text === b.text) return 'equal';
  if (a.kind === 'sip' && b.kind === 'sip') return compareSipUris(a, b);
  if (a.kind === 'tel' && b.kind === 'tel') return areTelUrisEqual(a, b) ? 'equal' : 'different';
  if (a.kind !== 'other' || b.kind !== 'other' || a.scheme !== b.scheme) return 'different';
  // Whether case counts behind the colon is for the scheme to say.
  return a.rest.text === b.rest.text ? 'equal' : isSameWord(a.rest.text, b.rest.text) ? 'unknown' : 'different';
}

function compareSipUris(a: SipUri, b: SipUri): UriComparison {
  const isSameResource =
    a.secure === b.secure &&
    isSameText(a.user?.text, b.user?.text) &&
    isSameText(a.password?.text, b.password?.text) &&
    isSameHost(a.host, b.host) &&
    a.port?.value === b.port?.value;
  if (!isSameResource || !areParamsCompatible(a, b) || !areParamsCompatible(b, a)) return 'different';
  const headers = compareHeaders(a.headers, b.headers);
  if (headers !== 'equal') return headers;
  const isTransportSame = (paramOf(a, 'transport') === undefined) === (paramOf(b, 'transport') === undefined);
  return isTransportSame ? 'equal' : 'unknown';
}

/** Characters that are no reserved ones are equivalent to their escapes; case counts. */
function isSameText(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && unescaped(a) === unescaped(b));
}

function isSameWord(a: string, b: string): boolean {
  return unescaped(a).toLowerCase() === unescaped(b).toLowerCase();
}

/** Different texts of one IP address match (RFC 5954 §4.2). */
function isSameHost(a: Host | undefined, b: Host | undefined): boolean {
  if (!a || !b || a.kind !== b.kind) return a === b;
  return isSameHostText(a.text, b.text);
}

function isSameHostText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase() || (addressOf(a) !== undefined && addressOf(a) === addressOf(b));
}

function addressOf(text: string): string | undefined {
  if (text.startsWith('[')) return readIPv6(text, 1, text.length - 1)?.join(':');
  return readIPv4(text, 0, text.length)?.bits.toString();
}

/** What two URIs with the same user and host share, however they are written. */
export function addressKey({ user, host }: SipUri): string {
  const name = host?.kind === 'ipv6' ? addressOf(host.text) : undefined;
  return `${user ? unescaped(user.text) : ''}@${name ?? host?.text.toLowerCase() ?? ''}`;
}

/** Looks from one side: each parameter that is there has to match, or may be absent on the other side. */
function areParamsCompatible(a: SipUri, b: SipUri): boolean {
  const others = byKey(b.params);
  return a.params.every((param) => {
    const other = others.get(param.key);
    return other ? isSameParam(param, other) : !isNeededOnBothSides(param.key);
  });
}

/** By name: so that many parameters do not cost quadratic time. */
function byKey(params: readonly Param[]): ReadonlyMap<string, Param> {
  return new Map(params.map((param) => [param.key, param]));
}

function isSameParam({ key, value = '' }: Param, { value: other = '' }: Param): boolean {
  // Some stacks write lr=on for a lr that is to survive others.
  if (key === 'lr') return true;
  return key === 'maddr' ? isSameHostText(value, other) : isSameWord(value, other);
}

function isNeededOnBothSides(key: string): boolean {
  return key === 'user' || key === 'ttl' || key === 'method' || key === 'maddr';
}

/** Headers are never ignored, their order is. How values match is for each header field to say; that case counts is unsure. */
function compareHeaders(a: readonly UriHeader[], b: readonly UriHeader[]): UriComparison {
  if (a.length !== b.length) return 'different';
  const exact = headerKeys(a, (value) => value);
  const expected = headerKeys(b, (value) => value);
  if (exact === expected) return 'equal';
  const toLower = (value: string) => value.toLowerCase();
  return headerKeys(a, toLower) === headerKeys(b, toLower) ? 'unknown' : 'different';
}

function headerKeys(headers: readonly UriHeader[], fold: (value: string) => string): string {
  return headers
    .map(({ name, value }) => `${unescaped(name).toLowerCase()}=${fold(unescaped(value))}`)
    .sort()
    .join('&');
}

/** Visual separators of phone numbers do not count, nor does case. */
function areTelUrisEqual(a: TelUri, b: TelUri): boolean {
  if (digitsOf(a.number.text) !== digitsOf(b.number.text) || a.params.length !== b.params.length) return false;
  const others = byKey(b.params);
  return a.params.every((param) => {
    const other = others.get(param.key);
    return other !== undefined && isSameTelValue(param.value ?? '', other.value ?? '');
  });
}

function isSameTelValue(a: string, b: string): boolean {
  return a.startsWith('+') ? digitsOf(a) === digitsOf(b) : isSameWord(a, b);
}

function digitsOf(number: string): string {
  return number.replace(/[-.()]/g, '').toLowerCase();
}

const RESERVED = ';/?:@&=+$,';

/** The text with its escapes resolved, but for those of reserved characters, controls and octets above 0x7E. */
function unescaped(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9A-Fa-f]{2})/g, (octet, hex: string) => {
    const code = Number.parseInt(hex, 16);
    const character = String.fromCharCode(code);
    return code <= 0x20 || code >= 0x7f || character === '%' || RESERVED.includes(character)
      ? octet.toUpperCase()
      : character;
  });
}
