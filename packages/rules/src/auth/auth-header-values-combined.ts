import { splitRow } from '@siplint/core';
import { challenge, credentials } from '../examples/digest.js';
import { invite, response } from '../examples/messages.js';
import { defineAuthRule } from '../factories/auth-rule.js';

export default defineAuthRule({
  meta: {
    id: 'auth-header-values-combined',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give each challenge and each credentials a row of its own',
    docs: {
      what:
        'Several challenges or credentials stand in several rows. Commas in Authorization, Proxy-Authorization, ' +
        'WWW-Authenticate and Proxy-Authenticate separate the parameters of one scheme.',
      why:
        'These fields do not follow the list grammar of other header fields. A parser reads the second scheme as a ' +
        'parameter of the first, so it refuses the row or answers the first challenge only.',
      fixSafety: 'Safe: the same values stand in the same order, one in each row.',
      bad: [
        response(401, 'REGISTER', {
          'WWW-Authenticate': `${challenge({ realm: '"a.example.com"' })}, <|Digest|> realm="b.example.com", nonce="2", qop="auth"`,
        }),
        invite({ 'Proxy-Authorization': `${credentials()}, <|NTLM|> realm="example.com"` }),
      ],
      good: [
        response(401, 'REGISTER', {
          'WWW-Authenticate': [challenge({ realm: '"a.example.com"' }), challenge({ realm: '"b.example.com"' })],
        }),
        response(401, 'REGISTER', {
          'WWW-Authenticate': challenge({ realm: '"a, Digest realm=b"', qop: '"auth,auth-int"' }),
        }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '20.7' },
      { rfc: 3261, section: '20.28' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      combined:
        '{count} values of {name} stand in one row: parsers take the second scheme "{scheme}" for a parameter of the first',
    },
  },
  roles: ['credentials', 'challenge'],
  judge(row, context) {
    const { values, name } = row;
    if (values.length < 2 || values.some(({ value }) => !value)) return;
    const scheme = values[1]?.value?.scheme;
    if (!scheme) return;
    context.report({
      messageId: 'combined',
      at: scheme,
      data: { count: values.length, name, scheme: scheme.text },
      fix: { title: 'Put each value in a row of its own', edits: splitRow(context.message, row) },
    });
  },
});
