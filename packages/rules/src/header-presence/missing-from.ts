import { options, response } from '../examples/messages.js';
import { requireCopiedHeader } from '../factories/missing-header.js';

export default requireCopiedHeader({
  id: 'missing-from',
  header: 'From',
  title: 'Give every message a From header field',
  docs: {
    what: 'Every request and every response has a From header field, in its long form or as "f".',
    why:
      'From names the caller and, with its tag, the caller end of the dialog. A server answers 400 to a request ' +
      'without it or drops it, and a client cannot match such a response to its request.',
    falsePositives:
      'A response copies From from its request, so it is not reported where the file holds a request that lacks it, ' +
      'and a 4xx that names From in its reason phrase or in a Warning is at most an information.',
    bad: [
      options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', From: null }),
      response(200, 'BYE', { startLine: 'SIP/2.0 <|200|> OK', From: null }),
    ],
    good: [
      options({ From: null, f: '<sip:alice@example.com>;tag=1x9k2m' }),
      options({ From: '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1x9k2m' }),
    ],
  },
  references: [
    { rfc: 3261, section: '8.1.1' },
    { rfc: 3261, section: '8.2.6.2' },
    { rfc: 3261, section: '10.2' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.20' },
  ],
  consequence: 'receivers reject or drop the message',
});
