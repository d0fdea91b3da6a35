import { type FixPlan, type HeaderField, insertAt, type TextNode } from '@siplint/core';

/** The methods of all rows; undefined if one of them could not be read, or stands behind a placeholder. */
export function listedMethods(first: HeaderField<TextNode>): ReadonlySet<string> | undefined {
  const methods = new Set<string>();
  for (let row: HeaderField<TextNode> | undefined = first; row; row = row.nextOfName) {
    for (const { value } of row.values) {
      if (!value) return undefined;
      methods.add(value.text);
    }
  }
  return methods;
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
