import { defineRule, type FlowMessage } from '@siplint/core';
import { file, ok, options, response } from '../examples/messages.js';
import { isWrongInCancel } from '../shared/transaction/contradicted-request.js';

export default defineRule({
  meta: {
    id: 'response-call-id-mismatch',
    category: 'transaction',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give a response the Call-ID of its request',
    docs: {
      what: 'A response with the topmost Via and the CSeq of a request has its Call-ID too, octet for octet: case counts.',
      why:
        'The client gets a response to a call that it does not know. It finds no dialog for it, drops it, and the request ' +
        'runs into its timeout.',
      falsePositives:
        'A border controller that changes the Call-ID between its two sides changes the Via as well, so its responses ' +
        'belong to other requests and nothing is reported.',
      bad: [
        file(options(), ok('OPTIONS', { 'Call-ID': '<|843817637684230-OPTIONS@pc33.example.com|>' })),
        file(options(), response(404, 'OPTIONS', { 'Call-ID': '<|843817637684230@pc33.example.com|>' })),
      ],
      good: [file(options(), ok('OPTIONS', { i: '843817637684230-options@pc33.example.com' }))],
    },
    references: [
      { rfc: 3261, section: '8.1.1.4' },
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '20.8' },
    ],
    since: '0.1.0',
    messages: {
      differs:
        'Call-ID "{found}" of the response is not "{expected}" of its {method} request: the client finds no call for it and drops it',
      differsInCase:
        'Call-ID "{found}" of the response has other letter case than "{expected}" of its {method} request: case counts, so the client drops it',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, responses } = transaction;
      if (!request) return;
      const response = responses.find(({ callId }) => callId !== request.callId);
      // On the hop before the response is the same, and reported there.
      if (!response || response.forwards?.callId === response.callId) return;
      // It is the request that has another one than its dialog: call-id-changed-in-dialog.
      if (request.sharesTagsWith?.callId === response.callId || isWrongInCancel(transaction, response, 'callId'))
        return;
      const at = callIdOf(response);
      const of = callIdOf(request);
      if (!at || !of) return;
      const isSameWord = response.callId.toLowerCase() === request.callId.toLowerCase();
      context.report({
        messageId: isSameWord ? 'differsInCase' : 'differs',
        in: response,
        at,
        data: { found: response.callId, expected: request.callId, method: request.method },
        related: [{ message: 'The request that it answers', of: request, at: of }],
      });
    },
  }),
});

/** Undefined where it stands twice or did not parse, which is a defect of its own. */
function callIdOf({ message }: FlowMessage) {
  const field = message.field('Call-ID');
  return field?.nextOfName ? undefined : field?.value;
}
