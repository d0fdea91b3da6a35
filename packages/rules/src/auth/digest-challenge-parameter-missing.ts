import { paramOf } from '@siplint/core';
import { challenge } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';

export default defineDigestRule({
  meta: {
    id: 'digest-challenge-parameter-missing',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give every Digest challenge a realm and a nonce',
    docs: {
      what: 'A Digest challenge holds realm and nonce. Either may be an empty string.',
      why:
        'The realm tells the client which password to use, and both go into the digest. A client that lacks one of them ' +
        'cannot answer the challenge and gives up.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ realm: null }).replace('Digest', '<|$&|>') }),
        response(407, 'INVITE', { 'Proxy-Authenticate': '<|Digest|> qop="auth"' }),
      ],
      good: [
        response(401, 'REGISTER', { 'WWW-Authenticate': 'Digest realm="", nonce=""' }),
        response(407, 'INVITE', { 'Proxy-Authenticate': ['NTLM targetname="sip.example.com"', challenge()] }),
      ],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.1' },
    ],
    since: '0.1.0',
    messages: { missing: 'This Digest challenge has no {missing}: clients cannot compute an answer to it' },
  },
  roles: ['challenge'],
  judge(digest, context) {
    const hasRealm = paramOf(digest, 'realm') !== undefined;
    const hasNonce = paramOf(digest, 'nonce') !== undefined;
    if (hasRealm && hasNonce) return;
    const missing = hasRealm ? 'nonce' : hasNonce ? 'realm' : 'realm and no nonce';
    context.report({ messageId: 'missing', at: digest.scheme, data: { missing } });
  },
});
