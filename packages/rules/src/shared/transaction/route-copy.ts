import { compareUris, type FlowMessage, type NameAddr, type Range } from '@siplint/core';

/** How the Route of an ACK or a CANCEL is not that of its request, which it has to copy (RFC 3261 §9.1, §17.1.1.3). */
export interface RouteDifference {
  readonly messageId: 'missing' | 'differs';
  readonly at: Range;
}

/** Undefined if the values are the same in the same order, or cannot be read. */
export function routeDifference(copy: FlowMessage, original: FlowMessage): RouteDifference | undefined {
  if (!original.routes || !copy.routes || isSameList(copy.routes, original.routes)) return undefined;
  if (!copy.has('Route')) return { messageId: 'missing', at: copy.anchor };
  const at = firstDifference(copy, original);
  return at && { messageId: 'differs', at };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

/** The value that is another one than the original has there, or the last where the original has more. */
function firstDifference({ message: copy }: FlowMessage, { message: original }: FlowMessage): NameAddr | undefined {
  const routes = [...copy.valuesOf('Route')];
  const originals = [...original.valuesOf('Route')];
  const changed = routes.find(({ uri }, i) => {
    const other = originals[i]?.uri;
    return uri !== undefined && (other === undefined || compareUris(uri, other) === 'different');
  });
  return changed ?? (originals.length > routes.length ? routes.at(-1) : undefined);
}
