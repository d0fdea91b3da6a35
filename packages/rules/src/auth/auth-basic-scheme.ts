import { challenge, credentials } from '../examples/digest.js';
import { invite, register, response } from '../examples/messages.js';
import { defineAuthRule } from '../factories/auth-rule.js';

export default defineAuthRule({
  meta: {
    id: 'auth-basic-scheme',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Do not use Basic authentication',
    docs: {
      what: 'The scheme of a challenge or of credentials is not Basic.',
      why:
        'Basic sends the password in the clear to everyone on the path. RFC 3261 forbids servers to ask for it and to ' +
        'accept it, so credentials of this kind give a password away and are refused all the same.',
      bad: [
        register({ Authorization: '<|Basic|> QWxhZGRpbjpvcGVuIHNlc2FtZQ==' }),
        response(407, 'INVITE', { 'Proxy-Authenticate': '<|basic|> realm="example.com"' }),
      ],
      good: [
        register({ Authorization: credentials() }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ realm: '"Basic"' }) }),
        invite({ 'Proxy-Authorization': 'Bearer mF_9.B5f-4.1JqM' }),
      ],
    },
    references: [
      { rfc: 3261, section: '22' },
      { rfc: 3261, section: '22.1' },
      { rfc: 3261, section: '22.4' },
    ],
    since: '0.1.0',
    messages: {
      challenge: 'Challenge for Basic authentication: servers must not ask for it, clients do not answer; use Digest',
      credentials: 'Credentials for Basic authentication give the password away and must not be accepted: use Digest',
    },
  },
  roles: ['credentials', 'challenge'],
  judge({ values }, context, role) {
    for (const { value } of values) {
      if (value?.scheme.text.toLowerCase() !== 'basic') continue;
      context.report({ messageId: role === 'challenge' ? 'challenge' : 'credentials', at: value.scheme });
    }
  },
});
