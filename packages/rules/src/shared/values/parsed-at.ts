import type { HeaderField, Param, Range } from '@siplint/core';

/** What a row has of a value at an offset, parsed or not; undefined if nothing of it could be read. */
export function partialAt<T>(field: HeaderField<T>, offset: number): T | undefined {
  return lastUpTo(field.values, offset)?.partial;
}

/** The parameters of the value at an offset. */
export function paramsAt(field: HeaderField, offset: number): readonly Param[] {
  const value = partialAt(field, offset);
  return hasParams(value) ? value.params : [];
}

/** The last of some ranges in ascending order that starts at an offset or before it. */
export function lastUpTo<Node extends Range>(nodes: readonly Node[], offset: number): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && node.start <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

function hasParams(value: unknown): value is { readonly params: readonly Param[] } {
  return typeof value === 'object' && value !== null && 'params' in value && Array.isArray(value.params);
}
