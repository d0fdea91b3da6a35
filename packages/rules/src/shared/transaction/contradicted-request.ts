import type { FlowMessage, Transaction } from '@siplint/core';

/**
 * True if what answers a request has another CSeq number. One of the two is wrong: response-cseq-mismatch tells of it, and the
 * number says nothing of the requests around.
 */
export function isNumberContradicted({ request, responses }: Transaction): boolean {
  return responses.some(({ cseqNumber }) => cseqNumber !== request?.cseqNumber);
}

/**
 * True if a response has the URI with which the dialog began, or that of the INVITE, where its request does not:
 * dialog-uri-changed or cancel-fields-mismatch tells of the request.
 */
export function isUriWrongInRequest(
  { request, cancelled }: Transaction,
  response: FlowMessage,
  side: 'from' | 'to',
): boolean {
  const begun = cancelled?.request ?? request?.dialog?.creation?.request;
  if (!begun || begun === request) return false;
  const isOtherWay = begun.fromTag !== request?.fromTag && begun.fromTag === request?.toTag;
  const begunSide = isOtherWay === (side === 'from') ? begun.to : begun.from;
  return begunSide !== undefined && begunSide.uri === response[side]?.uri;
}

/** True if a response copies what a CANCEL should have copied from its INVITE: cancel-fields-mismatch tells of the CANCEL. */
export function isWrongInCancel(
  { cancelled }: Transaction,
  response: FlowMessage,
  field: 'callId' | 'cseqNumber' | 'fromTag',
): boolean {
  const invite = cancelled?.request;
  return invite !== undefined && invite[field] === response[field];
}
