import type { SipMessage } from '../syntax/message.js';

export const START_LINE = -1;
export const BODY = Number.MAX_SAFE_INTEGER;

/** What an offset in a message stands in: the index of a row of the header section, `START_LINE` or `BODY`. */
export function rowAt(message: SipMessage, at: number): number {
  if (at < message.startLine.end) return START_LINE;
  if (at >= message.headerEnd) return BODY;
  let low = 0;
  let high = message.fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((message.fields[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
