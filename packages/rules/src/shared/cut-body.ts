import type { SipMessage } from '@siplint/core';

/** True if Content-Length is to blame for a body that ends too early: in a packet it cuts, and too much of it was lost. */
export function isBodyCut({ body: { lengthVerdict, surplus, surplusKind, end } }: SipMessage): boolean {
  if (lengthVerdict === 'too-long') return true;
  return surplus !== undefined && surplusKind !== 'white-space' && surplus.end > end;
}
