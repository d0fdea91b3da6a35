import { type Dialog, defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { byBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, ok, response } from '../examples/messages.js';
import { actualSender } from '../shared/dialog/actual-sender.js';
import { isOfAnyServer } from '../shared/transaction/any-server-status.js';

const CALL = [invite(), ok('INVITE'), ack()];

export default defineRule({
  meta: {
    id: 'bye-not-answered-with-2xx',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Answer a BYE with a 2xx',
    docs: {
      what:
        'Who gets a BYE in a dialog answers 200, whatever state the call is in: there is nothing to refuse. 481 is for a BYE ' +
        'whose dialog the receiver does not know.',
      why:
        'The sender considers the call over as soon as the BYE has left. A receiver that refuses it may keep the media, the ' +
        'line and the bill running.',
      falsePositives:
        'Failures that a proxy may have sent or that concern the request as such (for example 400, 407, 420, 5xx) pass, and so ' +
        'does everything where the BYE itself has a finding of this category. A 481 is an info, and only where the call was ' +
        'answered and acknowledged in the file and nobody had hung up before.',
      bad: [
        file(...CALL, bye(), response(486, 'BYE', { startLine: 'SIP/2.0 <|486|> Busy Here' })),
        file(...CALL, bye(), response(481, 'BYE', { startLine: 'SIP/2.0 <|481|> Call/Transaction Does Not Exist' })),
      ],
      good: [
        file(...CALL, bye(), ok('BYE')),
        file(...CALL, bye(), response(503, 'BYE')),
        file(...CALL, byBob('BYE', 870), bye(), response(481, 'BYE')),
        file(bye(), response(481, 'BYE')),
      ],
    },
    references: [
      { rfc: 3261, section: '12.2.2' },
      { rfc: 3261, section: '15.1.1' },
      { rfc: 3261, section: '15.1.2' },
    ],
    since: '0.1.0',
    messages: {
      refused:
        'BYE is answered {found}: a BYE cannot be refused, answer 200 and end the call, or 481 if there is no such dialog',
      unknown:
        'BYE is answered 481 although the call is up in this file: the peer has lost the dialog, or does not match its tags',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['BYE'], statuses: ['300-699'] },
  create: () => ({
    transaction(transaction, context) {
      const { final, request } = transaction;
      if (!final?.isFailure || final.statusCode === 491 || final.statusCode === 500) return;
      const dialog = request?.dialog;
      if (!request || !dialog || hasFindingOfItsOwn(request, dialog)) return;
      const isUnknown = final.statusCode === 481;
      if (isUnknown ? !isUp(dialog, request, final) : isOfAnyServer(final.statusCode)) return;
      if (!isSeenFirst(transaction, final)) return;
      const place = { in: final, related: [{ message: 'The BYE', of: request }] };
      if (isUnknown) context.report({ messageId: 'unknown', ...place, ceiling: 'info' });
      else context.report({ messageId: 'refused', ...place, data: { found: final.statusCode } });
    },
  }),
});

/** True if another rule says that the BYE should not have been sent, or not as it was. */
function hasFindingOfItsOwn(bye: FlowMessage, dialog: Dialog): boolean {
  const { creation, confirmedBy, flow, callerTag } = dialog;
  if (bye.sharesTagsWith) return true;
  // The call began in the file, and with it no dialog: bye-outside-dialog.
  if (!creation) return flow.sawBeginning || flow.isComplete;
  const sender = bye.fromTag === callerTag ? 'caller' : 'callee';
  const isEarly = !confirmedBy || confirmedBy.index > bye.index;
  if (isEarly && (sender === 'callee' || dialog.end !== undefined)) return true;
  return actualSender(dialog, bye, sender) === (sender === 'caller' ? 'callee' : 'caller');
}

/** True if the call was answered and acknowledged, and nobody had hung up before. */
function isUp(dialog: Dialog, bye: FlowMessage, answer: FlowMessage): boolean {
  const { creation, confirmedBy, requests } = dialog;
  if (!creation || !confirmedBy || confirmedBy.index > bye.index) return false;
  let isAcknowledged = false;
  for (const { request } of requests) {
    if (request.index > answer.index) break;
    if (request.method === 'ACK') isAcknowledged = true;
    else if (request.method === 'BYE' && request.cseqNumber !== bye.cseqNumber) return false;
  }
  return isAcknowledged;
}

/** On other hops the same response is only forwarded. */
function isSeenFirst({ hops }: Transaction, { statusCode, index }: FlowMessage): boolean {
  return !hops.some(({ final }) => final?.statusCode === statusCode && final.index < index);
}
