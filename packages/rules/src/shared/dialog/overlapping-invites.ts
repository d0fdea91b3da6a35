import type { Dialog, DialogRequest, DialogSide, FlowMessage } from '@siplint/core';
import { oncePer } from '../once/once-per.js';
import { hopKey } from '../transaction/hop-key.js';
import { firstFinalOf, requestsOf, type SeenRequest } from './dialog-requests.js';

/** An INVITE of a dialog that the file shows while another one is in progress (RFC 3261 §14.1, §14.2). */
export interface OverlappingInvites {
  readonly first: SeenRequest;
  readonly second: SeenRequest;
  readonly isSameSender: boolean;
  /** The final responses, as the file shows them first. */
  readonly firstFinal: FlowMessage | undefined;
  readonly secondFinal: FlowMessage | undefined;
}

/** Each INVITE of a dialog with the ones of either side that were in progress when it was sent. */
export function overlappingInvites(dialog: Dialog): readonly OverlappingInvites[] {
  const hasReinvite = dialog.creation !== undefined || dialog.requests.length > 1;
  return hasReinvite && dialog.requests.some(isInvite) ? overlapsIn(dialog) : NONE;
}

const NONE: readonly OverlappingInvites[] = [];

function isInvite({ request }: DialogRequest): boolean {
  return request.method === 'INVITE';
}

const overlapsIn: (dialog: Dialog) => readonly OverlappingInvites[] = oncePer((dialog) => {
  const found: OverlappingInvites[] = [];
  /** The earliest INVITE of each side that is not over. */
  const pending = new Map<DialogSide, SeenRequest>();
  const acks = ackIndices(dialog);
  for (const second of requestsOf(dialog)) {
    const { request, sender } = second;
    if (request.method !== 'INVITE') continue;
    for (const [side, first] of pending) {
      const isSameSender = side === sender;
      if (isOver(first, request, isSameSender, acks) || (isSameSender && !isLaterOnSameHop(request, first.request)))
        continue;
      const firstFinal = firstFinalOf(first);
      if (lacksBeginning(dialog, first, request, firstFinal)) continue;
      found.push({ first, second, isSameSender, firstFinal, secondFinal: firstFinalOf(second) });
    }
    const own = pending.get(sender);
    if (!own || isOver(own, request, true, acks) || !isLaterOnSameHop(request, own.request))
      pending.set(sender, second);
  }
  return found;
});

/**
 * True if the file lacks how the dialog began: no response with its To tag stands in front of the second INVITE, or only a 2xx
 * of another fork ends the first one. Then its own 2xx was in front.
 */
function lacksBeginning(
  { calleeTag, creatingResponses, flow }: Dialog,
  first: SeenRequest,
  second: FlowMessage,
  firstFinal: FlowMessage | undefined,
): boolean {
  if (first.request.toTag !== undefined || flow.isComplete) return false;
  if (firstFinal?.isSuccess && firstFinal.toTag !== calleeTag) return true;
  return !creatingResponses.some(({ index }) => index < second.index);
}

/** Where the first ACK of each side with each number stands. */
function ackIndices({ requests }: Dialog): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  for (const { sender, request } of requests) {
    const key = `${sender} ${request.cseqNumber}`;
    if (request.method === 'ACK' && !indices.has(key)) indices.set(key, request.index);
  }
  return indices;
}

/**
 * True if an INVITE was answered before a message, or its ACK says so where the file shows a later copy of the response. To the side that answered it a refusal is over with its ACK, whose time is
 * known where no proxy acknowledges in between.
 */
function isOver(
  first: SeenRequest,
  { index }: FlowMessage,
  forSender: boolean,
  acks: ReadonlyMap<string, number>,
): boolean {
  const acknowledgedAt = acks.get(`${first.sender} ${first.request.cseqNumber}`);
  if (acknowledgedAt !== undefined && acknowledgedAt < index) return true;
  if (forSender && first.hops.some(({ acks: own }) => own.some((ack) => ack.index < index))) return true;
  const final = firstFinalOf(first);
  if (!final || final.index > index) return false;
  if (forSender || final.isSuccess || !isDirect(first)) return true;
  const ack = first.hops[0]?.acks[0];
  return !ack || ack.index < index;
}

/** True for a request that went straight to the other side, as far as its fields tell. */
export function isDirect({ request, hops }: SeenRequest): boolean {
  return hops.length === 1 && request.viaCount === 1 && request.routes?.length === 0;
}

function isLaterOnSameHop(later: FlowMessage, earlier: FlowMessage): boolean {
  return later.cseqNumber > earlier.cseqNumber && hopKey(later) === hopKey(earlier);
}
