import { type AuthValue, paramOf } from '@siplint/core';
import { credentials, oldCredentials } from '../examples/digest.js';
import { invite, register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';

const REQUIRED = ['username', 'realm', 'nonce', 'uri', 'response'] as const;

export default defineDigestRule({
  meta: {
    id: 'digest-credentials-parameter-missing',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give Digest credentials all that the server needs',
    docs: {
      what:
        'Digest credentials hold username (or username* of RFC 7616), realm, nonce, uri and response. A value may be empty, ' +
        'as the nonce and the response of a first IMS registration are. One finding names all that are missing.',
      why:
        'The server computes the digest from these values and compares it with the response. Where one is missing it ' +
        'answers 400, or sends a new challenge that the client answers the same way.',
      bad: [
        register({ Authorization: credentials({ uri: null }).replace('Digest', '<|$&|>') }),
        invite({ 'Proxy-Authorization': '<|Digest|> username="alice", realm="example.com"' }),
      ],
      good: [
        register({ Authorization: oldCredentials() }),
        register({ Authorization: oldCredentials({ nonce: '""', response: '""' }) }),
        register({ Authorization: credentials({ username: null, 'username*': "UTF-8''J%C3%A4s%C3%B8n" }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.2' },
      { rfc: 7616, section: '3.4' },
    ],
    since: '0.1.0',
    messages: { missing: 'These Digest credentials have no {missing}: the server cannot verify them' },
  },
  roles: ['credentials'],
  judge(digest, context) {
    if (REQUIRED.every((name) => has(digest, name))) return;
    const missing = REQUIRED.filter((name) => !has(digest, name));
    context.report({ messageId: 'missing', at: digest.scheme, data: { missing: missing.join(', ') } });
  },
});

function has(digest: AuthValue, name: (typeof REQUIRED)[number]): boolean {
  return paramOf(digest, name) !== undefined || (name === 'username' && paramOf(digest, 'username*') !== undefined);
}
