import { type FlowMessage, paramOf, type Range, type TextNode } from '@siplint/core';

// Where the values stand that messages of a flow are compared by; each reads its message again.

/** The number in the CSeq of a message. */
export function cseqDigitsOf({ message }: FlowMessage): TextNode | undefined {
  return message.field('CSeq')?.value?.digits;
}

/** The tag in From or To of a message. */
export function tagPlaceOf({ message }: FlowMessage, name: 'From' | 'To'): Range | undefined {
  const address = message.field(name)?.value;
  const tag = address && paramOf(address, 'tag');
  return tag && { start: tag.valueStart, end: tag.end };
}

/** The value of Call-ID. */
export function callIdPlaceOf({ message }: FlowMessage): Range | undefined {
  return message.field('Call-ID')?.value;
}
