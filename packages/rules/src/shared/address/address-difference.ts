import { compareUris, type FlowMessage, type NameAddr, type Range, type SipMessage } from '@siplint/core';
import { holdsPlaceholder } from '../message/placeholders.js';

/** From or To of two messages that should name the same URI, where they do not. */
export interface UriDifference {
  readonly uri: string;
  readonly at: Range;
  readonly expected: string;
  readonly of: Range;
}

/**
 * How the URI in From or To of a message differs from that of another by the comparison of URIs (RFC 3261 §19.1.4); undefined
 * if it does not, or the texts do not decide it. Display names and brackets do not count.
 */
export function uriDifference(name: 'From' | 'To', a: FlowMessage, b: FlowMessage): UriDifference | undefined {
  const key = name === 'From' ? 'from' : 'to';
  if (a[key] === undefined || b[key] === undefined || a[key].uri === b[key].uri) return undefined;
  const { message } = a;
  const { message: other } = b;
  const address = readable(message, message.field(name)?.value);
  const expected = readable(other, other.field(name)?.value);
  if (!address?.uri || !expected?.uri || compareUris(address.uri, expected.uri) !== 'different') return undefined;
  return { uri: address.uri.text, at: address.uri, expected: expected.uri.text, of: expected.uri };
}

/** Nothing can be said of an address with a placeholder in it. */
function readable(message: SipMessage, address: NameAddr | undefined): NameAddr | undefined {
  return address && !holdsPlaceholder(message, address) ? address : undefined;
}
