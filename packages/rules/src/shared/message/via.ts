import { type HeaderField, paramOf, type SipMessage, type SyntaxIssue, type Via } from '@siplint/core';
import { partialAt } from '../values/parsed-at.js';

/** True for the first Via of a message: the one that the sender of a request added, and that a response is sent to next. */
export function isTopmostVia(field: HeaderField, via: Via): boolean {
  return field.values[0]?.partial === via && field === field.message.field('Via');
}

/** True if a message has more than one Via row or value, so that it passed a proxy. */
export function hasSeveralVias(message: SipMessage): boolean {
  const first = message.field('Via');
  return first !== undefined && (first.nextOfName !== undefined || first.values.length > 1);
}

/** What tells a Via from those of other hops and requests: sent-by and branch. */
export function viaIdentity(via: Via): string {
  const { host, port } = via.sentBy;
  return `${host.text.toLowerCase()}:${port?.text ?? ''};${paramOf(via, 'branch')?.value ?? ''}`;
}

/** What was read of the Via that a defect of grammar stands in. */
export function viaAt({ field, start }: SyntaxIssue): Via | undefined {
  const value = field && partialAt(field, start);
  return isVia(value) ? value : undefined;
}

function isVia(value: unknown): value is Via {
  return typeof value === 'object' && value !== null && 'sentBy' in value;
}
