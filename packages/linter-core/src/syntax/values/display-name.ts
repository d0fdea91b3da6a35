import { classOf, LWS, skipClass, TOKEN } from '../chars.js';
import type { DisplayName } from '../nodes.js';
import { COMMA, DQUOTE, LAQUOT, SEMI } from './codes.js';
import { trimmedEnd } from './params.js';
import { skipQuotedString } from './quoted-string.js';
import type { Reader } from './reader.js';

/** The display name of `[start, end)` as it stands; undefined for an empty one. */
export function displayNameNode(reader: Reader, start: number, end: number): DisplayName | undefined {
  return start === end ? undefined : { start, end, text: reader.slice(start, end), quoted: false };
}

/**
 * The offset of the `<` that a display name from the cursor on runs up to, whatever characters it has, or -1. In a list a
 * comma ends the search, but for one between words such as `Bell, Alexander <sip:…>`.
 */
export function findLaquot(reader: Reader, isList: boolean): number {
  const { text, end, pos: start } = reader;
  let isWords = true;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === LAQUOT) return at;
    if (code === DQUOTE) {
      at = behindQuotedString(reader, at);
      isWords = false;
      continue;
    }
    if (code === COMMA && isList) {
      if (!isWords || at === start || !isWord(text, at + 1, end)) return -1;
      isWords = false;
    } else if (code !== COMMA && (classOf(code) & (TOKEN | LWS)) === 0) {
      isWords = false;
    }
    at++;
  }
  return -1;
}

function behindQuotedString(reader: Reader, at: number): number {
  const { pos } = reader;
  reader.pos = at;
  skipQuotedString(reader);
  const behind = reader.pos;
  reader.pos = pos;
  return behind;
}

/** The offset of a quote from the cursor on that opens a quoted string which does not close, or -1. */
export function findOpenQuote(reader: Reader): number {
  const { text, end, pos: start } = reader;
  let quote = -1;
  while (reader.pos < end) {
    if (text.charCodeAt(reader.pos) !== DQUOTE) reader.pos++;
    else {
      quote = reader.pos;
      if (skipQuotedString(reader)) quote = -1;
    }
  }
  reader.pos = start;
  return quote;
}

/** True if a token follows that white space or `<` ends. */
function isWord(text: string, start: number, end: number): boolean {
  const word = skipClass(text, start, end, LWS);
  const wordEnd = skipClass(text, word, end, TOKEN);
  if (wordEnd === word || wordEnd === end) return false;
  const code = text.charCodeAt(wordEnd);
  return code === LAQUOT || (classOf(code) & LWS) !== 0;
}

/** The end of an element without brackets: the first `;` or `,` outside quotes, or the end, without white space before it. */
export function elementEnd(reader: Reader): number {
  const { text, end, pos: start } = reader;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === SEMI || code === COMMA) break;
    at = code === DQUOTE ? behindQuotedString(reader, at) : at + 1;
  }
  return trimmedEnd(reader, start, at);
}
