import { quoteParamValue } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { ok, register, response } from '../examples/messages.js';
import type { AuthRole } from '../factories/auth-rule.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { valueRange } from '../shared/values/quoted-param.js';

/** By role, since qop is quoted in a challenge only; `uri` is a rule of its own. */
const QUOTED_PARAMS: Readonly<Record<AuthRole, ReadonlySet<string>>> = {
  credentials: new Set(['username', 'realm', 'nonce', 'cnonce', 'opaque', 'response']),
  challenge: new Set(['realm', 'nonce', 'opaque', 'domain', 'qop']),
  info: new Set(['nextnonce', 'rspauth', 'cnonce']),
};
/** Left unquoted by many, and read by all. */
const MILD_PARAMS: ReadonlySet<string> = new Set(['qop', 'opaque']);

export default defineDigestRule({
  meta: {
    id: 'digest-parameter-must-be-quoted',
    category: 'auth',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put quotes around the Digest parameters that are quoted strings',
    docs: {
      what:
        'In Digest, username, realm, nonce, cnonce, opaque, response, domain, nextnonce and rspauth are quoted strings, ' +
        'and so is the qop of a challenge. A bare qop or opaque is a warning. One finding covers a challenge or ' +
        'credentials as a whole.',
      why:
        'These values may hold any character. A peer that expects the quotes takes the header field for malformed: the ' +
        'challenge is ignored or the credentials are refused, and the call or the registration ends in an endless 401.',
      fixSafety: 'Safe: the digest is computed over the values without their quotes.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ realm: '<|example.com|>', qop: 'auth' }) }),
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ qop: '<|auth,auth-int|>' }) }),
        register({ Authorization: credentials({ username: '<|alice|>' }) }),
      ],
      good: [
        response(401, 'REGISTER', {
          'WWW-Authenticate': challenge({ opaque: '""', stale: 'FALSE', algorithm: 'MD5' }),
        }),
        register({ Authorization: credentials({ 'username*': "UTF-8''J%C3%A4s%C3%B8n", username: null }) }),
        ok('REGISTER', { 'Authentication-Info': 'nextnonce="47364c23", qop=auth, rspauth="6629fae4"' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      unquoted: 'The value of {names} has to stand in quotes: peers that expect them refuse the header field',
    },
  },
  roles: ['credentials', 'challenge', 'info'],
  judge(digest, context, role) {
    const demanded = QUOTED_PARAMS[role];
    const unquoted = digest.params.filter(({ quoted, key }) => !quoted && demanded.has(key));
    const severe = unquoted.find(({ key }) => !MILD_PARAMS.has(key));
    const worst = severe ?? unquoted[0];
    if (!worst) return;
    context.report({
      messageId: 'unquoted',
      at: valueRange(worst),
      ceiling: severe ? undefined : 'warning',
      data: { names: unquoted.map(({ name }) => name).join(', ') },
      fix: { title: 'Add the quotes', edits: unquoted.map((param) => quoteParamValue(context.message, param)) },
    });
  },
});
