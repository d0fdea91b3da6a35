import { type NameAddr, type Param, paramOf } from '@siplint/core';

/** A tag written inside the angle brackets of an address, where it is a parameter of the URI. */
export function tagInUri({ uri }: NameAddr): Param | undefined {
  return uri && uri.kind !== 'other' ? paramOf(uri, 'tag') : undefined;
}
