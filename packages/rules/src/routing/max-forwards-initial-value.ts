import { defineRule, paramOf, replaceRange, type SipMessage } from '@siplint/core';
import { ack, invite, options } from '../examples/messages.js';
import { hasSeveralVias } from '../shared/message/via.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

/** RFC 3261 §8.1.1.6. */
const INITIAL_VALUE = 70;

export default defineRule({
  meta: {
    id: 'max-forwards-initial-value',
    category: 'routing',
    level: 'SHOULD',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Start with 70 hops in Max-Forwards',
    docs: {
      what:
        'A request that has just left its user agent, with one Via and without received in it, has Max-Forwards 70. OPTIONS ' +
        'passes, as it finds the servers on a path with small values. So do ACK and CANCEL, which proxies send with one ' +
        'Via as well. It is reported once a call.',
      why:
        'With a smaller value a request that takes a long way gets 483 instead of an answer. With a larger one a loop ' +
        'keeps more servers busy before it ends.',
      falsePositives:
        'A back-to-back user agent or a border controller may take the Vias off a request and count its hops on.',
      fixSafety: 'Unsafe: the value may have been chosen for a network with a known path.',
      bad: [invite({ 'Max-Forwards': '<|10|>' })],
      good: [
        invite({ 'Max-Forwards': 70 }),
        invite({
          Via: [
            'SIP/2.0/UDP p1.example.com;branch=z9hG4bK2d4790.1',
            'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds;received=192.0.2.1',
          ],
          'Max-Forwards': 69,
        }),
        options({ 'Max-Forwards': 2 }),
        ack({ 'Max-Forwards': 69 }),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.6' },
      { rfc: 3261, section: '20.22' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      other: 'Max-Forwards starts with {value} instead of 70: the request may be rejected with 483, or loop for longer',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    headers: {
      'Max-Forwards'(field, context) {
        const hops = field.value?.value;
        if (hops === undefined || hops === INITIAL_VALUE || !isJustSent(context.message)) return;
        if (!isFirstInCall(context, '')) return;
        context.report({
          messageId: 'other',
          at: field.valueRange,
          data: { value: hops },
          fix: { title: 'Set Max-Forwards to 70', edits: [replaceRange(field.valueRange, String(INITIAL_VALUE))] },
        });
      },
    },
  }),
});

/** True if no proxy has had the request yet, nor a server that noted where it came from. */
function isJustSent(request: SipMessage): boolean {
  const { method } = request;
  if (method === 'OPTIONS' || method === 'ACK' || method === 'CANCEL' || request.hasUnknownFields) return false;
  const via = request.field('Via')?.value;
  return via !== undefined && !hasSeveralVias(request) && !paramOf(via, 'received');
}
