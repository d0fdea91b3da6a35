import type { SipMessage } from '../syntax/message.js';

/** What Content-Length says (RFC 3261 §20.14), if it stands once and is 1*DIGIT; else undefined. */
export function declaredLengthOf(message: SipMessage, text: string): number | undefined {
  const field = message.field('Content-Length');
  if (!field || field.nextOfName || field.isEmpty || !field.isReadable) return undefined;
  const end = message.offset + field.valueEnd;
  let length = 0;
  for (let at = message.offset + field.valueStart; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    length = length * 10 + digit;
  }
  return length;
}
