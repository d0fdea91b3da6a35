import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'ack-or-cancel-challenged',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Do not challenge a CANCEL',
    docs: {
      what: 'A CANCEL is not answered with 401 or 407. An ACK gets no response at all, which is another rule.',
      why:
        'A CANCEL cannot be sent again with credentials, because it has to repeat the CSeq number of the request that it ' +
        'cancels. The challenge is therefore never answered and the call keeps ringing.',
      bad: [
        response(401, 'CANCEL', { startLine: 'SIP/2.0 <|401|> Unauthorized' }),
        response(407, 'CANCEL', { startLine: 'SIP/2.0 <|407|> Proxy Authentication Required' }),
      ],
      good: [response(481, 'CANCEL'), response(407, 'INVITE'), response(401, 'BYE')],
    },
    references: [
      { rfc: 3261, section: '9.2' },
      { rfc: 3261, section: '22.1' },
    ],
    since: '0.1.0',
    messages: {
      challenged:
        '{code} challenges a CANCEL, which cannot be sent again with credentials: the request is never cancelled',
    },
  },
  appliesTo: { methods: ['CANCEL'], statuses: [401, 407] },
  create: () => ({
    statusLine({ code }, context) {
      context.report({ messageId: 'challenged', at: code, data: { code: code.text } });
    },
  }),
});
