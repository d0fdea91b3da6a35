import { challenge } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { cannotBeChallenged } from '../shared/auth/challengeable.js';

export default requireHeader({
  id: 'missing-www-authenticate-in-401',
  header: 'WWW-Authenticate',
  category: 'auth',
  title: 'Send a WWW-Authenticate with every 401',
  appliesTo: { statuses: [401] },
  docs: {
    what:
      'A 401 response holds at least one WWW-Authenticate. Challenges of proxies, which a forking proxy adds as ' +
      'Proxy-Authenticate, may stand next to it but do not replace it.',
    why:
      'The challenge names the realm and the nonce that the client answers with. Without it a 401 is final: the client has ' +
      'nothing to answer and gives up, or sends the same request again.',
    bad: [
      response(401, 'REGISTER', { startLine: 'SIP/2.0 <|401|> Unauthorized', 'WWW-Authenticate': null }),
      response(401, 'INVITE', {
        startLine: 'SIP/2.0 <|401|> Unauthorized',
        'WWW-Authenticate': null,
        'Proxy-Authenticate': challenge(),
      }),
    ],
    good: [
      response(401, 'REGISTER', { 'WWW-Authenticate': challenge() }),
      response(401, 'INVITE', {
        'WWW-Authenticate': challenge(),
        'Proxy-Authenticate': challenge({ realm: '"proxy"' }),
      }),
    ],
  },
  references: [
    { rfc: 3261, section: '20' },
    { rfc: 3261, section: '22.2' },
  ],
  consequence: 'the client has no challenge to answer and gives up',
  judge: (message) => (cannotBeChallenged(message) ? 'silent' : undefined),
});
