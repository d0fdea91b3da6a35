import { paramOf } from '@siplint/core';
import { credentials, oldCredentials } from '../examples/digest.js';
import { register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { digestAlgorithmOf, isSessionVariant } from '../shared/auth/digest-algorithm.js';
import { unquotedRange, unquotedValue } from '../shared/values/quoted-param.js';

export default defineDigestRule({
  meta: {
    id: 'digest-md5-sess-without-qop',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Send qop with a session variant of a Digest algorithm',
    docs: {
      what: 'Digest credentials whose algorithm is a "-sess" variant hold qop, and with it cnonce and nc.',
      why:
        'A session variant hashes the cnonce into the key, and a cnonce must not be sent without qop. The server has ' +
        'nothing to compute the key from and refuses the credentials.',
      bad: [
        register({ Authorization: oldCredentials({ algorithm: '<|MD5-sess|>' }) }),
        register({ Authorization: credentials({ qop: null, algorithm: '<|MD5-Sess|>' }) }),
      ],
      good: [
        register({ Authorization: credentials({ algorithm: 'MD5-sess' }) }),
        register({ Authorization: oldCredentials({ algorithm: 'MD5' }) }),
      ],
    },
    references: [{ rfc: 3261, section: '22.4' }],
    since: '0.1.0',
    messages: {
      missing:
        'The algorithm {algorithm} needs qop and cnonce, but there is no qop: the server cannot compute the digest',
    },
    winsOver: ['digest-cnonce-without-qop'],
  },
  roles: ['credentials'],
  judge(digest, context) {
    if (!isSessionVariant(digestAlgorithmOf(digest)) || paramOf(digest, 'qop')) return;
    const algorithm = paramOf(digest, 'algorithm');
    if (!algorithm) return;
    context.report({
      messageId: 'missing',
      at: unquotedRange(algorithm),
      data: { algorithm: unquotedValue(algorithm) },
    });
  },
});
