import type { FlowMessage } from '@siplint/core';

/**
 * The same for requests of one side that one element sent to the same next one, as far as Vias and addresses tell: numbers
 * and values are compared there, since an element on another hop may have changed them.
 */
export function hopKey({ sentBy, viaCount, origin: { source = '', destination = '' } }: FlowMessage): string {
  return `${sentBy}\n${viaCount}\n${source}\n${destination}`;
}
