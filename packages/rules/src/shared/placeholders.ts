import type { Range, SipMessage } from '@siplint/core';

/** True if a placeholder stands in a range, so that what is absent from it may be there all the same. */
export function holdsPlaceholder({ placeholders }: SipMessage, range: Range): boolean {
  for (const { start, end } of placeholders) if (start < range.end && range.start < end) return true;
  return false;
}
