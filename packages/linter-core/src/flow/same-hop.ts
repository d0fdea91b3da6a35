import type { FlowMessage } from './flow-message.js';

/** `unknown`: the bytes do not prove it either way. */
export type HopComparison = 'same' | 'different' | 'unknown';

/**
 * Whether two messages passed between the same two elements. Addresses of a capture decide where both have them. Without
 * them two requests, or the requests of two responses, are on the same hop if the same element sent them and as many
 * elements had forwarded them; of requests in opposite directions nothing is known.
 */
export function compareHops(a: FlowMessage, b: FlowMessage): HopComparison {
  const linkA = linkOf(a);
  const linkB = linkOf(b);
  if (linkA !== undefined && linkB !== undefined) return linkA === linkB ? 'same' : 'different';
  if (a.sentBy === b.sentBy) return a.viaCount === b.viaCount ? 'same' : 'different';
  return isSameDirection(a, b) ? 'different' : 'unknown';
}

/** The two addresses, whoever of them sent. */
function linkOf({ origin: { source, destination } }: FlowMessage): string | undefined {
  if (source === undefined || destination === undefined) return undefined;
  return source < destination ? `${source}\n${destination}` : `${destination}\n${source}`;
}

/** True if the requests of both go from the same user agent to the other; a tag is that of one of the two. */
function isSameDirection(a: FlowMessage, b: FlowMessage): boolean {
  return a.fromTag !== undefined && a.fromTag === b.fromTag;
}
