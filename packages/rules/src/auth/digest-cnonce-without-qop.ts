import { paramOf } from '@siplint/core';
import { credentials, oldCredentials } from '../examples/digest.js';
import { register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';

export default defineDigestRule({
  meta: {
    id: 'digest-cnonce-without-qop',
    category: 'auth',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Send cnonce and nc only together with qop',
    docs: {
      what: 'Digest credentials without qop hold neither cnonce nor nc.',
      why:
        'Without qop the digest has the old form of RFC 2069, into which neither value goes. Servers ignore them, but the ' +
        'client probably meant to send qop and computed the new form: then authentication fails.',
      bad: [
        register({ Authorization: oldCredentials({ cnonce: '"0a4f113b"' }).replace(/cnonce=\S+"/, '<|$&|>') }),
        register({ Authorization: credentials({ qop: null }).replace('nc=00000001', '<|$&|>') }),
      ],
      good: [register({ Authorization: oldCredentials() }), register({ Authorization: credentials() })],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 2617, section: '3.2.2' },
    ],
    since: '0.1.0',
    messages: {
      withoutQop:
        'These credentials hold {names} without qop: servers ignore that, and the digest may have been computed wrongly',
    },
  },
  roles: ['credentials'],
  judge(digest, context) {
    const cnonce = paramOf(digest, 'cnonce');
    const nonceCount = paramOf(digest, 'nc');
    const first = cnonce && nonceCount && nonceCount.start < cnonce.start ? nonceCount : (cnonce ?? nonceCount);
    if (!first || paramOf(digest, 'qop')) return;
    const names = cnonce && nonceCount ? 'cnonce and nc' : first.key;
    context.report({ messageId: 'withoutQop', at: first, data: { names } });
  },
});
