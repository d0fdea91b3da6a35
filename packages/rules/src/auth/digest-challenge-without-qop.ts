import { insertAt, paramOf } from '@siplint/core';
import { challenge } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { holdsPlaceholder } from '../shared/message/placeholders.js';

export default defineDigestRule({
  meta: {
    id: 'digest-challenge-without-qop',
    category: 'auth',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: [],
    title: 'Send qop in every Digest challenge',
    docs: {
      what: 'A Digest challenge holds qop. The parameter is optional in HTTP, but in SIP a server always sends it.',
      why:
        'Without qop the client answers in the form of RFC 2069, without a count and a random value of its own. Whoever ' +
        'records such an answer can send it again as long as the nonce is valid.',
      falsePositives: 'Many servers leave it out, and clients accept that.',
      fixSafety: 'Unsafe: a server that does not expect qop in the answer may refuse it.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: null }).replace('Digest', '<|$&|>') }),
        response(407, 'INVITE', {
          'Proxy-Authenticate': challenge({ qop: null, algorithm: 'MD5' }).replace('Digest', '<|$&|>'),
        }),
      ],
      good: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: '"auth,auth-int"' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': 'NTLM targetname="sip.example.com"' }),
      ],
    },
    references: [{ rfc: 3261, section: '22.4' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing: 'This Digest challenge has no qop: clients answer without a count, and whoever records it can replay it',
    },
  },
  roles: ['challenge'],
  judge(digest, context) {
    if (paramOf(digest, 'qop') || holdsPlaceholder(context.message, digest)) return;
    const last = digest.params.at(-1);
    context.report({
      messageId: 'missing',
      at: digest.scheme,
      fix: last && { title: 'Append qop="auth"', edits: [insertAt(last.end, ', qop="auth"')] },
    });
  },
});
