import { type FlowMessage, type NameAddr, type Param, paramOf } from '@siplint/core';

/** A tag written inside the angle brackets of an address, where it is a parameter of the URI. */
export function tagInUri({ uri }: NameAddr): Param | undefined {
  return uri && uri.kind !== 'other' ? paramOf(uri, 'tag') : undefined;
}

/** True if From and To of one message have the tags that To and From of the other have: one mistake, not two. */
export function isOtherWayRound(a: FlowMessage, b: FlowMessage): boolean {
  if (a.fromTag === undefined || a.toTag === undefined || isSameTag(a.fromTag, a.toTag)) return false;
  return isSameTag(a.fromTag, b.toTag) && isSameTag(a.toTag, b.fromTag);
}

/** True for equal tags, and for none in both. They are tokens, so case does not count (RFC 3261 §7.3.1). */
export function isSameTag(a: string | undefined, b: string | undefined): boolean {
  return a === b || a?.toLowerCase() === b?.toLowerCase();
}
