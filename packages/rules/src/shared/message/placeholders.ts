import type { Range, SipMessage } from '@siplint/core';
import { lastUpTo } from '../values/parsed-at.js';

/** True if a placeholder stands in a range, so that what is absent from it may be there all the same. */
export function holdsPlaceholder({ placeholders }: SipMessage, range: Range): boolean {
  if (placeholders.length === 0) return false;
  const last = lastUpTo(placeholders, range.end - 1);
  return last !== undefined && last.end > range.start;
}
