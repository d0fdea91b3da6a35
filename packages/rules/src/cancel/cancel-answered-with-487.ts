import { defineRule } from '@siplint/core';
import { ok, response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'cancel-answered-with-487',
    category: 'cancel',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Answer the cancelled request with 487, not the CANCEL',
    docs: {
      what:
        'A 487 response has the CSeq method of the request that was cancelled. The CANCEL is answered with 200, or with 481 ' +
        'if it matches no request.',
      why:
        'The client waits for the end of its INVITE and does not get it: the call stays in progress until a timer runs out, ' +
        'and no ACK is sent.',
      bad: [response(487, 'CANCEL', { startLine: 'SIP/2.0 <|487|> Request Terminated' })],
      good: [response(487, 'INVITE'), ok('CANCEL'), response(481, 'CANCEL')],
    },
    references: [
      { rfc: 3261, section: '9.2' },
      { rfc: 3261, section: '21.4.25' },
    ],
    since: '0.1.0',
    messages: {
      toCancel: 'Response 487 to the CANCEL: it ends the request that was cancelled, whose sender still waits for it',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['CANCEL'], statuses: [487] },
  create: () => ({
    statusLine({ code }, context) {
      context.report({ messageId: 'toCancel', at: code });
    },
  }),
});
