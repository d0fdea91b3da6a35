import type { SipMessage } from '../syntax/message.js';
import type { MessageSelector, OneOrMany } from './types.js';
import { matchesWildcard } from './wildcard.js';

export type MessageMatcher = (message: SipMessage) => boolean;

/** Compiles a selector of messages; each of its members must match. */
export function compileMessageSelector({ method, status, index, title }: MessageSelector): MessageMatcher {
  const tests: MessageMatcher[] = [];
  if (method !== undefined) {
    const patterns = many(method);
    tests.push((message) => {
      const actual = message.method;
      return actual !== undefined && patterns.some((pattern) => matchesWildcard(pattern, actual));
    });
  }
  if (status !== undefined) {
    const ranges = many(status).map(rangeOf);
    tests.push((message) => ranges.some((range) => isWithin(range, message.statusCode)));
  }
  if (index !== undefined) {
    const ranges = many(index).map(rangeOf);
    tests.push((message) => ranges.some((range) => isWithin(range, message.index)));
  }
  if (title !== undefined) {
    const patterns = many(title).map((pattern) => pattern.toLowerCase());
    tests.push((message) => {
      const actual = message.origin.title?.toLowerCase();
      return actual !== undefined && patterns.some((pattern) => matchesWildcard(pattern, actual));
    });
  }
  return (message) => tests.every((test) => test(message));
}

interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/** Reads `200`, `200-299` or `2xx`. */
export function rangeOf(value: number | string): NumberRange {
  if (typeof value === 'number') return { first: value, last: value };
  if (value.endsWith('xx')) {
    const first = Number(value.slice(0, -2)) * 100;
    return { first, last: first + 99 };
  }
  const [first = '', last = first] = value.split('-');
  return { first: Number(first), last: Number(last) };
}

/** False for NaN, the status of a message that has none. */
function isWithin({ first, last }: NumberRange, value: number): boolean {
  return first <= value && value <= last;
}

export function many<T extends string | number>(value: OneOrMany<T>): readonly T[] {
  return typeof value === 'object' ? value : [value];
}
