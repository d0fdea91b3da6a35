import { classOf, PLACEHOLDER, TOKEN } from './chars.js';
import { COLON, CR, HTAB, LF, SP } from './values/codes.js';

/** The questions that the frame parser asks about stretches of text. */

/** The first offset in `[at, end)` that is no white space, folds included, or `end`. */
export function skipSpace(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character of `[start, end)` that is no white space, or `start`. */
export function skipSpaceBack(text: string, start: number, end: number): number {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The offset behind the last character of `[start, end)` that is no CR, or `start`. */
export function skipCrBack(text: string, start: number, end: number): number {
  while (end > start && text.charCodeAt(end - 1) === CR) end--;
  return end;
}

/** The first offset in `[at, end)` that is no token character, or `end`. */
export function skipToken(text: string, at: number, end: number): number {
  while (at < end && (classOf(text.charCodeAt(at)) & TOKEN) !== 0) at++;
  return at;
}

/** The colon of `token HCOLON` in the line `[at, end)`; -1 if the line does not begin so. */
export function colonOfField(text: string, at: number, end: number): number {
  const nameEnd = skipToken(text, at, end);
  if (nameEnd === at) return -1;
  const colon = skipSpace(text, nameEnd, end);
  return colon < end && text.charCodeAt(colon) === COLON ? colon : -1;
}

/** The first colon of the line `[at, end)`, or -1. */
export function indexOfColon(text: string, at: number, end: number): number {
  for (let i = at; i < end; i++) if (text.charCodeAt(i) === COLON) return i;
  return -1;
}

/** True if the line `[at, end)` holds nothing, or CRs only. */
export function isEmptyLine(text: string, at: number, end: number): boolean {
  return skipCrBack(text, at, end) === at;
}

/** True if the line `[at, end)` is one placeholder or several, white space aside. */
export function isPlaceholderLine(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== PLACEHOLDER && !isSpace(code)) return false;
  }
  return true;
}

/** True if what stands before the colon is rather the start of a body without its empty line: SDP, XML, JSON. */
export function isBodyLike(text: string, at: number, colon: number): boolean {
  for (let i = at; i < colon; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3c || code === 0x3d || code === 0x22 || code === 0x7b) return true; // < = " {
  }
  return false;
}

/** The length of a byte order mark at `at`: one character in UTF-8, its three octets in a text read octet by octet. */
export function byteOrderMarkLength(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === 0xfeff) return 1;
  return first === 0xef && text.startsWith('\u00ef\u00bb\u00bf', at) ? 3 : 0;
}

function isSpace(code: number): boolean {
  return code === SP || code === HTAB || code === CR || code === LF;
}
