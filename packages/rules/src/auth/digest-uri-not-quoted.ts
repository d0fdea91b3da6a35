import { paramOf, quoteParamValue } from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { valueRange } from '../shared/values/quoted-param.js';

export default defineDigestRule({
  meta: {
    id: 'digest-uri-not-quoted',
    category: 'auth',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put the uri of Digest credentials in quotes',
    docs: {
      what: 'The uri parameter of Digest credentials is a quoted string.',
      why:
        'A URI may hold semicolons, commas and equal signs, so a server that reads the value as a token cuts it short or ' +
        'rejects the header field, and the client is challenged again and again. The grammar of RFC 2617 lacked the ' +
        'quotes by mistake; RFC 3261 demands them.',
      fixSafety: 'Safe: the digest is computed over the URI without its quotes.',
      bad: [
        register({ Authorization: credentials({ uri: '<|sip:example.com|>' }) }),
        register({ 'Proxy-Authorization': credentials({ uri: '<|sip:example.com;transport=tcp|>' }) }),
      ],
      good: [
        register({ Authorization: credentials({ uri: '"sip:example.com;transport=tcp"' }) }),
        register({ Authorization: credentials({ 'uri ': ' "sip:example.com"', uri: null }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '22.4' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      unquoted: 'Digest uri {uri} has no quotes: servers that read it as a token cut it off or refuse the credentials',
    },
  },
  roles: ['credentials'],
  judge(digest, context) {
    const uri = paramOf(digest, 'uri');
    if (!uri?.value || uri.quoted) return;
    context.report({
      messageId: 'unquoted',
      at: valueRange(uri),
      data: { uri: uri.value },
      fix: { title: 'Put the URI in quotes', edits: [quoteParamValue(context.message, uri)] },
    });
  },
});
