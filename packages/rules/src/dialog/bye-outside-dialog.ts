import { defineRule, type Flow, type FlowMessage, type Transaction } from '@siplint/core';
import { bye, file, invite, line, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { isReliableTransport } from '../shared/message/transport.js';
import { hopKey } from '../shared/transaction/hop-key.js';

const REFUSED = [invite(), response(486, 'INVITE'), failureAck()];
const MARKED = { startLine: '<|BYE|> sip:bob@client.example.net SIP/2.0' };

export default defineRule({
  meta: {
    id: 'bye-outside-dialog',
    category: 'dialog',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send BYE only in a dialog',
    docs: {
      what:
        'BYE ends a dialog, so one must exist: an INVITE was answered with a 101-299 that has a To tag, and not refused since. A ' +
        'call that was refused is over with the ACK, one that is not answered is ended with CANCEL.',
      why: 'The peer has no dialog and answers 481. A BYE in the place of a CANCEL leaves the callee ringing.',
      falsePositives:
        'A BYE that crosses the refusal of an early dialog is let pass, and so is one that the peer accepts. Where messages of ' +
        'the call are missing in the middle of the file the finding may be wrong.',
      bad: [
        file(...REFUSED, bye(MARKED), response(481, 'BYE')),
        file(line('# siplint-set complete=yes'), bye(MARKED), response(481, 'BYE')),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), bye(), ok('BYE'), response(487, 'INVITE'), failureAck()),
        file(invite(), response(180, 'INVITE'), response(486, 'INVITE'), bye(), response(481, 'BYE')),
        file(...REFUSED, bye(), ok('BYE')),
        file(bye(), response(481, 'BYE')),
      ],
    },
    references: [
      { rfc: 3261, section: '15' },
      { rfc: 3261, section: '15.1.2' },
    ],
    since: '0.1.0',
    messages: {
      refused: 'BYE comes after the INVITE was refused with {code}: there is no dialog to end, the peer answers 481',
      never:
        'BYE comes without a dialog: no 101-299 with a To tag answers an INVITE before it, the peer answers 481; end a call that is not answered with CANCEL',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['BYE'] },
  create: () => ({
    flow(flow, context) {
      const transaction = flow.transactions.find(({ method, request }) => method === 'BYE' && request);
      const first = transaction?.request;
      // bye-without-dialog-tags, call-id-changed-in-dialog
      if (!first || first.fromTag === undefined || first.toTag === undefined || first.sharesTagsWith) return;
      const refusal = refusalBefore(flow, first, transaction);
      if (refusal) {
        context.report({
          messageId: 'refused',
          in: first,
          data: { code: refusal.statusCode },
          related: [{ message: 'This ended the call', of: refusal }],
          ...(hadDialogBefore(flow, first) && mayBeCopy(first, refusal) && { ceiling: 'info' }),
        });
      } else if (flow.isComplete && !hadDialogBefore(flow, first)) {
        context.report({ messageId: 'never', in: first });
      }
    },
  }),
});

/** Seconds for which a lost request is retransmitted: 64*T1 (§17.1.2.2). */
const MOST_RETRIES = 32;

/** True if the BYE may have been sent while the dialog was early, and lost at first. */
function mayBeCopy(bye: FlowMessage, refusal: FlowMessage): boolean {
  if (isReliableTransport(bye.transport) || bye.origin.direction === 'out') return false;
  return bye.time === undefined || refusal.time === undefined || bye.time - refusal.time <= MOST_RETRIES;
}

/** Any 101-299 to an INVITE counts: one without a To tag, or with another CSeq method, has a finding of its own. */
function hadDialogBefore({ messages }: Flow, bye: FlowMessage): boolean {
  return messages.some(({ kind, method, statusCode, isSuccess, transaction, index }) => {
    if (index > bye.index) return false;
    // Who sends PRACK or UPDATE has had a response that creates a dialog, though the file lacks it.
    if (kind === 'request') return method === 'PRACK' || method === 'UPDATE';
    if (method !== 'INVITE' && transaction?.method !== 'INVITE') return false;
    return isSuccess || (statusCode > 100 && statusCode < 200);
  });
}

/** The response that refused the latest INVITE of the two parties before the BYE, on all hops where that was seen. */
function refusalBefore(
  flow: Flow,
  bye: FlowMessage,
  { final: answer, flow: { isContinued } }: Transaction,
): FlowMessage | undefined {
  if (isContinued || answer?.isSuccess) return undefined;
  const invite = latestInviteBefore(flow, bye);
  if (!invite || (!flow.isComplete && wasTriedAgain(invite, bye, flow))) return undefined;
  let refusal: FlowMessage | undefined;
  let knowsTag = answer?.statusCode === 481;
  for (const { request, responses, final } of invite.hops) {
    if (!request || request.index > bye.index) continue;
    if (!final?.isFailure || final.index > bye.index) return undefined;
    refusal ??= final;
    knowsTag ||= responses.some(({ toTag }) => toTag === bye.toTag || toTag === bye.fromTag);
  }
  if (!refusal || !knowsTag) return undefined;
  // It may be this BYE, of which the file shows a later copy, that ended an early dialog.
  if (refusal.statusCode === 487 && !flow.isComplete && !invite.hops.some(({ cancel }) => cancel)) return undefined;
  return !hadDialogBefore(flow, bye) || wasAcknowledgedBefore(invite, bye) ? refusal : undefined;
}

/** Undefined if the file shows a 2xx before the BYE, or does not show the beginning of the call. */
function latestInviteBefore({ transactions, messages }: Flow, bye: FlowMessage): Transaction | undefined {
  let latest: Transaction | undefined;
  for (const transaction of transactions) {
    if (transaction.first.index > bye.index) break;
    if (transaction.method !== 'INVITE') continue;
    // What the file shows of it only in part may have been accepted.
    if (!transaction.request || transaction.request.toTag !== undefined) return undefined;
    const { fromTag } = transaction.request;
    if (fromTag === bye.fromTag || fromTag === bye.toTag) latest = transaction;
  }
  const wasAccepted = messages.some(({ kind, isSuccess, method, index }) => {
    return kind === 'response' && isSuccess && method === 'INVITE' && index < bye.index;
  });
  return wasAccepted ? undefined : latest;
}

/** True if the caller has counted on since the INVITE (§12.2.1.1): the file may lack another one, and its 2xx. */
function wasTriedAgain({ request: invite }: Transaction, bye: FlowMessage, { messages }: Flow): boolean {
  if (!invite) return false;
  const { cseqNumber, fromTag } = invite;
  if (bye.fromTag === fromTag && bye.cseqNumber > cseqNumber + 1) return true;
  // The ACK to that 2xx tells of it too.
  return messages.some((message) => {
    const isAck = message.method === 'ACK' && message.fromTag === fromTag && message.toTag !== undefined;
    return isAck && message.cseqNumber > cseqNumber && message.index < bye.index;
  });
}

/** Without its ACK it is not known that the caller had the refusal when it sent the BYE. */
function wasAcknowledgedBefore({ hops }: Transaction, bye: FlowMessage): boolean {
  return hops.some(({ request, acks }) => {
    if (!request || !acks.some(({ index }) => index < bye.index)) return false;
    // Who forwards the INVITE acknowledges the refusal in its own name.
    return request.fromTag !== bye.fromTag || (request.viaCount === 1 && hopKey(request) === hopKey(bye));
  });
}
