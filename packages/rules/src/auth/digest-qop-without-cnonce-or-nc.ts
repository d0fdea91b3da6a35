import { paramOf } from '@siplint/core';
import { credentials, oldCredentials } from '../examples/digest.js';
import { register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedValue } from '../shared/values/quoted-param.js';

export default defineDigestRule({
  meta: {
    id: 'digest-qop-without-cnonce-or-nc',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send cnonce and nc together with qop',
    docs: {
      what: 'Digest credentials with qop hold cnonce and nc as well.',
      why: 'With qop the digest is computed over both values. A server that lacks one cannot verify the response and refuses it.',
      bad: [
        register({ Authorization: oldCredentials({ qop: 'auth' }).replace('qop=auth', '<|$&|>') }),
        register({ Authorization: credentials({ nc: null }).replace('qop=auth', '<|$&|>') }),
      ],
      good: [register({ Authorization: credentials() }), register({ Authorization: oldCredentials() })],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 2617, section: '3.2.2' },
    ],
    since: '0.1.0',
    messages: {
      missing: 'These credentials have qop but no {missing}: the server cannot compute the digest',
    },
  },
  roles: ['credentials'],
  judge(digest, context) {
    const qop = paramOf(digest, 'qop');
    if (!qop || unquotedValue(qop) === '') return;
    const missing = ['cnonce', 'nc'].filter((name) => !paramOf(digest, name));
    if (missing.length > 0)
      context.report({ messageId: 'missing', at: qop, data: { missing: missing.join(' and no ') } });
  },
});
