import { lookupHeader, type SipMessage } from '@siplint/core';

/**
 * True if a line that is no header field, or whose name is none, begins with the name, long or compact: its defect is the
 * line's.
 */
export function hasBrokenLine({ strayLines, fields, text }: SipMessage, header: string): boolean {
  for (const { start } of strayLines) if (isHeaderAt(header, start, text)) return true;
  for (const { definition, start } of fields) {
    if (definition === undefined && isHeaderAt(header, start, text)) return true;
  }
  return false;
}

function isHeaderAt(header: string, start: number, text: string): boolean {
  const compact = lookupHeader(header)?.compact;
  return isWordAt(header, start, text) || (compact !== undefined && isWordAt(compact, start, text));
}

function isWordAt(word: string, start: number, text: string): boolean {
  const end = start + word.length;
  return text.slice(start, end).toLowerCase() === word.toLowerCase() && !/[-\w:]/.test(text.charAt(end));
}
