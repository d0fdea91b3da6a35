import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasNoPlace } from '../shared/message/header-presence.js';

export default requireHeader({
  id: 'missing-allow-in-405',
  header: 'Allow',
  severity: 'warning',
  strictSeverity: 'error',
  title: 'Send an Allow with every 405',
  appliesTo: { statuses: [405] },
  docs: {
    what: 'A 405 response has an Allow header field with the methods that the address supports. It may be empty.',
    why: 'The client learns from Allow which methods are left. Without it it can only guess, or repeat the refused one.',
    bad: [response(405, 'MESSAGE', { startLine: 'SIP/2.0 <|405|> Method Not Allowed', Allow: null })],
    good: [
      response(405, 'MESSAGE', { Allow: 'INVITE, ACK, CANCEL, BYE, OPTIONS' }),
      response(405, 'MESSAGE', { Allow: '' }),
      response(501, 'MESSAGE'),
    ],
  },
  references: [
    { rfc: 3261, section: '8.2.1' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '21.4.6' },
  ],
  consequence: 'the client does not learn which methods are allowed',
  judge: (message) => (hasNoPlace('Allow', message) ? 'silent' : undefined),
});
