import { response } from '../examples/messages.js';
import { requireHeader } from '../factories/missing-header.js';
import { hasNoPlace } from '../shared/message/header-presence.js';

export default requireHeader({
  id: 'missing-contact-in-redirect',
  header: 'Contact',
  category: 'contact',
  level: 'SHOULD',
  severity: 'warning',
  title: 'Name the new addresses of a redirection in Contact',
  appliesTo: { statuses: [300, 301, 302, 305] },
  docs: {
    what:
      'A 300, 301 or 302 response lists the addresses to try in Contact, and a 305 names the proxy to use. A 380 ' +
      'describes alternatives in its body and needs none.',
    why: 'The client tries the addresses of Contact. Without any there is nowhere to go, and the call fails.',
    falsePositives:
      'A proxy that has tried the addresses itself takes them out, so a response that was captured behind it may ' +
      'have none. Responses to REGISTER, and those with a body that may list the choices, are not reported.',
    bad: [response(302, 'INVITE', { startLine: 'SIP/2.0 <|302|> Moved Temporarily', Contact: null })],
    good: [
      response(302, 'INVITE', { m: '<sip:bob@elsewhere.example.com>' }),
      response(301, 'MESSAGE', { Contact: '<tel:+358-555-1234567>, <mailto:bob@example.com>' }),
      response(380, 'INVITE'),
      response(300, 'INVITE', { Contact: null, 'Content-Type': 'text/plain', body: 'Try the office.\r\n' }),
    ],
  },
  references: [
    { rfc: 3261, section: '8.3' },
    { rfc: 3261, section: '13.3.1.2' },
    { rfc: 3261, section: '21.3.1' },
    { rfc: 3261, section: '21.3.4' },
  ],
  consequence: 'the client has no other address to try',
  judge(message) {
    const { method, body } = message;
    return method === 'REGISTER' || body.end > body.start || hasNoPlace('Contact', message) ? 'silent' : undefined;
  },
});
