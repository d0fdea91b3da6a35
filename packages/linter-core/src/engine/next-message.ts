import type { SipMessage } from '../syntax/message.js';

/** Index of the first message at or behind an offset; undefined if there is none. */
export function nextMessageIndex(messages: readonly SipMessage[], offset: number): number | undefined {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low < messages.length ? low : undefined;
}
