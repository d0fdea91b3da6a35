import type { FlowMessage } from '@siplint/core';

/**
 * True if it is known when a message was sent, or from where to where: it was seen on its way. Others may be samples that
 * somebody wrote down one below the other, with the same identifiers in all of them.
 */
export function isTraced({ origin: { time, direction, source, destination } }: FlowMessage): boolean {
  return time !== undefined || direction !== undefined || (source !== undefined && destination !== undefined);
}
