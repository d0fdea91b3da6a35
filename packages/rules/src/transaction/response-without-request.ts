import { defineRule, type FlowMessage, type Transaction } from '@siplint/core';
import { bye, file, invite, ok, options, response } from '../examples/messages.js';
import { branchPlaceOf } from '../shared/transaction/branch-place.js';

export default defineRule({
  meta: {
    id: 'response-without-request',
    category: 'transaction',
    level: 'advice',
    severity: 'info',
    presets: [],
    title: 'Keep the request of each response in the file',
    docs: {
      what:
        'A response behind requests of its call has the branch and sent-by of the topmost Via, and the CSeq method, of one of ' +
        'them.',
      why:
        'A client drops a response that matches none of its requests. In a file it may also show that the request was not ' +
        'captured, so that nothing can be said about what it asked for.',
      falsePositives:
        'A capture of one hop, or one with gaps, often lacks requests. Nothing is reported before the first request of the ' +
        'call, for there the capture may have begun.',
      bad: [
        file(
          options(),
          ok('OPTIONS', {
            Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhdt|>;received=192.0.2.1',
            CSeq: '7 OPTIONS',
          }),
        ),
      ],
      good: [
        file(
          options(),
          ok('OPTIONS', { Via: 'SIP/2.0/UDP PC33.example.com;received=192.0.2.1;branch=Z9HG4BK776asdhds-options' }),
        ),
        file(response(183, 'INVITE'), bye(), ok('BYE')),
        file(invite(), ok('BYE', { 'Call-ID': 'another@pc33.example.com' })),
      ],
    },
    references: [
      { rfc: 3261, section: '17.1.3' },
      { rfc: 3261, section: '18.1.2' },
    ],
    since: '0.1.0',
    messages: {
      unmatched:
        'Response {code} has branch "{branch}", which no {method} of this call in the file has: a client drops such a response, unless the request was not captured',
    },
  },
  create: () => ({
    flow({ messages, transactions, isContinued }, context) {
      if (isContinued || transactions.every(({ request }) => request)) return;
      let lastRequest: FlowMessage | undefined;
      for (const message of messages) {
        if (message.kind === 'request') lastRequest = message;
        else if (lastRequest && message.transaction?.first === message && !message.transaction.request) {
          const branch = branchPlaceOf(message);
          // Without a branch, or a Via that could be read, nothing could match: that is reported itself.
          if (!branch || answersOddCancel(message, transactions)) continue;
          context.report({
            messageId: 'unmatched',
            in: message,
            at: branch,
            data: { code: message.statusCode, branch: branch.text, method: message.method },
            related: [{ message: 'The last request of the call before it', of: lastRequest }],
          });
        }
      }
    },
  }),
});

/** True if a response has the branch that its CANCEL should have: cancel-via-mismatch. */
function answersOddCancel({ method, branch }: FlowMessage, transactions: readonly Transaction[]): boolean {
  if (method !== 'CANCEL') return false;
  return transactions.some(({ request, misfits }) => {
    return request?.branch === branch && misfits.some(({ message }) => message.method === 'CANCEL');
  });
}
