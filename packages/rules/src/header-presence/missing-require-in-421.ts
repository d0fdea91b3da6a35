import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasNoPlace } from '../shared/message/header-presence.js';

export default requireHeader({
  id: 'missing-require-in-421',
  header: 'Require',
  severity: 'warning',
  strictSeverity: 'error',
  title: 'Send a Require with every 421',
  appliesTo: { statuses: [421] },
  docs: {
    what:
      'A 421 response names in Require the extensions that the server needs. A Supported header field tells what it ' +
      'can do and does not replace it.',
    why: 'The client adds the required extensions to its request and tries again. Without the list the request fails for good.',
    bad: [response(421, 'INVITE', { startLine: 'SIP/2.0 <|421|> Extension Required', Require: null })],
    good: [response(421, 'INVITE', { Require: '100rel' }), response(421, 'REGISTER', { Require: 'sec-agree' })],
  },
  references: [
    { rfc: 3261, section: '8.2.4' },
    { rfc: 3261, section: '21.4.16' },
  ],
  consequence: 'the client does not learn which extension the server needs',
  judge: (message) => (hasNoPlace('Require', message) ? 'silent' : undefined),
});
