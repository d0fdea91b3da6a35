import { type FlowMessage, paramOf, type TextNode } from '@siplint/core';

/** The branch in the topmost Via of a message; undefined where there is none, or the Via did not parse. */
export function branchPlaceOf({ message }: FlowMessage): TextNode | undefined {
  const topmostVia = message.field('Via')?.values[0]?.value;
  const branch = topmostVia && paramOf(topmostVia, 'branch');
  return branch?.value === undefined ? undefined : { start: branch.valueStart, end: branch.end, text: branch.value };
}
