import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasNoPlace } from '../shared/message/header-presence.js';

export default requireHeader({
  id: 'missing-unsupported-in-420',
  header: 'Unsupported',
  severity: 'warning',
  strictSeverity: 'error',
  title: 'Send an Unsupported with every 420',
  appliesTo: { statuses: [420] },
  docs: {
    what: 'A 420 response lists in Unsupported the option tags of the request that the server does not support.',
    why:
      'The client leaves the listed extensions out and tries again. Without the list it does not know which of them ' +
      'were refused, and the request fails for good.',
    bad: [response(420, 'INVITE', { startLine: 'SIP/2.0 <|420|> Bad Extension', Unsupported: null })],
    good: [
      response(420, 'INVITE', { Unsupported: '100rel' }),
      response(420, 'REGISTER', { unsupported: 'foo, bar' }),
      response(421, 'INVITE'),
    ],
  },
  references: [
    { rfc: 3261, section: '8.2.2.3' },
    { rfc: 3261, section: '16.3' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '21.4.15' },
  ],
  consequence: 'the client does not learn which extension to leave out',
  judge: (message) => (hasNoPlace('Unsupported', message) ? 'silent' : undefined),
});
