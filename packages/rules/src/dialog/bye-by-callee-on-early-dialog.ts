import { type Dialog, defineRule, type FlowMessage } from '@siplint/core';
import { byBob, toBob } from '../examples/in-dialog.js';
import { ack, bye, file, invite, ok, response } from '../examples/messages.js';

const RINGING = [invite(), response(180, 'INVITE')];
const MARKED = { startLine: '<|BYE|> sip:alice@pc33.example.com SIP/2.0' };

export default defineRule({
  meta: {
    id: 'bye-by-callee-on-early-dialog',
    category: 'dialog',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Refuse a call that is not answered yet with a final response, not with BYE',
    docs: {
      what:
        'Until it has sent a 2xx the callee must not send BYE: it refuses the call with a final response such as 480 or 603. ' +
        'Only the caller may end an early dialog with BYE.',
      why:
        'The INVITE is still open, and the BYE does not answer it. The caller goes on ringing until the INVITE times out, other ' +
        'branches of a forked call are not stopped, and the call is booked as answered or lost.',
      falsePositives:
        'Judged are calls whose final response stands behind the BYE. A file that is declared complete shows that there was no ' +
        '2xx before.',
      bad: [
        file(...RINGING, byBob('BYE', 870, MARKED), toBob(200, 'BYE', 870), response(487, 'INVITE')),
        file(...RINGING, byBob('BYE', 870, MARKED), toBob(200, 'BYE', 870), ok('INVITE')),
      ],
      good: [
        file(...RINGING, response(603, 'INVITE')),
        file(...RINGING, bye(), ok('BYE'), response(487, 'INVITE')),
        file(...RINGING, ok('INVITE'), ack(), byBob('BYE', 870)),
      ],
    },
    references: [{ rfc: 3261, section: '15' }],
    since: '0.1.0',
    messages: {
      early:
        'The callee sends BYE before it has answered the INVITE: the caller goes on ringing, refuse the call with a final response such as 480 or 603',
    },
  },
  appliesTo: { kinds: ['request'], methods: ['BYE'] },
  create: () => ({
    dialog(dialog, context) {
      const { creation, bye: first } = dialog;
      if (!creation || first?.sender !== 'callee' || creation.request.method !== 'INVITE') return;
      const { request } = first;
      if (wasConfirmedBefore(dialog, request)) return;
      const final = finalOf(dialog);
      // Behind a refusal it is bye-outside-dialog.
      if (final ? final.index < request.index : !dialog.flow.isComplete) return;
      context.report({
        messageId: 'early',
        in: request,
        related: [
          final
            ? { message: 'The final response to the INVITE', of: final }
            : { message: 'The INVITE, which has no final response', of: creation.request },
        ],
      });
    },
  }),
});

/** True if a 2xx stands before the BYE, or an ACK that shows that there was one. */
function wasConfirmedBefore({ confirmedBy, requests }: Dialog, bye: FlowMessage): boolean {
  if (confirmedBy && confirmedBy.index < bye.index) return true;
  return requests.some(({ request }) => request.method === 'ACK' && request.index < bye.index);
}

/** The final response to the INVITE that this dialog got on any hop; of a forked call only one with its tag is certain. */
function finalOf(dialog: Dialog): FlowMessage | undefined {
  const { creatingResponses, calleeTag, forks } = dialog;
  for (const { transaction } of creatingResponses) {
    const final = transaction?.responses.find(
      ({ isFinal, toTag }) => isFinal && (forks.length === 1 || toTag === calleeTag),
    );
    if (final) return final;
  }
  return undefined;
}
