import { type Param, replaceRange } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { ok, register, response } from '../examples/messages.js';
import type { AuthRole } from '../factories/auth-rule.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedValue, valueRange } from '../shared/values/quoted-param.js';
import { isToken } from '../shared/values/token.js';

export default defineDigestRule({
  meta: {
    id: 'digest-parameter-must-not-be-quoted',
    category: 'auth',
    level: 'grammar',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Write algorithm, stale, nc and a chosen qop without quotes',
    docs: {
      what:
        'In Digest, algorithm, stale and nc are bare tokens, and so is the qop of credentials and of Authentication-Info. ' +
        'Only the list of qop options in a challenge is quoted. One finding covers a challenge or credentials as a whole.',
      why:
        'Most peers strip the quotes, but the strict ones compare the value with them: they take "MD5" in quotes for an ' +
        'unknown algorithm or compute another digest, and authentication fails with one vendor only.',
      fixSafety: 'Safe: the value stays the same.',
      bad: [
        register({ Authorization: credentials({ qop: '<|"auth"|>', nc: '"00000001"' }) }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ stale: '<|"true"|>' }) }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ algorithm: '<|"MD5"|>' }) }),
      ],
      good: [
        register({ Authorization: credentials({ algorithm: 'MD5' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ qop: '"auth,auth-int"', stale: 'FALSE' }) }),
        ok('REGISTER', { 'Authentication-Info': 'qop=auth, rspauth="6629fae4", cnonce="0a4f", nc=00000001' }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.2' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: { quoted: 'The value of {names} is a bare word: strict peers take the quotes for a part of it' },
  },
  roles: ['credentials', 'challenge', 'info'],
  judge(digest, context, role) {
    const quoted = digest.params.filter((param) => param.quoted && isBareByGrammar(param, role));
    const first = quoted[0];
    if (!first) return;
    const canBeBare = quoted.every((param) => isToken(unquotedValue(param)));
    context.report({
      messageId: 'quoted',
      at: valueRange(first),
      data: { names: quoted.map(({ name }) => name).join(', ') },
      fix: canBeBare
        ? {
            title: 'Remove the quotes',
            edits: quoted.map((param) => replaceRange(valueRange(param), unquotedValue(param))),
          }
        : undefined,
    });
  },
});

/** Values that would be wrong without their quotes as well are left to the rules on what they say. */
function isBareByGrammar(param: Param, role: AuthRole): boolean {
  switch (param.key) {
    case 'algorithm':
      return role !== 'info';
    case 'stale':
      return role === 'challenge' && /^(true|false)$/i.test(unquotedValue(param));
    case 'nc':
      return role !== 'challenge' && unquotedValue(param) !== '';
    case 'qop':
      return role !== 'challenge' && !unquotedValue(param).includes(',');
    default:
      return false;
  }
}
