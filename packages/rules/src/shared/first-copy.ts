import type { Param } from '@siplint/core';

/** The first parameter of each name in a list; kept, so that many copies in one value take linear time. */
const firstCopies = new WeakMap<readonly Param[], ReadonlyMap<string, Param>>();

/** The first of the parameters that have the name of this one. */
export function firstCopyOf({ key }: Param, params: readonly Param[]): Param | undefined {
  let firsts = firstCopies.get(params);
  if (!firsts) {
    firsts = new Map(params.toReversed().map((param) => [param.key, param]));
    firstCopies.set(params, firsts);
  }
  return firsts.get(key);
}
