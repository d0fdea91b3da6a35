import { classOf, DIGIT, skipClass, TOKEN } from './chars.js';
import type { StartLine } from './message.js';
import { parsePlainRequestLine, parseRequestLine } from './request-line.js';
import { beginsWithSip, isBlank, skipBlanks, skipBlanksBack, wordEnd, wordStart } from './start-line-words.js';
import { parsePlainStatusLine, parseStatusLine } from './status-line.js';
import { COLON, SLASH, SP } from './values/codes.js';

/**
 * start-line = Request-Line / Status-Line (RFC 3261 §7): the line `[start, end)` without its terminator. A line that begins
 * with `SIP/` is a Status-Line, one whose last word begins so is a Request-Line, in either case of letters; a defect of
 * either is an issue of the line. Never fails. Ranges are those of `text`.
 */
export function parseStartLine(text: string, start: number, end: number): StartLine {
  const plain = parsePlainStatusLine(text, start, end) ?? parsePlainRequestLine(text, start, end);
  if (plain) return plain;
  const from = skipBlanks(text, start, end);
  const to = skipBlanksBack(text, from, end);
  if (beginsWithSip(text, from, to)) return parseStatusLine(text, start, end);
  const lastWord = wordStart(text, from, to);
  if (lastWord > from && beginsWithSip(text, lastWord, to) && !isFieldName(text, from, to)) {
    return parseRequestLine(text, start, end);
  }
  const issue = { code: 'start-line.unrecognized', start: from, end: to, data: { found: text.slice(from, to) } };
  return { kind: 'unrecognized', start, end, issues: [issue] };
}

/** True if the first word ends in a colon: a header field where the start line is missing. */
function isFieldName(text: string, start: number, end: number): boolean {
  return text.charCodeAt(wordEnd(text, start, end) - 1) === COLON;
}

/**
 * True for a line that can start a message in the middle of a file: `token SP … SP SIP/…` or `SIP/… SP 3DIGIT`, in either
 * case of letters. Most lines are told from it by their first word.
 */
export function isPlausibleStartLine(text: string, start: number, end: number): boolean {
  const tokenEnd = skipClass(text, start, end, TOKEN);
  if (tokenEnd === start || tokenEnd >= end) return false;
  const code = text.charCodeAt(tokenEnd);
  if (code === SLASH) return beginsWithSip(text, start, end) && hasStatusCode(text, tokenEnd, end);
  if (code !== SP) return false;
  const to = skipBlanksBack(text, tokenEnd, end);
  const lastWord = wordStart(text, tokenEnd, to);
  return lastWord > tokenEnd + 1 && beginsWithSip(text, lastWord, to);
}

/** SP 3DIGIT behind the version, and then white space or the end. */
function hasStatusCode(text: string, slash: number, end: number): boolean {
  let at = skipBlanks(text, wordEnd(text, slash, end), end);
  for (let digit = 0; digit < 3; digit++, at++) {
    if (at >= end || (classOf(text.charCodeAt(at)) & DIGIT) === 0) return false;
  }
  return at === end || isBlank(text.charCodeAt(at));
}

/**
 * The start line of a message at `offset` that has none: its first line `[start, end)` is reported, and read as a header
 * field.
 */
export function noStartLine(text: string, offset: number, start: number, end: number): StartLine {
  const at = start - offset;
  return {
    kind: 'unrecognized',
    start: at,
    end: at,
    issues: [
      {
        code: 'start-line.unrecognized',
        start: at,
        end: end - offset,
        data: { found: text.slice(start, end) },
      },
    ],
  };
}
