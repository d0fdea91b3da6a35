import { type FixPlan, type HeaderField, insertAt, type TextNode } from '@siplint/core';

/** True if each value of all rows could be read, and none stands behind a placeholder. */
export function isReadable(first: HeaderField<TextNode>): boolean {
  for (let row: HeaderField<TextNode> | undefined = first; row; row = row.nextOfName) {
    for (const { value } of row.values) if (!value) return false;
  }
  return true;
}

/** True if one of the rows has the method. */
export function lists(first: HeaderField<TextNode>, method: string): boolean {
  for (let row: HeaderField<TextNode> | undefined = first; row; row = row.nextOfName) {
    for (const { value } of row.values) if (value?.text === method) return true;
  }
  return false;
}

/** Appends methods to the list, in the last row that has any. */
export function appendMethods(first: HeaderField<TextNode>, methods: readonly string[]): FixPlan {
  const list = methods.join(', ');
  return { title: `Append ${list}`, edits: [insertAt(lastValueEnd(first), `, ${list}`)] };
}

function lastValueEnd(first: HeaderField<TextNode>): number {
  let row = first;
  for (let next = first.nextOfName; next; next = next.nextOfName) if (next.values.length > 0) row = next;
  return row.values.at(-1)?.end ?? row.valueEnd;
}
