import { defineRule } from '@siplint/core';
import { file, invite, response } from '../examples/messages.js';
import { failureAck } from '../examples/refused-call.js';
import { copyRoute } from '../shared/message/request-edits.js';
import { failureAcks } from '../shared/transaction/failure-acks.js';
import { routeDifference } from '../shared/transaction/route-copy.js';

export default defineRule({
  meta: {
    id: 'ack-non-2xx-route-missing',
    category: 'transaction',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'error',
    presets: [],
    title: 'Give the ACK to a failure the Route of its INVITE',
    docs: {
      what: 'If the INVITE had Route, the ACK to a 300-699 response has the same values in the same order on that hop.',
      why:
        'A stateless proxy behind the next hop has nothing but the Route to send the ACK on by. Without it the ACK may go ' +
        'elsewhere than the INVITE, and the server repeats its response for 32 seconds.',
      falsePositives:
        'The ACK goes to where the INVITE went, so the next hop gets it all the same; several ACKs in RFC 3665 lack the Route.',
      fixSafety: 'Unsafe: it copies what the INVITE says, which may be the wrong one of the two.',
      bad: [
        file(
          invite({ Route: '<sip:ss1.example.com;lr>' }),
          response(486, 'INVITE'),
          failureAck({ startLine: '<|ACK|> sip:bob@example.net SIP/2.0' }),
        ),
        file(
          invite({ Route: '<sip:ss1.example.com;lr>' }),
          response(486, 'INVITE'),
          failureAck({ Route: '<|<sip:ss2.example.com;lr>|>' }),
        ),
      ],
      good: [
        file(
          invite({ Route: ['<sip:ss1.example.com;lr>', '<sip:ss2.example.com;lr>'] }),
          response(486, 'INVITE'),
          failureAck({ Route: '<sip:SS1.example.com;lr>, <sip:ss2.example.com;lr>' }),
        ),
        file(invite(), response(486, 'INVITE'), failureAck()),
      ],
    },
    references: [{ rfc: 3261, section: '17.1.1.3' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: 'ACK to a {code} without the Route of its INVITE: a stateless proxy on the way may send it elsewhere',
      differs:
        'Route of the ACK to a {code} is not that of its INVITE: a stateless proxy on the way may send it elsewhere than the INVITE',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['ACK'] },
  create: () => ({
    transaction(transaction, context) {
      const { request: invite } = transaction;
      if (!invite?.has('Route')) return;
      for (const { ack, response } of failureAcks(transaction)) {
        const difference = routeDifference(ack, invite);
        if (!difference) continue;
        context.report({
          ...difference,
          in: ack,
          data: { code: response.statusCode },
          related: [{ message: 'The Route of the INVITE', of: invite, at: invite.message.field('Route')?.valueRange }],
          fix: { title: 'Copy the Route of the INVITE', edits: copyRoute(ack.message, invite.message) },
        });
      }
    },
  }),
});
