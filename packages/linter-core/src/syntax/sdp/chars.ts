import { PLACEHOLDER } from '../chars.js';
import type { CodeUnits } from '../code-units.js';
import { HTAB, SP } from '../values/codes.js';

const TOKEN_CHAR = buildTokenTable();

/** token-char (RFC 8866 §9): other characters than the token of RFC 3261 has. */
function isTokenChar(code: number): boolean {
  return code < 128 ? TOKEN_CHAR[code] === 1 : code === PLACEHOLDER;
}

/** token = 1*(token-char): the first offset in `[pos, end)` that is none, or `end`. */
export function skipToken(units: CodeUnits, pos: number, end: number): number {
  while (pos < end && isTokenChar(units[pos] as number)) pos++;
  return pos;
}

/** True if `[start, end)` is a token. */
export function isToken(units: CodeUnits, start: number, end: number): boolean {
  return start < end && skipToken(units, start, end) === end;
}

/** SP or HTAB. */
export function isBlank(code: number): boolean {
  return code === SP || code === HTAB;
}

/** ALPHA */
export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

const KNOWN_TYPE = 1;
/** The value starts right behind the equals sign: blanks there are part of it. */
export const FREE_START = 2;
/** The value may end in blanks. */
export const FREE_END = 4;
const LINE_TYPES = buildLineTypeTable();

/** What is known of the letter of a line type; 0 if there is no such type. */
export function lineTypeFlags(letter: number): number {
  return LINE_TYPES[letter] ?? 0;
}

function buildLineTypeTable(): Uint8Array {
  const table = new Uint8Array(128);
  const add = (letters: string, flag: number) => {
    for (let i = 0; i < letters.length; i++) table[letters.charCodeAt(i)] = (table[letters.charCodeAt(i)] ?? 0) | flag;
  };
  add('vosiuepcbtrzkma', KNOWN_TYPE);
  add('siep', FREE_START);
  add('sipk', FREE_END);
  return table;
}

function buildTokenTable(): Uint8Array {
  const table = new Uint8Array(128);
  const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`{|}~";
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}
