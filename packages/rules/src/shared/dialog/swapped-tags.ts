import type { Dialog, DialogRequest } from '@siplint/core';
import { actualSender } from './actual-sender.js';

/** True for a request with the tags of the other side: dialog-tags-swapped, and what else looks wrong in it follows from that. */
export function hasSwappedTags({ request, sender }: DialogRequest, dialog: Dialog): boolean {
  const actual = actualSender(dialog, request, sender);
  return actual !== undefined && actual !== sender;
}
