import { HTAB, SLASH, SP } from './values/codes.js';

/** SP or HTAB: what divides the words of a start line, rightly or wrongly. */
export function isBlank(code: number): boolean {
  return code === SP || code === HTAB;
}

export function skipBlanks(text: string, pos: number, end: number): number {
  while (pos < end && isBlank(text.charCodeAt(pos))) pos++;
  return pos;
}

/** The end of `[start, end)` without the blanks it ends in. */
export function skipBlanksBack(text: string, start: number, end: number): number {
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The start of the last word of `[start, end)`, which ends in no blank. */
export function wordStart(text: string, start: number, end: number): number {
  while (end > start && !isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

export function wordEnd(text: string, start: number, end: number): number {
  while (start < end && !isBlank(text.charCodeAt(start))) start++;
  return start;
}

/** True if exactly one SP stands in `[start, end)`. */
export function isOneSpace(text: string, start: number, end: number): boolean {
  return end === start + 1 && text.charCodeAt(start) === SP;
}

/** "SIP" "/" of SIP-Version, which senders write in upper case and receivers take in any (§7.1). */
export function beginsWithSip(text: string, start: number, end: number): boolean {
  return (
    start + 4 <= end &&
    (text.charCodeAt(start) | 0x20) === 0x73 &&
    (text.charCodeAt(start + 1) | 0x20) === 0x69 &&
    (text.charCodeAt(start + 2) | 0x20) === 0x70 &&
    text.charCodeAt(start + 3) === SLASH
  );
}
