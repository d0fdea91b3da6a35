import type { Param } from '@siplint/core';

/** The first parameter of each name in a list; kept, so that many copies in one value take linear time. */
const firstCopies = new WeakMap<readonly Param[], ReadonlyMap<string, Param>>();

/** The first of the parameters that have the name of this one. */
export function firstCopyOf({ key }: Param, params: readonly Param[]): Param | undefined {
  let firsts = firstCopies.get(params);
  if (!firsts) {
    firsts = firstOfEach(params);
    firstCopies.set(params, firsts);
  }
  return firsts.get(key);
}

function firstOfEach(params: readonly Param[]): ReadonlyMap<string, Param> {
  const firsts = new Map<string, Param>();
  for (const param of params) if (!firsts.has(param.key)) firsts.set(param.key, param);
  return firsts;
}
