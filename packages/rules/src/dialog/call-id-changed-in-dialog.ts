import { compareHops, defineRule, type Flow, type FlowMessage } from '@siplint/core';
import { byAlice } from '../examples/in-dialog.js';
import { ack, bye, file, invite, ok } from '../examples/messages.js';
import { callIdPlaceOf } from '../shared/transaction/places-in-flow.js';

const CALL = [invite(), ok('INVITE'), ack()];

export default defineRule({
  meta: {
    id: 'call-id-changed-in-dialog',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Keep the Call-ID throughout a dialog',
    docs: {
      what: 'All requests and responses of a dialog have the Call-ID of the INVITE that began it, octet for octet.',
      why: 'The Call-ID is part of what names a dialog. The peer finds none and answers 481, and a monitor sees two calls.',
      falsePositives:
        'A back-to-back user agent may pass the tags of a call on under another Call-ID. Nothing is reported unless the same ' +
        'element sent both, or the addresses of the trace are the same, and nothing where the file shows the beginning of ' +
        'the call with the other Call-ID.',
      bad: [file(...CALL, bye({ 'Call-ID': '<|3848276298220188512@pc33.example.com|>' }))],
      good: [
        file(...CALL, bye({ 'Call-ID': null, i: '3848276298220188511@pc33.example.com' })),
        file(
          ...CALL,
          bye({ 'Call-ID': 'b2b-1@sbc.example.com', Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bK1b2b' }),
        ),
        file(
          ...CALL,
          invite({ 'Call-ID': 'second@pc33.example.com', Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKsecond' }),
          byAlice('BYE', 314160, { 'Call-ID': 'second@pc33.example.com' }),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.4' },
      { rfc: 3261, section: '12.1.1' },
      { rfc: 3261, section: '12.1.2' },
      { rfc: 3261, section: '12.2.1.1' },
    ],
    since: '0.1.0',
    messages: {
      changed:
        '{method} has the tags of a dialog but Call-ID {found} instead of {expected}: the peer finds no dialog and answers 481',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    flow(flow, context) {
      const [first] = flow.messages;
      const known = first?.sharesTagsWith;
      if (!first || !known || !isContinuation(flow, first, known)) return;
      context.report({
        messageId: 'changed',
        in: first,
        at: callIdPlaceOf(first),
        data: { method: first.method, found: first.callId, expected: known.callId },
        related: [{ message: 'The dialog with these tags', of: known, at: callIdPlaceOf(known) }],
      });
    },
  }),
});

/** True if the first request of a flow goes on where the dialog was: same sender, same hop, next number. */
function isContinuation({ isContinued }: Flow, first: FlowMessage, known: FlowMessage): boolean {
  if (isContinued || first.kind !== 'request' || compareHops(first, known) !== 'same') return false;
  const hasAddresses = first.origin.source !== undefined && known.origin.source !== undefined;
  if (first.fromTag !== known.fromTag) return hasAddresses;
  // Examples that stand side by side with the same tags have any numbers.
  return first.method === 'ACK' ? first.cseqNumber === known.cseqNumber : first.cseqNumber > known.cseqNumber;
}
