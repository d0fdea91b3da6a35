import { classOf, DIGIT, PLACEHOLDER } from '../chars.js';
import type { Port } from '../nodes.js';
import type { Reader } from './reader.js';

export interface PortCodes {
  /** No digits, or something else than digits. */
  readonly malformed: string;
  /** 0 or above 65535, which the grammar admits: tolerated. */
  readonly outOfRange: string;
}

/** port = 1*DIGIT (§25.1): all of `[start, end)`. An empty one is reported at the colon in front of it. */
export function readPort(reader: Reader, start: number, end: number, codes: PortCodes): Port | undefined {
  if (start === end) return reader.fail(codes.malformed, start - 1, start, { port: '' });
  const text = reader.slice(start, end);
  let value: number | undefined = 0;
  for (let at = start; at < end; at++) {
    const code = reader.text.charCodeAt(at);
    if ((classOf(code) & DIGIT) === 0) return reader.fail(codes.malformed, start, end, { port: text });
    if (code === PLACEHOLDER) value = undefined;
    else if (value !== undefined) value = value * 10 + code - 0x30;
  }
  if (value === 0 || (value !== undefined && value > 65535)) {
    reader.tolerate(codes.outOfRange, start, end, { port: text });
  }
  return { start, end, text, value };
}
