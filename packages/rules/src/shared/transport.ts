import type { SipMessage } from '@siplint/core';

/** The transport that a message goes over in upper case: what is known of its origin counts more than the topmost Via. */
export function transportOf(message: SipMessage): string | undefined {
  return (message.origin.transport ?? message.field('Via')?.value?.transport.text)?.toUpperCase();
}
