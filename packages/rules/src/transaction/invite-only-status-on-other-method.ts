import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'invite-only-status-on-other-method',
    category: 'transaction',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Keep status codes about sessions out of answers to REGISTER and OPTIONS',
    docs: {
      what: 'No 487, 488, 491 or 606 answers a REGISTER, and no 491 or 606 answers an OPTIONS.',
      why:
        'These codes are described for INVITE: a call was cancelled, its media were refused, or two changes of a session ' +
        'crossed. A client that registers does not know what to do about that, and gives up or tries the same again.',
      falsePositives: 'Methods of later documents, such as UPDATE, PRACK and SUBSCRIBE, are not judged.',
      bad: [
        response(491, 'REGISTER', { startLine: 'SIP/2.0 <|491|> Request Pending' }),
        response(606, 'OPTIONS', { startLine: 'SIP/2.0 <|606|> Not Acceptable' }),
      ],
      good: [response(491, 'INVITE'), response(488, 'OPTIONS'), response(491, 'UPDATE')],
    },
    references: [
      { rfc: 3261, section: '21.4.25' },
      { rfc: 3261, section: '21.4.26' },
      { rfc: 3261, section: '21.4.27' },
      { rfc: 3261, section: '14.2' },
    ],
    since: '0.1.0',
    messages: {
      inviteOnly: 'Response {code} is about INVITE and the session it sets up: a client does not know it for {method}',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['REGISTER', 'OPTIONS'], statuses: [487, 488, 491, 606] },
  create: () => ({
    statusLine({ code, statusCode }, context) {
      const { method } = context.message;
      if (method === undefined || (method === 'OPTIONS' && statusCode < 490)) return;
      context.report({ messageId: 'inviteOnly', at: code, data: { code: code.text, method } });
    },
  }),
});
