import { skipSpaceBack } from './frame-text.js';
import { BACKSLASH, COMMA, DQUOTE, SEMI } from './values/codes.js';

/** What no field name begins with, but the second half of a value may. */
const CONTINUES = /[;,<"@?&]/;

/**
 * True if a line that is no header field reads as a continuation of the value before it that has lost the white space at its
 * start (RFC 3261 §7.3.1): the value is cut there, and what it lacks stands in the line.
 */
export function isCutAt(text: string, valueStart: number, line: number): boolean {
  if (CONTINUES.test(text.charAt(line))) return true;
  const valueEnd = skipSpaceBack(text, valueStart, line);
  const last = text.charCodeAt(valueEnd - 1);
  if (valueEnd > valueStart && (last === COMMA || last === SEMI)) return true;
  const value = text.slice(valueStart, valueEnd);
  return value.lastIndexOf('<') > value.lastIndexOf('>') || hasOpenQuote(value);
}

function hasOpenQuote(value: string): boolean {
  let isOpen = false;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === DQUOTE) isOpen = !isOpen;
    else if (isOpen && code === BACKSLASH) i++;
  }
  return isOpen;
}
