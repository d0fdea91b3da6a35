import { lookupHeader, type Range, type SipMessage } from '@siplint/core';

/**
 * True if a line that is no header field, or whose name is none, begins with the name, long or compact: its defect is the
 * line's.
 */
export function hasBrokenLine({ strayLines, fields, text }: SipMessage, header: string): boolean {
  const compact = lookupHeader(header)?.compact;
  const begins = ({ start }: Range): boolean =>
    isWordAt(header, start, text) || (compact !== undefined && isWordAt(compact, start, text));
  return strayLines.some(begins) || fields.some((field) => field.definition === undefined && begins(field));
}

function isWordAt(word: string, start: number, text: string): boolean {
  const end = start + word.length;
  return text.slice(start, end).toLowerCase() === word.toLowerCase() && !/[-\w:]/.test(text.charAt(end));
}
