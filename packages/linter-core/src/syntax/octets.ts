import { CONTROL, classOf } from './chars.js';
import { BACKSLASH, COMMA, DQUOTE, LPAREN, RPAREN, SEMI } from './values/codes.js';

/** Where a header field value may hold UTF-8 and quoted-pairs. */
export interface QuotingRules {
  readonly quotedStrings: boolean;
  /** True where a quote is a character of a word in front of the first semicolon of each value. */
  readonly wordsFirst?: boolean;
  readonly comments: boolean;
  /** True where UTF-8 may stand outside quoted strings and comments as well. */
  readonly freeText: boolean;
}

/** Octets of a header field value that no grammar allows there. */
export interface OctetDefects {
  /** Offset of the first control character; -1 if there is none. */
  readonly firstControl: number;
  readonly controlCount: number;
  /** Offset of the first octet that is no part of valid UTF-8 where UTF-8 is allowed; -1 if there is none. */
  readonly firstNonUtf8: number;
}

/**
 * Looks for control characters, which are legal only as the second octet of a quoted-pair, and, if `isOctets`, for octets
 * above 0x7F that are no valid UTF-8. Outside of free text, quoted strings and comments such an octet is a defect of the
 * production it stands in.
 */
export function findOctetDefects(
  text: string,
  start: number,
  end: number,
  { quotedStrings, wordsFirst = false, comments, freeText }: QuotingRules,
  isOctets: boolean,
): OctetDefects {
  let firstControl = -1;
  let controlCount = 0;
  let firstNonUtf8 = -1;
  let isQuote = quotedStrings && !wordsFirst;
  let inString = false;
  let commentDepth = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) {
      if (!isOctets || code > 0xff) continue;
      const length = utf8SequenceLength(text, at, end);
      if (length > 0) at += length - 1;
      else if (firstNonUtf8 < 0 && (freeText || inString || commentDepth > 0)) firstNonUtf8 = at;
    } else if ((classOf(code) & CONTROL) !== 0) {
      if (firstControl < 0) firstControl = at;
      controlCount++;
    } else if (code === BACKSLASH) {
      // The second octet of a quoted-pair; one above 0x7F is none.
      if ((inString || commentDepth > 0) && at + 1 < end && text.charCodeAt(at + 1) <= 0x7f) at++;
    } else if (code === DQUOTE) {
      if (isQuote && commentDepth === 0) inString = !inString;
    } else if (wordsFirst && !inString && (code === SEMI || code === COMMA)) {
      isQuote = code === SEMI;
    } else if (comments && !inString) {
      if (code === LPAREN) commentDepth++;
      else if (code === RPAREN && commentDepth > 0) commentDepth--;
    }
  }
  return { firstControl, controlCount, firstNonUtf8 };
}

/** The length of the UTF-8 sequence of several octets at `at` (RFC 3629 §4); 0 if it is none. */
export function utf8SequenceLength(text: string, at: number, end: number): number {
  const lead = text.charCodeAt(at);
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > end) return 0;
  const second = text.charCodeAt(at + 1);
  // Overlong forms, surrogates and what is above U+10FFFF show in the second octet.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const greatest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > greatest) return 0;
  for (let tail = at + 2; tail < at + length; tail++) {
    if ((text.charCodeAt(tail) & 0xc0) !== 0x80 || text.charCodeAt(tail) > 0xff) return 0;
  }
  return length;
}

/** A control character by name: `NUL`, `DEL`, `U+0007`. */
export function controlName(code: number): string {
  if (code === 0) return 'NUL';
  return code === 0x7f ? 'DEL' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** An octet above 0x7F as a message names it: `0xE9`. */
export function octetName(code: number): string {
  return `0x${code.toString(16).toUpperCase()}`;
}
