import {
  type BodyPart,
  bodyOf,
  type FlowMessage,
  partsOf,
  type Range,
  type TextNode,
  type Transaction,
} from '@siplint/core';
import { plainOptions } from '../transaction/plain-options.js';

// Offer and answer between an INVITE, its 2xx and the ACK (RFC 3261 §13.2.1).

/** True if a message brought no session description beyond doubt. */
export function lacksSession(message: FlowMessage): boolean {
  return message.session === 'absent' && !isElided(message);
}

/** True if a message had no body at all beyond doubt. */
export function hasNoBody(message: FlowMessage): boolean {
  return !message.hasBody && lacksSession(message);
}

/** True if the body may have been left out where the message was written down: its header fields tell of one, or just end. */
function isElided({ body: { start, end, declaredLength, boundary }, contentType }: FlowMessage): boolean {
  return start === end && declaredLength === undefined && (boundary === 'no-body' || contentType !== undefined);
}

/**
 * The first 2xx with each To tag that brings no session description, on the hop where that is first so; but for those whose
 * sender may have sent one before in a reliable provisional response.
 */
export function successesWithoutSession(transaction: Transaction): FlowMessage[] {
  const found: FlowMessage[] = [];
  const tags = new Set<string | undefined>();
  for (const response of transaction.responses) {
    if (!response.isSuccess || tags.has(response.toTag)) continue;
    tags.add(response.toTag);
    if (!lacksSession(response) || response.forwards?.session === 'absent') continue;
    // One of another disposition is reported for that.
    if (sdpPartOf(response) || mayBeExchangedBefore(response, transaction)) continue;
    found.push(response);
  }
  return found;
}

/**
 * True if the sender of a 2xx may have sent a session description before, in a provisional response that was made reliable
 * (RFC 3262 §5): the file shows it, or what follows from it, or that it was possible and nothing else of that sender.
 */
export function mayBeExchangedBefore(success: FlowMessage, { request, first, responses, flow }: Transaction): boolean {
  let isHeard = false;
  for (const response of responses) {
    if (response.index > success.index) break;
    if (!response.isProvisional || response.statusCode === 100 || response.toTag !== success.toTag) continue;
    // Where one reliable response has none, another one before it may have.
    if (response.has('RSeq') && (response.session !== 'absent' || !flow.isComplete)) return true;
    isHeard = true;
  }
  if (!isHeard && request && admitsReliable(request)) return true;
  for (const message of flow.messages) {
    const { method, index } = message;
    if (index > success.index) {
      // A late copy of a PRACK, or of its response, where the file lacks the first.
      if (method === 'PRACK' && !flow.isComplete) return true;
      continue;
    }
    if (index > first.index && (method === 'PRACK' || method === 'UPDATE')) return true;
    // On another hop the file may show one that it lacks on this.
    if (message.rseq !== undefined && message.session !== 'absent' && message.toTag === success.toTag) return true;
  }
  return false;
}

/** True if the client lists 100rel. */
function admitsReliable(request: FlowMessage): boolean {
  for (const name of ['Supported', 'Require'] as const) {
    const options = plainOptions(request, name) ?? [...request.message.valuesOf(name)].map(keyOf);
    if (options.includes('100rel')) return true;
  }
  return false;
}

function keyOf({ text }: TextNode): string {
  return text.toLowerCase();
}

/** The first part of a message that is a session description by its type, whatever its disposition. */
export function sdpPartOf(message: FlowMessage): BodyPart | undefined {
  if (!message.hasBody) return undefined;
  for (const part of partsOf(bodyOf(message.message))) if (part.essence === 'application/sdp') return part;
  return undefined;
}

/** Where a message announces its session description: the Content-Type of the body or part. */
export function sessionPlaceOf(message: FlowMessage): Range | undefined {
  return sdpPartOf(message)?.field('Content-Type')?.valueRange;
}

/** Where a session description is missed: at the Content-Type of a body that is empty, else at the message as a whole. */
export function lackPlaceOf(lacking: FlowMessage): Range | undefined {
  const { body, contentType } = lacking;
  const isAnnounced = body.start === body.end && contentType !== undefined;
  return isAnnounced ? lacking.message.field('Content-Type')?.valueRange : undefined;
}
