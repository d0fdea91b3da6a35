import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasNoPlace } from '../shared/message/header-presence.js';

export default requireHeader({
  id: 'missing-min-expires-in-423',
  header: 'Min-Expires',
  title: 'Send a Min-Expires with every 423',
  appliesTo: { statuses: [423] },
  docs: {
    what: 'A 423 response to REGISTER, SUBSCRIBE or PUBLISH states in Min-Expires the shortest interval that is accepted.',
    why:
      'The client repeats its request with the interval that Min-Expires names. Without it the client has no number ' +
      'to try, so it stays unregistered or unsubscribed.',
    bad: [response(423, 'REGISTER', { startLine: 'SIP/2.0 <|423|> Interval Too Brief', 'Min-Expires': null })],
    good: [response(423, 'REGISTER', { 'Min-Expires': '60' }), response(423, 'SUBSCRIBE', { 'min-expires': '3600' })],
  },
  references: [
    { rfc: 3261, section: '10.3' },
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '20.23' },
    { rfc: 3261, section: '21.4.17' },
  ],
  consequence: 'the client does not learn which interval is long enough',
  judge: (message) => (hasNoPlace('Min-Expires', message) ? 'silent' : undefined),
});
