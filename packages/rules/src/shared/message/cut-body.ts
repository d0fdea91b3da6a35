import type { SipMessage } from '@siplint/core';

/** True if Content-Length is to blame for a body that ends too early: in a packet it cuts, and too much of it was lost. */
export function isBodyCut({ body }: Pick<SipMessage, 'body'>): boolean {
  const { lengthVerdict, surplus, surplusKind, end } = body;
  if (lengthVerdict === 'too-long') return true;
  return surplus !== undefined && surplusKind !== 'white-space' && surplus.end > end;
}
