import { defineRule, type FlowMessage, isRegisteredMethod, type Transaction } from '@siplint/core';
import { bye, file, invite, ok, request, response } from '../examples/messages.js';
import { isWrongInCancel } from '../shared/transaction/contradicted-request.js';

export default defineRule({
  meta: {
    id: 'response-cseq-mismatch',
    category: 'cseq',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Copy the CSeq of the request into its responses',
    docs: {
      what: 'A response has the CSeq of the request that it answers, number and method.',
      why:
        'The client finds the transaction of a response by branch and CSeq method. A response with another method is dropped, ' +
        'and the request is sent again until it times out; one with another number is dropped by clients that compare it.',
      falsePositives:
        'Responses are paired with requests by the branch of the topmost Via. Nothing is reported where the sender uses a ' +
        'branch again, or where the request had its right final response before, as then another request was answered that ' +
        'the file does not show.',
      bad: [
        file(request('INFO'), ok('INFO', { CSeq: '<|314161|> INFO' })),
        file(request('INFO'), ok('INFO', { CSeq: '314160 <|BYE|>' })),
      ],
      good: [
        file(bye(), ok('BYE', { CSeq: '0314160 BYE' })),
        file(request('CANCEL'), response(487, 'INVITE')),
        file(invite(), request('CANCEL'), ok('CANCEL'), response(487, 'INVITE')),
      ],
    },
    references: [
      { rfc: 3261, section: '8.2.6.2' },
      { rfc: 3261, section: '17.1.3' },
      { rfc: 3261, section: '20.16' },
    ],
    winsOver: ['provisional-response-to-non-invite'],
    since: '0.1.0',
    messages: {
      number:
        'Response has CSeq number {found}, the {method} that it answers has {expected}: the client takes it for a response to another request, copy the CSeq',
      method:
        'Response has CSeq method {found}, but its branch is that of the {expected} {number}: the client drops it and sends the request again, copy the CSeq',
    },
  },
  appliesTo: { kinds: ['response'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: answered, downstream } = transaction;
      const wrong = answered && firstWrongResponse(transaction, answered);
      // What comes from a hop behind is reported there.
      if (!wrong || downstream.some((hop) => hop.request && firstWrongResponse(hop, hop.request))) return;
      const found = wrong.message.field('CSeq')?.value;
      const expected = answered.message.field('CSeq')?.value;
      if (!found || !expected || !context.once(requestKey(answered))) return;
      const related = (at: typeof found.digits) => [{ message: 'The request that this answers', of: answered, at }];
      if (isWrongInCancel(transaction, wrong, 'cseqNumber')) return;
      if (wrong.method === answered.method) {
        context.report({
          messageId: 'number',
          in: wrong,
          at: found.digits,
          data: { found: found.digits.text, method: answered.method, expected: expected.digits.text },
          related: related(expected.digits),
        });
        // The request itself names that method, or one that is written in the wrong case.
      } else if (found.method.text !== expected.method.text && !differsInCase(answered.method, wrong.method)) {
        context.report({
          messageId: 'method',
          in: wrong,
          at: found.method,
          data: { found: found.method.text, expected: answered.method, number: expected.digits.text },
          related: related(expected.method),
        });
      }
    },
  }),
});

/** The first response with another number or method than the request; none behind the right final response. */
function firstWrongResponse(
  { responses, misfits, final, sharesBranchWith }: Transaction,
  { cseqNumber }: FlowMessage,
): FlowMessage | undefined {
  if (sharesBranchWith) return undefined;
  for (const response of responses) {
    if (response.cseqNumber !== cseqNumber) return response;
    if (response.isFinal) break;
  }
  for (const { message, differsIn } of misfits) {
    if (differsIn === 'method' && (!final || message.index < final.index)) return message;
  }
  return undefined;
}

/** True for a method in the wrong case in the request, which the server put right: method-wrong-case. */
function differsInCase(requested: string, answered: string): boolean {
  return !isRegisteredMethod(requested) && requested.toUpperCase() === answered.toUpperCase();
}

function requestKey({ callId, method, cseqNumber, fromTag = '' }: FlowMessage): string {
  return `${callId}\n${method}\n${cseqNumber}\n${fromTag}`;
}
