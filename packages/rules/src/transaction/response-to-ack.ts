import { defineRule } from '@siplint/core';
import { ack, response } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'response-to-ack',
    category: 'transaction',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send no response to an ACK',
    docs: {
      what: 'No response has the CSeq method ACK, whatever its status code.',
      why:
        'ACK ends the handshake of an INVITE. Nobody waits for a response to it; a client may take it for one to the INVITE ' +
        'and send the ACK again, which makes a loop.',
      bad: [
        response(200, 'ACK', { startLine: 'SIP/2.0 <|200|> OK' }),
        response(481, 'ACK', { startLine: 'SIP/2.0 <|481|> Call/Transaction Does Not Exist' }),
      ],
      good: [response(200, 'BYE'), ack()],
    },
    references: [
      { rfc: 3261, section: '17' },
      { rfc: 3261, section: '17.1' },
      { rfc: 3261, section: '22.1' },
    ],
    winsOver: ['response-without-request'],
    since: '0.1.0',
    messages: {
      answered: 'Response {code} to an ACK: an ACK is never answered, and a client may take this for the INVITE',
    },
  },
  appliesTo: { kinds: ['response'], methods: ['ACK'] },
  create: () => ({
    statusLine({ code }, context) {
      context.report({ messageId: 'answered', at: code, data: { code: code.text } });
    },
  }),
});
