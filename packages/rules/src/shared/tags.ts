import { type NameAddr, type Param, paramOf } from '@siplint/core';

/** A tag written inside the angle brackets of an address, where it is a parameter of the URI. */
export function tagInUri({ uri }: NameAddr): Param | undefined {
  return uri && uri.kind !== 'other' ? paramOf(uri, 'tag') : undefined;
}

/** True for equal tags, and for none in both. They are tokens, so case does not count (RFC 3261 §7.3.1). */
export function isSameTag(a: string | undefined, b: string | undefined): boolean {
  return a === b || a?.toLowerCase() === b?.toLowerCase();
}
