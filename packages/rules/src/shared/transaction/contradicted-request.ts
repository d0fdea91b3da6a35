import type { FlowMessage, Transaction } from '@siplint/core';

/**
 * True if what answers a request has another CSeq number. One of the two is wrong: response-cseq-mismatch tells of it, and the
 * number says nothing of the requests around.
 */
export function isNumberContradicted({ request, responses }: Transaction): boolean {
  return responses.some(({ cseqNumber }) => cseqNumber !== request?.cseqNumber);
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
