import { defineRule } from '@siplint/core';
import { forwarded } from '../examples/forwarded.js';
import { file, invite, options, register } from '../examples/messages.js';
import { requestBefore } from '../shared/transaction/hop-before.js';

const RECEIVED = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-register;received=192.0.2.1';

export default defineRule({
  meta: {
    id: 'proxy-max-forwards-not-decremented',
    category: 'routing',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Count Max-Forwards down as a proxy',
    docs: {
      what:
        'Max-Forwards of a request is lower than on an earlier hop by at least the number of Via values that were added in ' +
        'between, and a request that came with 0 is not forwarded. It is reported once a call for each proxy.',
      why:
        'By this number a request that goes in circles comes to its end. A proxy that does not count it down lets it go round ' +
        'until the servers are busy with nothing else.',
      falsePositives:
        'A back-to-back user agent that keeps the Via values of the caller looks like a proxy; it may start with 70 again.',
      bad: [
        file(invite(), forwarded('INVITE', { 'Max-Forwards': '<|70|>' })),
        file(register({ Via: RECEIVED, 'Max-Forwards': 0 }), forwarded('REGISTER', { 'Max-Forwards': '<|70|>' })),
      ],
      good: [
        file(invite(), forwarded('INVITE')),
        file(options(), forwarded('OPTIONS', { 'Max-Forwards': 10 })),
        file(invite({ 'Max-Forwards': null }), forwarded('INVITE', { 'Max-Forwards': 70 })),
      ],
    },
    references: [
      { rfc: 3261, section: '16.3' },
      { rfc: 3261, section: '16.6' },
    ],
    since: '0.1.0',
    messages: {
      notLower:
        'Max-Forwards is {found}, and was {before} on a hop {hops} before: a proxy has to count it down, or a request that goes in circles never ends',
      zero: 'The request came with Max-Forwards 0 and was forwarded: the proxy has to answer 483, or a loop never ends',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    transaction(transaction, context) {
      const { request, upstream } = transaction;
      if (!request || !upstream) return;
      const before = requestBefore(transaction);
      const last = before?.maxForwards;
      if (!before || last === undefined) return;
      const hops = request.viaCount - before.viaCount;
      const found = request.maxForwards;
      if (last > 0 && (found === undefined || found <= last - hops)) return;
      if (!context.once(`${request.callId} ${request.sentBy}`)) return;
      const place = {
        in: request,
        at: request.message.field('Max-Forwards')?.valueRange,
        related: [{ message: 'The request before', of: before, at: before.message.field('Max-Forwards')?.valueRange }],
      };
      if (last === 0 || found === undefined) context.report({ messageId: 'zero', ...place });
      else context.report({ messageId: 'notLower', ...place, data: { found, before: last, hops } });
    },
  }),
});
