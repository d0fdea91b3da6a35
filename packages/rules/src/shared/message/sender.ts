import type { SipMessage } from '@siplint/core';

/** The address of who made a message: From of a request, To of a response; empty where it cannot be read. */
export function senderOf(message: SipMessage): string {
  const { value } = message.field(message.kind === 'request' ? 'From' : 'To') ?? {};
  return value?.uri?.text ?? '';
}
