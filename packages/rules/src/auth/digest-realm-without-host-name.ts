import { paramOf } from '@siplint/core';
import { challenge } from '../examples/digest.js';
import { response } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { unquotedValue, valueRange } from '../shared/values/quoted-param.js';

export default defineDigestRule({
  meta: {
    id: 'digest-realm-without-host-name',
    category: 'auth',
    level: 'advice',
    severity: 'hint',
    presets: [],
    title: 'Put a host or domain name into the realm',
    docs: {
      what:
        'The realm of a Digest challenge is globally unique, and best contains a host or domain name. It is reported once ' +
        'a realm and file if it has neither a dot nor an address of IPv6.',
      why:
        'The realm tells the user, and the software that keeps the passwords, whose password is asked for. With the same ' +
        'realm "asterisk" on thousands of servers a client offers one of them the digest of a password for another.',
      falsePositives: 'A server in a closed network may have a realm of its own that needs no domain.',
      bad: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ realm: '<|"asterisk"|>' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ realm: '<|""|>' }) }),
      ],
      good: [
        response(401, 'REGISTER', { 'WWW-Authenticate': challenge({ realm: '"Example at sip.example.com"' }) }),
        response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ realm: '"[2001:db8::1]"' }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '22.1' },
      { rfc: 3261, section: '26.3.1' },
    ],
    since: '0.1.0',
    messages: {
      empty: 'The realm is empty: clients cannot tell whose password is asked for',
      local:
        'The realm {realm} names no host or domain: clients cannot tell this server from others with the same realm',
    },
  },
  roles: ['challenge'],
  judge(digest, context) {
    const realm = paramOf(digest, 'realm');
    // One without quotes is reported as such.
    if (!realm?.quoted) return;
    const value = unquotedValue(realm);
    if (value.includes('.') || value.includes('[') || !context.once(value)) return;
    const at = valueRange(realm);
    if (value.trim() === '') context.report({ messageId: 'empty', at });
    else context.report({ messageId: 'local', at, data: { realm: realm.value ?? '' } });
  },
});
