import type { LintFile, SipMessage } from '@siplint/core';

/** How many messages before a response its request is sought in, where the two cannot be matched. */
const LOOK_BACK = 8;

/**
 * The request that a response answers: the one that it matches, or the nearest before it where a header field that the match
 * needs is missing. Undefined if the file does not hold it.
 */
export function answeredRequest(response: SipMessage, file: LintFile): SipMessage | undefined {
  const matched = file.requestOf(response);
  if (matched) return matched;
  const last = response.index - 1;
  for (let i = last; i >= 0 && i > last - LOOK_BACK; i--) {
    const before = file.recent(i);
    if (before?.kind === 'request') return before;
  }
  return undefined;
}
