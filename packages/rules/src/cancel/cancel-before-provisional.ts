import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { cancel, file, invite, ok, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';
import { elapsedBetween } from '../shared/transaction/elapsed.js';

export default defineRule({
  meta: {
    id: 'cancel-before-provisional',
    category: 'cancel',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Wait for a provisional response before sending CANCEL',
    docs: {
      what: 'A CANCEL is sent only when a provisional response to its INVITE has arrived on that hop.',
      why:
        'Until then the INVITE may still be on its way, or lost. A server that gets the CANCEL first answers 481, and rings ' +
        'when the INVITE comes behind it.',
      falsePositives:
        'Reported where the first response to the INVITE stands behind the CANCEL, or where there is none in a file that is ' +
        'declared complete. Where that response is no 100, or the INVITE was sent again, an earlier one may have been lost to ' +
        'the capture: it is an info then, unless the file is declared complete.',
      bad: [
        file(
          invite(),
          cancel({ startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0' }),
          response(100, 'INVITE'),
          ok('CANCEL'),
          response(487, 'INVITE'),
        ),
      ],
      good: [
        file(invite(), response(100, 'INVITE'), cancel(), ok('CANCEL'), response(487, 'INVITE'), failureAck()),
        file(invite(), cancel()),
        file(cancel(), response(100, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '16.10' },
    ],
    since: '0.1.0',
    messages: {
      early:
        'CANCEL before any response to its INVITE: it may overtake the INVITE, which then rings all the same, wait for a provisional response',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { cancel, cancelled } = cancellationOf(transaction) ?? {};
      const invite = cancelled?.request;
      if (!cancel || !invite || invite.method !== 'INVITE' || invite.index > cancel.index) return;
      if (!isBeforeResponses(cancel, cancelled)) return;
      const { firstResponse, flow } = cancelled;
      // A 100 is the first response of a server, but to each copy of the INVITE.
      const isFirst = firstResponse?.statusCode === 100 && invite.copies.length === 0;
      context.report({
        messageId: 'early',
        in: cancel,
        related: [
          { message: 'The INVITE', of: invite },
          ...(firstResponse ? [{ message: 'The first response to it', of: firstResponse }] : []),
        ],
        ...(!isFirst && !flow.isComplete && { ceiling: 'info', ceilingAlways: true }),
      });
    },
  }),
});

function isBeforeResponses(cancel: FlowMessage, { firstResponse, misfits, flow }: Transaction): boolean {
  // A response that does not fit is reported for that.
  if (misfits.some(({ message }) => message.kind === 'response' && message.index < cancel.index)) return false;
  if (!firstResponse) return flow.isComplete;
  return firstResponse.index > cancel.index && (elapsedBetween(cancel, firstResponse)?.seconds ?? 0) >= 0;
}
