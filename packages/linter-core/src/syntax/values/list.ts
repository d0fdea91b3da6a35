import type { Range } from '../../text/range.js';
import { PLACEHOLDER } from '../chars.js';
import type { ParsedValue } from '../header-field.js';
import { COMMA, DQUOTE, LAQUOT, RAQUOT } from './codes.js';
import { trimmedEnd } from './params.js';
import { parsedValue } from './parsed-value.js';
import { skipQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';

/** Reads one value at the cursor; undefined if nothing of it could be read. */
export type ValueGrammar<T> = (reader: Reader) => T | undefined;

/** The whole rest of the reader as one value; text behind it is a `<code>` defect. */
export function readSingle<T extends Range>(
  reader: Reader,
  grammar: ValueGrammar<T>,
  trailingCode: string,
): readonly ParsedValue<T>[] {
  const start = reader.pos;
  const failures = reader.failures;
  if (skipPlaceholder(reader, -1)) return [unknownValue(start, reader.end)];
  const partial = grammar(reader);
  reader.skipLws();
  if (!reader.atEnd && reader.failures === failures) {
    reader.fail(trailingCode, reader.pos, reader.end, { found: reader.slice(reader.pos, reader.end) });
  }
  return [parsedValue(start, reader.end, partial, reader.failures === failures)];
}

/**
 * A comma-separated list of values (§7.3.1, `COMMA` of §25.1). A null element is `list.empty-element`; behind an element
 * that did not parse, reading goes on at the next comma outside quotes and angle brackets.
 */
export function readList<T extends Range>(
  reader: Reader,
  grammar: ValueGrammar<T>,
  trailingCode: string,
): readonly ParsedValue<T>[] {
  // Most lists are of one value: an array of just that takes less room than one that was empty first.
  let values: ParsedValue<T>[] | undefined;
  for (;;) {
    reader.skipLws();
    // Behind a comma only: a row without any value is not parsed.
    if (skipEmptyElements(reader) && reader.atEnd) break;
    const start = reader.pos;
    if (skipPlaceholder(reader, COMMA)) {
      const unknown = unknownValue<T>(start, reader.pos);
      if (values) values.push(unknown);
      else values = [unknown];
      if (!reader.accept(COMMA)) break;
      continue;
    }
    const failures = reader.failures;
    const partial = grammar(reader);
    let end = reader.pos;
    reader.skipLws();
    if (!reader.atEnd && reader.peek() !== COMMA) {
      const trailing = reader.pos;
      skipToComma(reader);
      end = trimmedEnd(reader, trailing, reader.pos);
      if (reader.failures === failures)
        reader.fail(trailingCode, trailing, end, { found: reader.slice(trailing, end) });
    }
    const parsed = parsedValue(start, end, partial, reader.failures === failures);
    if (values) values.push(parsed);
    else values = [parsed];
    if (!reader.accept(COMMA)) break;
  }
  return values ?? [];
}

/**
 * Moves over null elements, the cursor where an element should start; true if there was one. A run of commas is one defect:
 * the first of them, or the comma that ends the row.
 */
export function skipEmptyElements(reader: Reader): boolean {
  if (!reader.atEnd && reader.peek() !== COMMA) return false;
  const comma = reader.atEnd ? reader.text.lastIndexOf(',', reader.pos - 1) : reader.pos;
  let end = comma + 1;
  while (reader.accept(COMMA)) {
    end = reader.pos;
    reader.skipLws();
  }
  reader.tolerate('list.empty-element', comma, end);
  return true;
}

/**
 * Moves behind a placeholder that stands for a whole value, and the white space behind it; false if what stands at the
 * cursor is something else.
 */
function skipPlaceholder(reader: Reader, separator: number): boolean {
  if (reader.peek() !== PLACEHOLDER) return false;
  const start = reader.pos;
  while (reader.peek() === PLACEHOLDER) reader.pos++;
  reader.skipLws();
  if (reader.atEnd || reader.peek() === separator) return true;
  reader.pos = start;
  return false;
}

function unknownValue<T>(start: number, end: number): ParsedValue<T> {
  return { start, end, value: undefined, partial: undefined };
}

/** Moves to the next comma that separates values, or to the end. */
export function skipToComma(reader: Reader): void {
  let depth = 0;
  while (!reader.atEnd) {
    const code = reader.peek();
    if (code === DQUOTE) {
      skipQuotedString(reader);
      continue;
    }
    if (code === LAQUOT) depth = 1;
    else if (code === RAQUOT) depth = 0;
    else if (code === COMMA && depth === 0) return;
    reader.pos++;
  }
}
