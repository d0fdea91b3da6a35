import type { HeaderField, Range, SipMessage } from '@siplint/core';
import { isBodyCut } from '../message/cut-body.js';
import { isSameBody } from '../session/same-body.js';

/** Something in which a message differs from one that it should repeat. */
export interface Difference {
  /** What differs: `Request-URI`, `body`, or a header field by its long name. */
  readonly what: string;
  /** In the message that repeats; undefined where it lacks the header field. */
  readonly at: Range | undefined;
  /** In the other one; undefined where that lacks the header field. */
  readonly of: Range | undefined;
}

/**
 * Compares two requests but for the header fields that are ignored. White space, letter case of names, compact forms, the order
 * of different header fields, and whether values stand in one row or several make no difference, nor does a body that was
 * cut, or whose lines end otherwise. Empty if they are the same.
 */
export function differencesOf(
  message: SipMessage,
  original: SipMessage,
  ignored: ReadonlySet<string>,
): readonly Difference[] {
  return [
    ...requestLineDifferences(message, original),
    ...fieldDifferences(message, original, ignored),
    ...bodyDifferences(message, original),
  ];
}

function requestLineDifferences({ startLine: a }: SipMessage, { startLine: b }: SipMessage): Difference[] {
  if (a.kind !== 'request' || b.kind !== 'request') return [];
  const { requestUri: uri } = a;
  const { requestUri: other } = b;
  if ((uri.value ?? uri.partial)?.text === (other.value ?? other.partial)?.text) return [];
  return [{ what: 'Request-URI', at: uri, of: other }];
}

function fieldDifferences(message: SipMessage, original: SipMessage, ignored: ReadonlySet<string>): Difference[] {
  const found: Difference[] = [];
  const fields = valuesByName(message, ignored);
  const originals = valuesByName(original, ignored);
  for (const [what, { first, value }] of fields) {
    const other = originals.get(what);
    if (other?.value !== value) found.push({ what, at: first.valueRange, of: other?.first.valueRange });
  }
  for (const [what, { first }] of originals) {
    if (!fields.has(what)) found.push({ what, at: undefined, of: first.valueRange });
  }
  return found;
}

interface Values {
  readonly first: HeaderField;
  /** Of all rows, without white space. */
  value: string;
}

function valuesByName({ fields }: SipMessage, ignored: ReadonlySet<string>): Map<string, Values> {
  const values = new Map<string, Values>();
  for (const field of fields) {
    const name = field.canonicalName;
    if (ignored.has(name)) continue;
    const value = field.rawValue.replace(/\s+/g, '');
    const known = values.get(name);
    if (known) known.value += `,${value}`;
    else values.set(name, { first: field, value });
  }
  return values;
}

/** The first lines in which two bodies differ, if they do; a body that was cut says nothing. */
export function bodyDifferences(message: SipMessage, original: SipMessage): Difference[] {
  const body = message.text.slice(message.body.start, message.body.end);
  const other = original.text.slice(original.body.start, original.body.end);
  if (isSameBody(body, other) || isBodyCut(message) || isBodyCut(original)) return [];
  return [{ what: 'body', ...differingLines(message, original) }];
}

/** The first line of each body that the other does not have in its place. */
function differingLines(message: SipMessage, original: SipMessage): { readonly at: Range; readonly of: Range } {
  const lines = linesOf(message);
  const others = linesOf(original);
  for (;;) {
    const { value: at, done } = lines.next();
    const { value: of, done: isOver } = others.next();
    if (done || isOver || !at || !of) return { at: at ?? message.body, of: of ?? original.body };
    if (message.text.slice(at.start, at.end) !== original.text.slice(of.start, of.end)) return { at, of };
  }
}

function* linesOf({ text, body }: SipMessage): Generator<Range, undefined> {
  let start = body.start;
  while (start < body.end) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 || newline >= body.end ? body.end : newline + 1;
    let end = next;
    while (end > start && (text.charCodeAt(end - 1) === 0x0a || text.charCodeAt(end - 1) === 0x0d)) end--;
    yield { start, end };
    start = next;
  }
  return undefined;
}
