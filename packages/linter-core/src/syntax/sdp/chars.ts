import { PLACEHOLDER } from '../chars.js';
import { HTAB, SP } from '../values/codes.js';

const TOKEN_CHAR = buildTokenTable();

/** token-char (RFC 8866 §9): other characters than the token of RFC 3261 has. */
function isTokenChar(code: number): boolean {
  return code < 128 ? TOKEN_CHAR[code] === 1 : code === PLACEHOLDER;
}

/** token = 1*(token-char): the first offset in `[pos, end)` that is none, or `end`. */
export function skipToken(text: string, pos: number, end: number): number {
  while (pos < end && isTokenChar(text.charCodeAt(pos))) pos++;
  return pos;
}

/** True if `[start, end)` is a token. */
export function isToken(text: string, start: number, end: number): boolean {
  return start < end && skipToken(text, start, end) === end;
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

function buildTokenTable(): Uint8Array {
  const table = new Uint8Array(128);
  const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`{|}~";
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}
