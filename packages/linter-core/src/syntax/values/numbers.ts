import { DIGIT, hasPlaceholder, skipUnits } from '../chars.js';
import { tokenAt } from '../common-tokens.js';
import type { NumberValue } from '../nodes.js';
import type { ValueGrammar } from './list.js';
import type { Reader } from './reader.js';

export const MAX_DELTA_SECONDS = 2 ** 32 - 1;
const MAX_MAX_FORWARDS = 255;
/** Numbers of so many digits are below 2**53, whatever the digits. */
const EXACT_DIGITS = 15;

/** 1*DIGIT at the cursor; undefined if there is no digit. */
export function takeNumber(reader: Reader): NumberValue | undefined {
  const { text, units, pos: start } = reader;
  const end = skipUnits(units, start, reader.end, DIGIT);
  if (end === start) return undefined;
  reader.pos = end;
  return { start, end, text: tokenAt(text, units, start, end), value: decimalValue(reader, start, end) };
}

/** The value of the digits `[start, end)`, rounded above 2**53; undefined if a placeholder stands among them. */
export function decimalValue({ text, units }: Reader, start: number, end: number): number | undefined {
  if (end - start > EXACT_DIGITS) {
    const digits = text.slice(start, end);
    return hasPlaceholder(digits) ? undefined : Number(digits);
  }
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (units[at] as number) - 0x30;
    if (digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Nothing but 1*DIGIT, as in Content-Length (§20.14); anything else is the defect `code`, which covers the whole value. */
export function digitsOnly(code: string): ValueGrammar<NumberValue> {
  return (reader) => {
    const start = reader.pos;
    const number = takeNumber(reader);
    reader.skipLws();
    if (number && reader.atEnd) return number;
    reader.pos = reader.end;
    return reader.fail(code, start, reader.end, { found: reader.slice(start, reader.end) });
  };
}

const readMaxForwardsDigits = digitsOnly('max-forwards.not-digits');

/** Max-Forwards (§20.22): 1*DIGIT, from 0 to 255. */
export function readMaxForwards(reader: Reader): NumberValue | undefined {
  return within(reader, readMaxForwardsDigits(reader), MAX_MAX_FORWARDS, 'max-forwards.out-of-range');
}

const readDeltaSecondsDigits = digitsOnly('delta-seconds.not-digits');

/** delta-seconds = 1*DIGIT (§25.1), up to 2**32 - 1 (§20.19): Expires, Min-Expires. */
export function readDeltaSeconds(reader: Reader): NumberValue | undefined {
  return within(reader, readDeltaSecondsDigits(reader), MAX_DELTA_SECONDS, 'delta-seconds.too-large');
}

function within(reader: Reader, number: NumberValue | undefined, maximum: number, code: string) {
  if (number?.value !== undefined && number.value > maximum) {
    reader.fail(code, number.start, number.end, { value: number.text, maximum });
  }
  return number;
}
