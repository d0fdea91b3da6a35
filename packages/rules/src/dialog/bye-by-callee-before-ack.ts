import { type DialogRequest, defineRule, type FlowMessage } from '@siplint/core';
import { byBob, toBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, line, ok } from '../examples/messages.js';

const ANSWERED = [invite(), ok('INVITE')];

export default defineRule({
  meta: {
    id: 'bye-by-callee-before-ack',
    category: 'dialog',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Wait for the ACK before the callee hangs up',
    docs: {
      what: 'After its 2xx the callee sends BYE only when the ACK has arrived, or when 64*T1 (32 s) have passed without it.',
      why:
        'The BYE may reach the caller before the 2xx does. The caller then answers 481, takes the call up afterwards, and stays ' +
        'alone in it.',
      falsePositives:
        'A capture on the side of the caller sees the ACK leave, which the callee gets later still. An ACK that was lost before ' +
        'it reached the capture may make a finding wrong.',
      bad: [
        file(
          ...ANSWERED,
          byBob('BYE', 870, { startLine: '<|BYE|> sip:alice@pc33.example.com SIP/2.0' }),
          ack(),
          toBob(200, 'BYE', 870),
        ),
      ],
      good: [
        file(...ANSWERED, ack(), byBob('BYE', 870)),
        file(...ANSWERED, bye(), ack()),
        file(
          invite(),
          line('# siplint-set time=1'),
          ok('INVITE'),
          line('# siplint-set time=1.4'),
          byBob('BYE', 870),
          line('# siplint-set time=1.45'),
          ack(),
        ),
      ],
    },
    references: [
      { rfc: 3261, section: '13.3.1.4' },
      { rfc: 3261, section: '15' },
    ],
    since: '0.1.0',
    messages: {
      early:
        'The callee sends BYE before the ACK to its 2xx: the BYE may overtake the 2xx and leave the caller alone in the call, wait for the ACK or 32 s',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['BYE'] },
  create: () => ({
    dialog(dialog, context) {
      const { creation, confirmedBy, bye: first } = dialog;
      if (!creation || !confirmedBy || first?.sender !== 'callee' || creation.request.method !== 'INVITE') return;
      const { request } = first;
      if (confirmedBy.index > request.index) return;
      const ack = dialog.requests.find((one) => isAckOf(one, creation))?.request;
      // Without any the BYE is what ends the call in the end: ack-missing-for-final-response.
      if (!ack || !isBefore(request, confirmedBy, ack)) return;
      context.report({
        messageId: 'early',
        in: request,
        related: [
          { message: 'The 2xx', of: confirmedBy },
          { message: 'Its ACK', of: ack },
        ],
        // Where the 2xx was sent again, the ACK may have been too, and the first one be missing in the file.
        ...(confirmedBy.copies.length > 0 && !dialog.flow.isComplete && { ceiling: 'info' }),
      });
    },
  }),
});

function isAckOf({ request, sender }: DialogRequest, creation: DialogRequest): boolean {
  return request.method === 'ACK' && sender === 'caller' && request.cseqNumber === creation.request.cseqNumber;
}

/** Seconds by which an ACK may seem to come late. */
const MOST_SWAP = 0.1;
/** Seconds for which the callee waits for the ACK: 64*T1. */
const LONGEST_WAIT = 32;

function isBefore(bye: FlowMessage, success: FlowMessage, ack: FlowMessage): boolean {
  if (ack.index < bye.index) return false;
  if (bye.time === undefined || success.time === undefined) return true;
  if (bye.time - success.time >= LONGEST_WAIT) return false;
  return ack.time === undefined || ack.time - bye.time > MOST_SWAP;
}
