import { lookupUriScheme, paramOf } from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedRange, unquotedValue, valueRange } from '../shared/values/quoted-param.js';

/** scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) (§25.1) with its colon. */
const SCHEME = /^([a-z][a-z0-9+\-.]*):/i;
const PORT = /^\d{1,5}(?:[;?]|$)/;

export default defineDigestRule({
  meta: {
    id: 'digest-uri-not-absolute',
    category: 'auth',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Write the uri of Digest credentials as a Request-URI',
    docs: {
      what:
        'The uri parameter of Digest credentials is a Request-URI: a URI with its scheme, such as "sip:example.com", and ' +
        'without angle brackets. It need not be the Request-URI of the message that carries it, which proxies rewrite.',
      why:
        'The value goes into the digest as it stands. A server that parses it, or compares it with the Request-URI, finds ' +
        'no URI there and refuses the credentials.',
      bad: [
        register({ Authorization: credentials({ uri: '"<|example.com|>"' }) }),
        register({ Authorization: credentials({ uri: '"<|example.com:5060|>"' }) }),
        register({ Authorization: credentials({ uri: '"<|<sip:example.com>|>"' }) }),
      ],
      good: [
        register({ Authorization: credentials({ uri: '"sips:bob@example.com"' }) }),
        register({ Authorization: credentials({ uri: '"SIP:other.example.net:5060"' }) }),
        register({ Authorization: credentials({ uri: '"tel:5550123"' }) }),
      ],
    },
    references: [{ rfc: 3261, section: '22.4' }],
    since: '0.1.0',
    messages: {
      noScheme:
        'The Digest uri "{uri}" has no scheme: write a Request-URI such as "sip:example.com", or servers refuse it',
      brackets:
        'The Digest uri "{uri}" stands in angle brackets: they belong to addresses, and the digest would cover them',
    },
  },
  roles: ['credentials'],
  judge(digest, context) {
    const param = paramOf(digest, 'uri');
    if (!param) return;
    const uri = unquotedValue(param);
    const at = uri === '' ? valueRange(param) : unquotedRange(param);
    if (uri.startsWith('<')) context.report({ messageId: 'brackets', at, data: { uri } });
    else if (!hasScheme(uri)) context.report({ messageId: 'noScheme', at, data: { uri } });
  },
});

function hasScheme(uri: string): boolean {
  const [prefix, scheme] = SCHEME.exec(uri) ?? [];
  if (prefix === undefined || scheme === undefined) return false;
  // A host with its port looks like a scheme with a number.
  return !PORT.test(uri.slice(prefix.length)) || lookupUriScheme(scheme) !== undefined;
}
