import { defineRule } from '@siplint/core';
import { response } from '../examples/messages.js';
import { hasMethodOfOddRequest } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'provisional-response-to-non-invite',
    category: 'transaction',
    level: 'SHOULD',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Answer requests other than INVITE with a final response at once',
    docs: {
      what: 'No response from 101 to 199 has a CSeq method other than INVITE.',
      why:
        'Such a request is answered at once or not at all. A provisional response does not stop its timer, and makes the ' +
        'client send it again less often, so that a lost final response is noticed too late.',
      falsePositives: '100 is not reported: RFC 4320 allows it after a delay that one message does not show.',
      bad: [
        response(180, 'OPTIONS', { startLine: 'SIP/2.0 <|180|> Ringing' }),
        response(183, 'REGISTER', { startLine: 'SIP/2.0 <|183|> Session Progress' }),
      ],
      good: [response(180, 'INVITE'), response(100, 'OPTIONS')],
    },
    references: [
      { rfc: 3261, section: '8.2.6.1' },
      { rfc: 3261, section: '16.2' },
      { rfc: 3261, section: '17.1' },
      { rfc: 4320, section: '4.1' },
    ],
    since: '0.1.0',
    messages: {
      provisional:
        'Provisional response {code} to {method}: only an INVITE may take its time, this is to be answered at once',
    },
  },
  appliesTo: { kinds: ['response'], statuses: ['101-199'] },
  create: () => ({
    statusLine({ code }, context) {
      const { message, file } = context;
      const { method } = message;
      // One to an ACK is response-to-ack; another case of INVITE is a defect of its own.
      if (method === undefined || method === 'ACK' || method.toUpperCase() === 'INVITE') return;
      if (hasMethodOfOddRequest(message, file)) return;
      context.report({ messageId: 'provisional', at: code, data: { code: code.text, method } });
    },
  }),
});
