import type { TextNode } from '../nodes.js';
import { BACKSLASH, CR, DQUOTE, LF } from './codes.js';
import type { Reader } from './reader.js';

/**
 * quoted-string (§25.1), the cursor at its opening quote. The node includes the quotes. Reports
 * `quoted-string.unterminated` (and reads to the end) and `quoted-pair.invalid`: a backslash before a fold, before a
 * character above 0x7F, or at the very end.
 */
export function readQuotedString(reader: Reader): TextNode | undefined {
  const start = reader.pos;
  const { text, units, end } = reader;
  const reported = reader.issues.length;
  reader.hasUnjudgedOctets = true;
  let at = start + 1;
  while (at < end) {
    const code = units[at];
    if (code === DQUOTE) {
      reader.pos = at + 1;
      return reader.node(start, at + 1);
    }
    if (code !== BACKSLASH) {
      at++;
      continue;
    }
    if (at + 1 === end) break;
    if (!isEscapable(units[at + 1] as number)) {
      const pairEnd = quotedPairEnd(text, at);
      reader.fail('quoted-pair.invalid', at, pairEnd, { found: text.slice(at, pairEnd) });
    }
    at += 2;
  }
  reader.pos = end;
  // What stands behind an open quote is no more than that one defect.
  reader.issues.length = reported;
  return reader.fail('quoted-string.unterminated', start, end, { found: reader.slice(start, end) });
}

/** quoted-pair = "\" ( %x00-09 / %x0B-0C / %x0E-7F ) (§25.1): what may stand behind the backslash. */
export function isEscapable(code: number): boolean {
  return code <= 0x7f && code !== CR && code !== LF;
}

/** Behind a backslash and the character that follows it, which beyond U+FFFF is two code units long. */
export function quotedPairEnd(text: string, backslash: number): number {
  return backslash + ((text.codePointAt(backslash + 1) ?? 0) > 0xffff ? 3 : 2);
}

/** Moves behind a quoted string without judging it, or to the end and returns false if it does not close. */
export function skipQuotedString(reader: Reader): boolean {
  const { units, end } = reader;
  let at = reader.pos + 1;
  while (at < end) {
    const code = units[at];
    if (code === DQUOTE) {
      reader.pos = at + 1;
      return true;
    }
    at += code === BACKSLASH ? 2 : 1;
  }
  reader.pos = end;
  return false;
}

/** The text of a quoted string without its quotes and escapes; a text without quotes as it is. */
export function unquote(text: string): string {
  if (text.charCodeAt(0) !== DQUOTE) return text;
  const inner = text.slice(1, text.charCodeAt(text.length - 1) === DQUOTE ? -1 : undefined);
  return inner.includes('\\') ? inner.replace(/\\([\s\S])/g, '$1') : inner;
}
