import { type FixPlan, type HeaderField, insertAt, type Range, type SipMessage } from '@siplint/core';

/** The field above a line that reads as the rest of its value, and only lacks the white space at its start (RFC 3261 §7.3.1). */
export function cutAbove({ fields }: SipMessage, line: Range): HeaderField | undefined {
  const above = fields.findLast(({ start }) => start < line.start);
  return above?.isCut ? above : undefined;
}

export function continueLine({ start }: Range): FixPlan {
  return { title: 'Begin the line with a space', edits: [insertAt(start, ' ')] };
}
