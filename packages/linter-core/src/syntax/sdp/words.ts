import { DIGIT, hasPlaceholder, isAll, PLACEHOLDER } from '../chars.js';
import type { NumberValue, TextNode } from '../nodes.js';
import { DOT, SP } from '../values/codes.js';
import type { Reader } from '../values/reader.js';
import { isBlank, isToken } from './chars.js';
import type { SdpIssueCode } from './issue-codes.js';

/** The codes of a line whose fields are divided by blanks. */
export interface WordCodes {
  readonly missing: SdpIssueCode;
  readonly malformed: SdpIssueCode;
  readonly separator: SdpIssueCode;
}

/**
 * The rest of the reader divided at blanks. One blank divides two fields; anything else is one tolerated `separator` defect
 * of the line, at the first such place.
 */
export function readWords(reader: Reader, { separator }: Pick<WordCodes, 'separator'>): TextNode[] {
  const { units, end } = reader;
  const words: TextNode[] = [];
  let at = reader.pos;
  let isReported = false;
  while (at < end) {
    const start = at;
    while (at < end && !isBlank(units[at] as number)) at++;
    if (at > start) words.push(reader.node(start, at));
    if (at >= end) break;
    const gap = at;
    do at++;
    while (at < end && isBlank(units[at] as number));
    if (!isReported && (at - gap > 1 || units[gap] !== SP)) {
      reader.tolerate(separator, gap, at);
      isReported = true;
    }
  }
  reader.pos = end;
  return words;
}

/** Reports a line that ends before `field`; at the whole line, as there is no place of the field. */
export function failMissing(
  reader: Reader,
  start: number,
  field: string,
  { missing }: Pick<WordCodes, 'missing'>,
): undefined {
  return reader.fail(missing, start, reader.end, { field });
}

/** Reports a word that is not what `field` has to be. */
export function failMalformed(
  reader: Reader,
  word: TextNode,
  field: string,
  { malformed }: Pick<WordCodes, 'malformed'>,
): undefined {
  return reader.fail(malformed, word.start, word.end, { field, found: word.text });
}

/** A word as a token; reports it otherwise. */
export function tokenOf(reader: Reader, word: TextNode, field: string, codes: WordCodes): TextNode | undefined {
  return isToken(reader.units, word.start, word.end) ? word : failMalformed(reader, word, field, codes);
}

/** A word as a decimal number; reports it otherwise. */
export function numberOf(reader: Reader, word: TextNode, field: string, codes: WordCodes): NumberValue | undefined {
  return readNumber(reader, word.start, word.end) ?? failMalformed(reader, word, field, codes);
}

/** Up to this number of digits a sum of digits is exact. */
const EXACT_DIGITS = 15;

/** 1*DIGIT as a number; undefined if `[start, end)` is none. */
export function readNumber(reader: Reader, start: number, end: number): NumberValue | undefined {
  if (start === end) return undefined;
  let sum: number | undefined = 0;
  for (let at = start; at < end; at++) {
    const code = reader.text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      if (sum !== undefined) sum = sum * 10 + (code - 0x30);
    } else if (code === PLACEHOLDER) sum = undefined;
    else return undefined;
  }
  const text = reader.slice(start, end);
  return { start, end, text, value: sum !== undefined && text.length > EXACT_DIGITS ? Number(text) : sum };
}

/** integer = POS-DIGIT *DIGIT; undefined if `[start, end)` is none. A zero in front is let pass. */
export function readPositive(reader: Reader, start: number, end: number): NumberValue | undefined {
  const number = readNumber(reader, start, end);
  return number?.value === 0 ? undefined : number;
}

/** non-zero-int-or-real, with zeros at either end let pass; undefined if `[start, end)` is none. */
export function readPositiveDecimal(reader: Reader, start: number, end: number): NumberValue | undefined {
  let dot = start;
  while (dot < end && reader.text.charCodeAt(dot) !== DOT) dot++;
  if (!isAll(reader.text, start, dot, DIGIT)) return undefined;
  if (dot < end && !isAll(reader.text, dot + 1, end, DIGIT)) return undefined;
  const text = reader.slice(start, end);
  if (hasPlaceholder(text)) return { start, end, text, value: undefined };
  const value = Number(text);
  return value === 0 ? undefined : { start, end, text, value };
}
