import type { Edit, FlowMessage, HeaderField, TextNode } from '@siplint/core';
import { keepValues } from '../message/request-edits.js';

/** The header fields by which a request demands extensions of the server and of proxies. */
export const DEMANDING_FIELDS = ['Require', 'Proxy-Require'] as const;

/** An option tag that a request demands. */
export interface RequiredOption extends TextNode {
  readonly field: HeaderField<TextNode>;
  /** Position in its row. */
  readonly index: number;
  /** In lower case. */
  readonly key: string;
}

/** The option tags in Require and Proxy-Require of a request, as far as they parsed. */
export function requiredOptions(request: FlowMessage): RequiredOption[] {
  const options: RequiredOption[] = [];
  if (!DEMANDING_FIELDS.some((name) => request.has(name))) return options;
  for (const name of DEMANDING_FIELDS) {
    for (const field of request.message.fieldsNamed(name)) {
      field.values.forEach(({ value }, index) => {
        if (value) options.push({ ...value, field, index, key: value.text.toLowerCase() });
      });
    }
  }
  return options;
}

/** Takes option tags out of their rows, and rows that are left without any. */
export function removeOptions(options: readonly RequiredOption[]): Edit[] {
  const removed = new Map<HeaderField, Set<number>>();
  for (const { field, index } of options) {
    const ofRow = removed.get(field);
    if (ofRow) ofRow.add(index);
    else removed.set(field, new Set([index]));
  }
  return [...removed].map(([field, indexes]) => keepValues(field, (index) => !indexes.has(index)));
}

/** RFC 3329 §2.3.1 puts sec-agree into requests whose extensions are not to be refused, ACK among them. */
export function isForEveryRequest({ key }: RequiredOption): boolean {
  return key === 'sec-agree';
}
