import { options, response } from '../examples/messages.js';
import { requireCopiedHeader } from '../factories/missing-header.js';

export default requireCopiedHeader({
  id: 'missing-via',
  header: 'Via',
  title: 'Give every message a Via header field',
  docs: {
    what: 'Every request and every response on the wire has at least one Via, in its long form or as "v".',
    why:
      'Responses travel back along the Via values, and the branch of the topmost one is the transaction. A server ' +
      'has nowhere to send the answer to a request without it, and a client drops a response without it.',
    falsePositives:
      'A response copies the Via values from its request, so it is not reported where the file holds a request that ' +
      'lacks them, and a 4xx that names Via in its reason phrase or in a Warning is at most an information.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', Via: null }),
      response(200, 'BYE', { startLine: 'SIP/2.0 <|200|> OK', Via: null }),
    ],
    good: [
      options({ v: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds' }),
      options({ Via: 'SIP / 2.0 / TCP 192.0.2.1:5060 ;branch=z9hG4bK776asdhds' }),
    ],
  },
  references: [
    { rfc: 3261, section: '8.1.1' },
    { rfc: 3261, section: '8.1.1.7' },
    { rfc: 3261, section: '8.2.6.2' },
    { rfc: 3261, section: '20.42' },
  ],
  consequence: 'receivers do not know where the response goes, and drop the message',
});
