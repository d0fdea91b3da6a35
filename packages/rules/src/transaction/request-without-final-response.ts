import { defineRule, type Transaction } from '@siplint/core';
import { file, invite, line, ok, options, response } from '../examples/messages.js';
import { isUnanswered } from '../shared/transaction/unanswered.js';

export default defineRule({
  meta: {
    id: 'request-without-final-response',
    category: 'transaction',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Answer each request with a final response',
    docs: {
      what: 'In a file that is declared complete each request except ACK has a response of 200-699.',
      why:
        'The client sends the request again for 32 seconds, and then acts as if it had got 408. A BYE or a REGISTER leaves ' +
        'the two sides with different ideas of what goes on.',
      falsePositives:
        'Only files that say `# siplint-set complete=yes` are judged; where the response got lost on purpose, disable the ' +
        'rule for that message.',
      bad: [
        file(line('# siplint-set complete=yes'), options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' })),
        file(
          line('# siplint-set complete=yes'),
          invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
          response(180, 'INVITE'),
        ),
      ],
      good: [file(line('# siplint-set complete=yes'), options(), ok('OPTIONS')), file(options())],
    },
    references: [
      { rfc: 3261, section: '8.2.6.1' },
      { rfc: 3261, section: '17' },
      { rfc: 3261, section: '17.1' },
    ],
    since: '0.1.0',
    messages: {
      unanswered:
        '{method} gets no final response in a file that holds the whole call: the client repeats it, and in the end takes it for failed with 408',
    },
  },
  create: () => ({
    flow(flow, context) {
      if (!flow.isComplete) return;
      const judged = new Set<readonly Transaction[]>();
      for (const transaction of flow.transactions) {
        const { request, method, hops } = transaction;
        if (!request || method === 'ACK' || !isUnanswered(transaction) || judged.has(hops)) continue;
        // Of the hops of a request the first without a response is told: those behind it are why.
        judged.add(hops);
        context.report({ messageId: 'unanswered', in: request, data: { method } });
      }
    },
  }),
});
