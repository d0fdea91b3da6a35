import { defineRule, type FlowMessage } from '@siplint/core';
import { ack, bye, file, invite, line, ok, options, response } from '../examples/messages.js';
import { tagPlaceOf } from '../shared/transaction/places-in-flow.js';

export default defineRule({
  meta: {
    id: 'request-for-unknown-dialog',
    category: 'dialog',
    level: 'MUST',
    severity: 'info',
    strictSeverity: 'warning',
    presets: [],
    title: 'Leave the tag out of the To of a request outside a dialog',
    docs: {
      what: 'A request that begins something has no tag in To: the tag is for the peer to give.',
      why: 'A server takes a To tag for the sign of a dialog, knows none with it and answers 481.',
      falsePositives:
        'A file may begin in the middle of a dialog. Judged is only the first request of a Call-ID that is answered 481 or ' +
        '400, or stands in a file that is declared complete; a peer that has lost its dialogs answers 481 as well.',
      bad: [
        file(
          options({ To: '<sip:bob@example.net>;tag=<|made-up1|>' }),
          response(481, 'OPTIONS', { To: '<sip:bob@example.net>;tag=made-up1' }),
        ),
      ],
      good: [
        file(options(), response(481, 'OPTIONS')),
        file(bye(), ok('BYE')),
        file(line('# siplint-set complete=yes'), invite(), ok('INVITE'), ack(), bye(), ok('BYE')),
      ],
    },
    references: [
      { rfc: 3261, section: '8.1.1.2' },
      { rfc: 3261, section: '12.2.2' },
    ],
    since: '0.1.0',
    messages: {
      tag: 'To of the {method} has tag {found}, but no dialog with it was begun before: servers answer 481, leave the tag out of a request that begins something',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    flow(flow, context) {
      const [first] = flow.messages;
      // What comes late of a flow that was judged before is no beginning.
      if (!first || !context.once(flow.callId) || flow.isContinued) return;
      if (first.kind !== 'request' || first.toTag === undefined || isOfAnotherRule(first)) return;
      // bye-outside-dialog
      if (flow.isComplete && first.method === 'BYE') return;
      const status = first.transaction?.final?.statusCode;
      if (status !== 481 && status !== 400 && !flow.isComplete) return;
      context.report({
        messageId: 'tag',
        in: first,
        at: tagPlaceOf(first, 'To'),
        data: { method: first.method, found: first.toTag },
      });
    },
  }),
});

/** register-to-has-tag, call-id-changed-in-dialog; an ACK or a CANCEL goes by its INVITE. */
function isOfAnotherRule({ method, sharesTagsWith }: FlowMessage): boolean {
  return method === 'REGISTER' || method === 'ACK' || method === 'CANCEL' || sharesTagsWith !== undefined;
}
