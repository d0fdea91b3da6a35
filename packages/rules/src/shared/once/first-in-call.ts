import type { RuleContext } from '@siplint/core';

/**
 * True the first time that a rule asks with this key about messages of one Call-ID. What other hops, retransmissions,
 * responses and later requests of a dialog only repeat is reported once.
 */
export function isFirstInCall(context: Pick<RuleContext, 'message' | 'once'>, key: string): boolean {
  return context.once(`${context.message.field('Call-ID')?.rawValue ?? ''} ${key}`);
}
