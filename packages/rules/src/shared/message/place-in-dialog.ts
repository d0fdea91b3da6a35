import { paramOf, type SipMessage } from '@siplint/core';

/** Methods of requests that can stand on their own; the others are sent within a dialog or about another transaction. */
const METHODS_OUTSIDE_DIALOGS: ReadonlySet<string> = new Set([
  'INVITE',
  'MESSAGE',
  'OPTIONS',
  'PUBLISH',
  'REFER',
  'REGISTER',
  'SUBSCRIBE',
]);

/** True if the To of a message was read and has a tag. */
export function hasToTag(message: SipMessage): boolean {
  const to = message.field('To')?.value;
  return to !== undefined && paramOf(to, 'tag') !== undefined;
}

/** True if the To of a message was read and has no tag. */
export function lacksToTag(message: SipMessage): boolean {
  const to = message.field('To')?.value;
  return to !== undefined && paramOf(to, 'tag') === undefined;
}

/** True for a request that no dialog is known to hold, so that it may begin a call of its own (RFC 3261 §8.1.1). */
export function isOutsideDialog(message: SipMessage): boolean {
  const { kind, method } = message;
  return kind === 'request' && METHODS_OUTSIDE_DIALOGS.has(method ?? '') && (!message.has('To') || lacksToTag(message));
}

/**
 * True if the Contact of a message becomes a remote target: an INVITE, and a response to it that makes or confirms a dialog,
 * which is a 2xx and a 101-199 with a To tag (RFC 3261 §12.1).
 */
export function setsRemoteTarget(message: SipMessage): boolean {
  if (message.method !== 'INVITE') return false;
  if (message.kind === 'request') return true;
  const { statusCode } = message;
  return (statusCode >= 200 && statusCode < 300) || (statusCode > 100 && statusCode < 200 && hasToTag(message));
}
