import type { ParsedField, ParsedValue } from '../header-field.js';
import { COMMA, DQUOTE } from './codes.js';
import { skipQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';

/** Reads one value at the cursor; undefined if nothing of it could be read. */
export type ValueGrammar<T> = (reader: Reader) => T | undefined;

/** The whole rest of the reader as one value; text behind it is a `<code>` defect. */
export function readSingle<T>(reader: Reader, grammar: ValueGrammar<T>, trailingCode: string): ParsedField<T> {
  const start = reader.pos;
  const failures = reader.failures;
  const partial = grammar(reader);
  reader.skipLws();
  if (!reader.atEnd && reader.failures === failures) {
    reader.fail(trailingCode, reader.pos, reader.end, { found: reader.slice(reader.pos, reader.end) });
  }
  const value = reader.failures === failures ? partial : undefined;
  return { values: [{ start, end: reader.end, value, partial }], issues: reader.issues };
}

/**
 * A comma-separated list of values (§7.3.1, `COMMA` of §25.1). A null element is `list.empty-element`; behind an element
 * that did not parse, reading goes on at the next comma outside quotes and angle brackets.
 */
export function readList<T>(reader: Reader, grammar: ValueGrammar<T>, trailingCode: string): ParsedField<T> {
  const values: ParsedValue<T>[] = [];
  for (;;) {
    reader.skipLws();
    const start = reader.pos;
    if (reader.atEnd || reader.peek() === COMMA) {
      // One finding for a run of commas: the first of them, or the one that ends the row.
      const comma = reader.atEnd ? reader.text.lastIndexOf(',', start) : start;
      while (reader.accept(COMMA)) reader.skipLws();
      reader.issues.push({ code: 'list.empty-element', start: comma, end: Math.max(reader.pos, comma + 1), tolerated: true, field: reader.field });
      if (reader.atEnd) break;
      continue;
    }
    const failures = reader.failures;
    const partial = grammar(reader);
    let end = reader.pos;
    reader.skipLws();
    if (!reader.atEnd && reader.peek() !== COMMA) {
      skipToComma(reader);
      if (reader.failures === failures) {
        reader.fail(trailingCode, end, reader.pos, { found: reader.slice(end, reader.pos).trim() });
      }
      end = reader.pos;
    }
    values.push({ start, end, value: reader.failures === failures ? partial : undefined, partial });
    if (!reader.accept(COMMA)) break;
  }
  return { values, issues: reader.issues };
}

/** Moves to the next comma that separates values, or to the end. */
function skipToComma(reader: Reader): void {
  let depth = 0;
  while (!reader.atEnd) {
    const code = reader.peek();
    if (code === DQUOTE) {
      skipQuotedString(reader);
      continue;
    }
    if (code === 0x3c) depth = 1;
    else if (code === 0x3e) depth = 0;
    else if (code === COMMA && depth === 0) return;
    reader.pos++;
  }
}
