import { type FixPlan, type HeaderField, insertAt, type TextNode } from '@siplint/core';

const SP = 0x20;
const COMMA = 0x2c;

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
    if (isSound(row) ? holdsToken(row.rawValue, method) : hasValue(row, method)) return true;
  }
  return false;
}

function isSound(row: HeaderField): boolean {
  return row.isReadable && row.issues.length === 0;
}

/** True if a list that is sound has a token: a look that spares reading the list. */
function holdsToken(list: string, token: string): boolean {
  for (let at = list.indexOf(token); at >= 0; at = list.indexOf(token, at + 1)) {
    if (isTokenEnd(list, at - 1) && isTokenEnd(list, at + token.length)) return true;
  }
  return false;
}

/** True outside of a list, and at what separates its tokens. */
function isTokenEnd(list: string, at: number): boolean {
  return at < 0 || at >= list.length || list.charCodeAt(at) <= SP || list.charCodeAt(at) === COMMA;
}

function hasValue(row: HeaderField<TextNode>, method: string): boolean {
  for (const { value } of row.values) if (value?.text === method) return true;
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
