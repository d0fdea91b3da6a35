import { nearest, typoDistance } from '@siplint/core';

/** `; did you mean "x"?` where a candidate is spelled much like the word, else nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates, typoDistance(word));
  return candidate === undefined ? '' : `; did you mean "${candidate}"?`;
}
