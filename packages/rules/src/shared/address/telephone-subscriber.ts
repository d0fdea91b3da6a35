import { type Param, paramOf, type SipUri } from '@siplint/core';

// The telephone-subscriber of a tel URL in the user part of a SIP URI (RFC 3261 §19.1.6, RFC 2806 §2.2, RFC 3966 §3).

/** A `;name=value` of a telephone-subscriber as it is written. */
export interface SubscriberParam {
  readonly text: string;
  /** In lower case. */
  readonly key: string;
}

/** Digits with visual separators, pauses and the signals of a keypad. */
const NUMBER = /^\+?[\d\-.()a-f*#pw]+$/i;
const GLOBAL_NUMBER = /^\+[-.()]*\d[\d\-.()]*$/;

/** True if the URI says that its user part is a telephone number. */
export function isPhoneUri(uri: SipUri): boolean {
  return paramOf(uri, 'user')?.value?.toLowerCase() === 'phone';
}

/** True if a user part is a telephone number, with its escapes resolved. */
export function isTelephoneSubscriber(user: string): boolean {
  const plain = user.includes('%') ? unescaped(user) : user;
  return NUMBER.test(numberOf(plain)) && hasNamedParams(plain);
}

/** True if a user part is a number with its country code: no user name looks like that. */
export function isGlobalNumber(user: string): boolean {
  return user.charCodeAt(0) === 0x2b && GLOBAL_NUMBER.test(numberOf(user)) && hasNamedParams(user);
}

/** The parameters of a telephone number in a user part. */
export function subscriberParams(user: string): SubscriberParam[] {
  return user
    .split(';')
    .slice(1)
    .map((text) => ({ text, key: nameOf(text).toLowerCase() }));
}

/** The name of a parameter as it is written. */
export function nameOf(param: string): string {
  const equals = param.indexOf('=');
  return equals < 0 ? param : param.slice(0, equals);
}

/** The parameters of a telephone number that these documents define, which compare without case. */
export function isSubscriberParam({ key }: Pick<Param, 'key'>): boolean {
  return key === 'phone-context' || key === 'isub' || key === 'ext' || key === 'postd' || key === 'tsp';
}

/** The order of RFC 3261 §19.1.6: isub, postd, then by name. */
export function compareSubscriberParams(a: SubscriberParam, b: SubscriberParam): number {
  return compareRanked(a, b, ({ key }) => (key === 'isub' ? 0 : key === 'postd' ? 1 : 2));
}

/** The order of RFC 3966 §3, which replaced the tel URL: isub or ext, phone-context, then by name. */
export function compareTelUriParams(a: SubscriberParam, b: SubscriberParam): number {
  return compareRanked(a, b, ({ key }) => (key === 'isub' || key === 'ext' ? 0 : key === 'phone-context' ? 1 : 2));
}

function numberOf(user: string): string {
  const semicolon = user.indexOf(';');
  return semicolon < 0 ? user : user.slice(0, semicolon);
}

function hasNamedParams(user: string): boolean {
  return !user.includes(';') || subscriberParams(user).every(({ key }) => key !== '');
}

function compareRanked(a: SubscriberParam, b: SubscriberParam, rankOf: (param: SubscriberParam) => number): number {
  return rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function unescaped(user: string): string {
  return user.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
