import type { Range, RelatedRange } from '@siplint/core';

/** The places beside the first, where a finding stands for all of them. */
export function otherPlaces(places: readonly Range[]): RelatedRange[] {
  return places.slice(1).map((at) => ({ message: 'And here', at }));
}
