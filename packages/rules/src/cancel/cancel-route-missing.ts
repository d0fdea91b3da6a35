import { defineRule } from '@siplint/core';
import { cancel, file, invite, response } from '../examples/messages.js';
import { copyRoute } from '../shared/message/request-edits.js';
import { cancellationOf } from '../shared/transaction/cancelled-request.js';
import { routeDifference } from '../shared/transaction/route-copy.js';

export default defineRule({
  meta: {
    id: 'cancel-route-missing',
    category: 'cancel',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give a CANCEL the Route of the request that it cancels',
    docs: {
      what: 'If the request with the branch of a CANCEL had Route, the CANCEL has the same values in the same order.',
      why:
        'A proxy without state routes the CANCEL as it routed the request, and has nothing but the Route to do it by. Without ' +
        'it the CANCEL goes elsewhere than the INVITE, and the call goes on ringing.',
      falsePositives:
        'The two are compared on the same hop only, where the CANCEL goes to the address that the request went to.',
      fixSafety: 'Unsafe: it copies what the request says, which may be the wrong one of the two.',
      bad: [
        file(
          invite({ Route: '<sip:ss1.example.com;lr>' }),
          response(180, 'INVITE'),
          cancel({ startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0' }),
        ),
        file(
          invite({ Route: '<sip:ss1.example.com;lr>' }),
          response(180, 'INVITE'),
          cancel({ Route: '<|<sip:ss2.example.com;lr>|>' }),
        ),
      ],
      good: [
        file(
          invite({ Route: ['<sip:ss1.example.com;lr>', '<sip:ss2.example.com;lr>'] }),
          response(180, 'INVITE'),
          cancel({ Route: '<sip:SS1.example.com;lr>, <sip:ss2.example.com;lr>' }),
        ),
        file(invite(), response(180, 'INVITE'), cancel()),
      ],
    },
    references: [{ rfc: 3261, section: '9.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        'CANCEL without the Route of the {method} that it cancels: a stateless proxy may send it elsewhere, and the call goes on ringing',
      differs:
        'Route of the CANCEL is not that of the {method} that it cancels: a stateless proxy may send it elsewhere, and the call goes on ringing',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['CANCEL'] },
  create: () => ({
    transaction(transaction, context) {
      const { cancel, cancelled } = cancellationOf(transaction) ?? {};
      const original = cancelled?.request;
      if (!cancel || !original?.has('Route') || original.index > cancel.index) return;
      const difference = routeDifference(cancel, original);
      if (!difference) return;
      const { method, message } = original;
      context.report({
        ...difference,
        in: cancel,
        data: { method },
        related: [{ message: `The Route of the ${method}`, of: original, at: message.field('Route')?.valueRange }],
        fix: { title: `Copy the Route of the ${method}`, edits: copyRoute(cancel.message, message) },
      });
    },
  }),
});
