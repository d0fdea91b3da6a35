import { type LintFile, type NameAddr, paramOf, type SipMessage } from '@siplint/core';
import { perFile } from '../once/per-file.js';
import { hasMagicCookie } from './magic-cookie.js';

// Traits of elements that follow RFC 2543, which knew neither the magic cookie nor the demand for tags.

/** True if the branch of the topmost Via lacks the magic cookie; false where that Via cannot be read. */
export function hasOldStyleBranch(message: SipMessage): boolean {
  const topmostVia = message.field('Via')?.value;
  if (!topmostVia) return false;
  const branch = paramOf(topmostVia, 'branch')?.value;
  return branch === undefined || !hasMagicCookie(branch);
}

/** True if the sender may be an element of RFC 2543: the topmost Via has no magic cookie, or From has no tag. */
export function isOldStyle(message: SipMessage): boolean {
  if (hasOldStyleBranch(message)) return true;
  const from = message.field('From')?.value;
  return from !== undefined && paramOf(from, 'tag') === undefined;
}

/**
 * True if the peer that a request addresses in its To had no tag before: in the From of a request of its own, or in the To
 * of a 2xx to an INVITE, with the same Call-ID.
 */
export function hadNoTagBefore(file: LintFile, request: SipMessage): boolean {
  const key = sideKey(request, request.field('To')?.value);
  const first = key === undefined ? undefined : sidesWithoutTag(file).get(key);
  return first !== undefined && first < request.index;
}

/** Call-ID and URI of the sides without a tag, with the index of the first message that shows it. */
const sidesWithoutTag = perFile((file) => {
  const sides = new Map<string, number>();
  for (const message of file.readMessages()) {
    const isSuccess = message.statusCode >= 200 && message.statusCode < 300 && message.method === 'INVITE';
    const field = message.kind === 'request' ? message.field('From') : isSuccess ? message.field('To') : undefined;
    const side = field?.value;
    if (!side || paramOf(side, 'tag')) continue;
    const key = sideKey(message, side);
    if (key !== undefined && !sides.has(key)) sides.set(key, message.index);
  }
  return sides;
});

function sideKey(message: SipMessage, side: NameAddr | undefined): string | undefined {
  const callId = message.field('Call-ID')?.rawValue;
  return callId === undefined || !side?.uri ? undefined : `${callId} ${side.uri.text}`;
}
