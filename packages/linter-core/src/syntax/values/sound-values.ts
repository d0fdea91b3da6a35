import { CONTROL, classOf, DIGIT, NONASCII, skipUnits, TOKEN, WORD } from '../chars.js';
import type { CodeUnits } from '../code-units.js';
import { AT, BACKSLASH, COMMA, LPAREN, RPAREN, SLASH, SP } from './codes.js';

/**
 * Tells that a grammar would report nothing of the value `[start, end)`, which is not empty, in less time than it takes to
 * read it; false for a value that has to be read to be judged. Few ask for the values of the fields that have such a look.
 */
export type SoundnessCheck = (units: CodeUnits, start: number, end: number) => boolean;

/** 1*DIGIT: Content-Length (§20.14). */
export function isSoundNumber(units: CodeUnits, start: number, end: number): boolean {
  return skipUnits(units, start, end, DIGIT) === end;
}

/** callid = word [ "@" word ] (§20.8, §25.1). */
export function isSoundCallId(units: CodeUnits, start: number, end: number): boolean {
  const wordEnd = skipUnits(units, start, end, WORD);
  if (wordEnd === start || wordEnd === end) return wordEnd > start;
  return units[wordEnd] === AT && wordEnd + 1 < end && skipUnits(units, wordEnd + 1, end, WORD) === end;
}

/** token *( COMMA token ) (§20.5, §20.37), spaces behind the commas only. */
export function isSoundTokenList(units: CodeUnits, start: number, end: number): boolean {
  let at = start;
  for (;;) {
    const tokenEnd = skipUnits(units, at, end, TOKEN);
    if (tokenEnd === at) return false;
    if (tokenEnd === end) return true;
    if (units[tokenEnd] !== COMMA) return false;
    at = skipSpaces(units, tokenEnd + 1);
  }
}

/** server-val *( LWS server-val ) (§20.35, §20.41) with spaces for LWS, and comments without another one in them. */
export function areSoundProducts(units: CodeUnits, start: number, end: number): boolean {
  let at = start;
  for (;;) {
    const pieceEnd = units[at] === LPAREN ? commentEnd(units, at + 1, end) : productEnd(units, at, end);
    if (pieceEnd < 0) return false;
    if (pieceEnd === end) return true;
    if (units[pieceEnd] !== SP) return false;
    at = skipSpaces(units, pieceEnd);
  }
}

/** product = token [ SLASH token ]. Returns its end, or -1 if there is none. */
function productEnd(units: CodeUnits, start: number, end: number): number {
  const nameEnd = skipUnits(units, start, end, TOKEN);
  if (nameEnd === start) return -1;
  if (nameEnd === end || units[nameEnd] !== SLASH) return nameEnd;
  const versionEnd = skipUnits(units, nameEnd + 1, end, TOKEN);
  return versionEnd === nameEnd + 1 ? -1 : versionEnd;
}

/** *ctext RPAREN (§25.1), ASCII without escapes. Returns its end, or -1 for anything else. */
function commentEnd(units: CodeUnits, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const code = units[at] as number;
    if (code === RPAREN) return at + 1;
    if (code === LPAREN || code === BACKSLASH || (classOf(code) & (CONTROL | NONASCII)) !== 0) return -1;
  }
  return -1;
}

function skipSpaces(units: CodeUnits, start: number): number {
  let at = start;
  while (units[at] === SP) at++;
  return at;
}
