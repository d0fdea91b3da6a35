import type { Range, SipMessage } from '@siplint/core';

/** True if a line that is no header field, or whose name is none, begins with the name: its defect is the line's. */
export function hasBrokenLine({ strayLines, fields, text }: SipMessage, header: string): boolean {
  const name = header.toLowerCase();
  const begins = ({ start }: Range): boolean =>
    text.slice(start, start + name.length).toLowerCase() === name && !/[-\w:]/.test(text.charAt(start + name.length));
  return strayLines.some(begins) || fields.some((field) => field.definition === undefined && begins(field));
}
