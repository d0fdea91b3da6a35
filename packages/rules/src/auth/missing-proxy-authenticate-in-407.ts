import { challenge } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { cannotBeChallenged } from '../shared/auth/challengeable.js';

export default requireHeader({
  id: 'missing-proxy-authenticate-in-407',
  header: 'Proxy-Authenticate',
  category: 'auth',
  title: 'Send a Proxy-Authenticate with every 407',
  appliesTo: { statuses: [407] },
  docs: {
    what: 'A 407 response holds at least one Proxy-Authenticate. A WWW-Authenticate next to it does not replace it.',
    why:
      'The challenge names the realm and the nonce of the proxy that the client answers with. Without it a 407 is final: ' +
      'the client has nothing to answer and the call fails.',
    bad: [
      response(407, 'INVITE', {
        startLine: 'SIP/2.0 <|407|> Proxy Authentication Required',
        'Proxy-Authenticate': null,
        'WWW-Authenticate': challenge(),
      }),
    ],
    good: [
      response(407, 'INVITE', { 'Proxy-Authenticate': challenge() }),
      response(407, 'REGISTER', {
        'Proxy-Authenticate': challenge(),
        'WWW-Authenticate': challenge({ realm: '"uas"' }),
      }),
    ],
  },
  references: [
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '22.3' },
  ],
  consequence: 'the client has no challenge to answer and gives up',
  judge: (message) => (cannotBeChallenged(message) ? 'silent' : undefined),
});
