import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { cancel, file, invite, ok, response } from '../examples/messages.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';

export default defineRule({
  meta: {
    id: 'cancel-not-answered-with-200',
    category: 'cancel',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: ['recommended'],
    title: 'Answer a CANCEL that matches a request with 200',
    docs: {
      what:
        'A CANCEL is answered with 200, or with 481 if it matches no request. Let pass are 400 and 5xx, and 481 where the file ' +
        'does not show that the INVITE was pending.',
      why:
        'The outcome of the INVITE is told by the response to the INVITE. A client that gets another code to its CANCEL takes ' +
        'the call for not cancelled, and some show an error or send the CANCEL again.',
      falsePositives:
        'A proxy without state passes on to the CANCEL what it got to its own, as 408. Responses 401, 407 and 487 are other rules.',
      bad: [
        response(486, 'CANCEL', { startLine: 'SIP/2.0 <|486|> Busy Here' }),
        file(
          invite(),
          response(180, 'INVITE'),
          cancel(),
          response(481, 'CANCEL', { startLine: 'SIP/2.0 <|481|> Call/Transaction Does Not Exist' }),
          response(486, 'INVITE'),
        ),
      ],
      good: [
        file(invite(), response(180, 'INVITE'), cancel(), ok('CANCEL'), response(487, 'INVITE')),
        file(invite(), response(180, 'INVITE'), cancel(), response(481, 'CANCEL'), ok('INVITE')),
        file(cancel(), response(481, 'CANCEL')),
      ],
    },
    references: [
      { rfc: 3261, section: '8.3' },
      { rfc: 3261, section: '9.2' },
      { rfc: 3261, section: '16.10' },
    ],
    since: '0.1.0',
    messages: {
      other:
        'Response {code} to a CANCEL: one that matches a request is answered with 200, and how the INVITE ended is said in its own response',
      pending:
        'Response 481 to a CANCEL whose INVITE was pending: it is answered with 200, the client takes the call for not cancelled',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { final, request } = transaction;
      if (!final || isAllowed(final.statusCode) || final.forwards) return;
      const related = request ? [{ message: 'The CANCEL', of: request }] : [];
      if (final.statusCode !== 481) {
        context.report({ messageId: 'other', in: final, data: { code: final.statusCode }, related });
      } else if (request && wasPending(transaction, final)) {
        context.report({ messageId: 'pending', in: final, related });
      }
    },
  }),
});

/** 401 and 407 are ack-or-cancel-challenged, 487 is cancel-answered-with-487. */
function isAllowed(statusCode: number): boolean {
  if (statusCode >= 500) return statusCode < 600;
  return statusCode === 200 || statusCode === 400 || statusCode === 401 || statusCode === 407 || statusCode === 487;
}

/** True if the server had sent a provisional response to the INVITE, and is not known to have answered it by then. */
function wasPending(transaction: Transaction, response: FlowMessage): boolean {
  const { cancel, cancelled } = cancellationOf(transaction) ?? {};
  const original = cancelled?.request;
  if (!cancel || !original || original.method !== 'INVITE' || !isSameIdentity(cancel, original)) return false;
  const isInProgress = cancelled.responses.some(({ isProvisional, index }) => isProvisional && index < cancel.index);
  const { final } = cancelled;
  // Behind a 2xx the transaction is gone (§17.2.1), and the 2xx that shows may be a retransmission.
  return isInProgress && (!final || (final.index > response.index && final.isFailure));
}

/** With other values the server does not match the CANCEL: cancel-fields-mismatch. */
function isSameIdentity(cancel: FlowMessage, original: FlowMessage): boolean {
  return (
    cancel.callId === original.callId &&
    cancel.cseqNumber === original.cseqNumber &&
    cancel.fromTag === original.fromTag &&
    cancel.toTag === original.toTag &&
    cancel.requestUri === original.requestUri
  );
}
