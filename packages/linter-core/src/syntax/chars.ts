import type { CodeUnits } from './code-units.js';

/**
 * Character classes of RFC 3261 §25.1 as bit masks, so that a scan is one table look-up a character.
 * Inside a header field value CR and LF can only be part of a fold, hence they count as white space (LWS).
 */
export const ALPHA = 1 << 0;
export const DIGIT = 1 << 1;
/** token = 1*(alphanum / "-" / "." / "!" / "%" / "*" / "_" / "+" / "`" / "'" / "~") */
export const TOKEN = 1 << 2;
/** SP, HTAB, and CR and LF as parts of a fold. */
export const LWS = 1 << 3;
/** HEXDIG in either case. */
export const HEX = 1 << 4;
/** unreserved = alphanum / mark */
export const UNRESERVED = 1 << 5;
/** word = 1*(token characters and ( ) < > : \ " / [ ] ? { }) */
export const WORD = 1 << 6;
/** unreserved plus user-unreserved = & = + $ , ; ? / */
export const USER = 1 << 7;
/** unreserved plus & = + $ , */
export const PASSWORD = 1 << 8;
/** paramchar without escapes: unreserved plus [ ] / : & + $ */
export const PARAM = 1 << 9;
/** hvalue without escapes: unreserved plus [ ] / ? : + $ */
export const HNV = 1 << 10;
/** Letters, digits, hyphen and dot: what a host name or an IPv4 address is made of. */
export const HOSTCHAR = 1 << 11;
/** Generic parameter value without quotes: token characters, and [ ] : of a host (IPv6 reference). */
export const GENVALUE = 1 << 12;
/** uric without escapes: reserved / unreserved. */
export const URIC = 1 << 13;
/** Octets 0x00-0x08, 0x0B-0x1F without CR and LF, and 0x7F. */
export const CONTROL = 1 << 14;
/** Above 0x7F: UTF8-NONASCII, or a lone octet in a text that is not UTF-8. */
export const NONASCII = 1 << 15;

/**
 * Stands in the parsed text for each character of a placeholder (`{{name}}`), which may be anything: it belongs to every
 * class but LWS, so that it does not get lost between two tokens. Unicode keeps this code for the inner use of programs, so
 * no text holds it.
 */
export const PLACEHOLDER = 0xfdd0;
const EVERY_CLASS = ((1 << 14) - 1) & ~LWS;

/**
 * The classes of every UTF-16 code unit, so that a look-up needs no comparison. Loops keep it in a constant of their own: in a
 * bundle it is a variable like any other, to be fetched again at each character.
 */
const TABLE = buildTable();

/** The classes of a UTF-16 code unit. */
export function classOf(code: number): number {
  return TABLE[code] as number;
}

/** The first offset in `[pos, end)` whose character is in none of the classes of `mask`, or `end`. */
export function skipClass(text: string, pos: number, end: number, mask: number): number {
  const table = TABLE;
  while (pos < end && ((table[text.charCodeAt(pos)] as number) & mask) !== 0) pos++;
  return pos;
}

/** `skipClass` over code units. */
export function skipUnits(units: CodeUnits, pos: number, end: number, mask: number): number {
  const table = TABLE;
  while (pos < end && ((table[units[pos] as number] as number) & mask) !== 0) pos++;
  return pos;
}

/** True if `[start, end)` is not empty and every character is in a class of `mask`. */
export function isAll(text: string, start: number, end: number, mask: number): boolean {
  return start < end && skipClass(text, start, end, mask) === end;
}

/** True if a text that was read holds a placeholder, so that its value is not known. */
export function hasPlaceholder(text: string): boolean {
  return text.includes(PLACEHOLDER_CHARACTER);
}

const PLACEHOLDER_CHARACTER = String.fromCharCode(PLACEHOLDER);

function buildTable(): Uint16Array {
  const table = new Uint16Array(1 << 16).fill(NONASCII);
  table.fill(0, 0, 128);
  const add = (characters: string, mask: number) => {
    for (let i = 0; i < characters.length; i++)
      table[characters.charCodeAt(i)] = (table[characters.charCodeAt(i)] ?? 0) | mask;
  };
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const alphanum = `${letters}0123456789`;
  const unreserved = `${alphanum}-_.!~*'()`;
  const token = `${alphanum}-.!%*_+\`'~`;
  add(letters, ALPHA);
  add('0123456789', DIGIT);
  add(token, TOKEN);
  add(' \t\r\n', LWS);
  add('0123456789abcdefABCDEF', HEX);
  add(unreserved, UNRESERVED);
  add(`${token}()<>:\\"/[]?{}`, WORD);
  add(`${unreserved}&=+$,;?/`, USER);
  add(`${unreserved}&=+$,`, PASSWORD);
  add(`${unreserved}[]/:&+$`, PARAM);
  add(`${unreserved}[]/?:+$`, HNV);
  add(`${alphanum}-.`, HOSTCHAR);
  add(`${token}[]:`, GENVALUE);
  add(`${unreserved};/?:@&=+$,`, URIC);
  for (let code = 0; code < 128; code++) {
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0x7f) table[code] = CONTROL;
  }
  table[PLACEHOLDER] = EVERY_CLASS;
  return table;
}
