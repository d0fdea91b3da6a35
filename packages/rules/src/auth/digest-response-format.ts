import { paramOf, replaceRange } from '@siplint/core';
import { credentials, oldCredentials } from '../examples/digest.js';
import { register } from '../examples/messages.js';
import { defineDigestRule } from '../factories/digest-rule.js';
import { digestAlgorithmOf } from '../shared/auth/digest-algorithm.js';
import { unquotedRange, unquotedValue } from '../shared/values/quoted-param.js';

/** Hex digits of a digest (RFC 2617 §3.2.2, RFC 8760 §2.2); other algorithms have forms of their own. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['md5', 32],
  ['md5-sess', 32],
  ['sha-256', 64],
  ['sha-256-sess', 64],
  ['sha-512-256', 64],
  ['sha-512-256-sess', 64],
]);

export default defineDigestRule({
  meta: {
    id: 'digest-response-format',
    category: 'auth',
    level: 'grammar',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Write a Digest response as lower-case hex digits of the right number',
    docs: {
      what:
        'The response of Digest credentials is a digest in lower-case hex digits: 32 of them for MD5, which is the default, ' +
        'and 64 for SHA-256 and SHA-512-256. It may be empty next to an empty nonce, before any challenge has come.',
      why:
        'The server compares the digest as text, mostly with its own in lower case. A response of another length, or in ' +
        'upper case, never matches, and the client is challenged again and again.',
      falsePositives: 'Printed examples, those of the RFCs included, often hold a made-up digest.',
      fixSafety: 'Safe: the digits say the same in lower case.',
      bad: [
        register({ Authorization: credentials({ response: '"<|7587245234b3434cc3412213e5f113a5432|>"' }) }),
        register({ Authorization: credentials({ response: '"<|7587245234B3434CC3412213E5F113A5|>"' }) }),
        register({ Authorization: credentials({ response: '"<|g587245234b3434cc3412213e5f113a5|>"' }) }),
        register({
          Authorization: credentials({ algorithm: 'SHA-256', response: '"<|7587245234b3434cc3412213e5f113a5|>"' }),
        }),
      ],
      good: [
        register({ Authorization: credentials({ response: '"7587245234b3434cc3412213e5f113a5"' }) }),
        register({ Authorization: oldCredentials({ nonce: '""', response: '""' }) }),
        register({
          Authorization: credentials({ algorithm: 'SHA-256', response: `"${'7587245234b3434c'.repeat(4)}"` }),
        }),
        register({ Authorization: credentials({ algorithm: 'AKAv2-SHA-256', response: '"0123"' }) }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 2617, section: '3.2.2' },
      { rfc: 8760, section: '2.2' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      length:
        'Digest response has {count} characters instead of {expected} hex digits: it cannot match what the server computes',
      notHex:
        'Digest response "{response}" holds other characters than hex digits: it cannot match what the server computes',
      upperCase: 'Digest response "{response}" has upper-case digits: servers compare it with one in lower case',
    },
  },
  roles: ['credentials'],
  judge(digest, context) {
    const param = paramOf(digest, 'response');
    const expected = DIGITS.get(digestAlgorithmOf(digest));
    if (!param || expected === undefined) return;
    const response = unquotedValue(param);
    const count = response.length;
    if (count === expected && /^[0-9a-f]+$/.test(response)) return;
    const nonce = paramOf(digest, 'nonce');
    if (count === 0 && nonce && unquotedValue(nonce) === '') return;
    const at = count === 0 ? param : unquotedRange(param);
    if (count !== expected) return context.report({ messageId: 'length', at, data: { count, expected } });
    if (!/^[0-9a-f]+$/i.test(response)) return context.report({ messageId: 'notHex', at, data: { response } });
    context.report({
      messageId: 'upperCase',
      at,
      data: { response },
      fix: { title: 'Write the digits in lower case', edits: [replaceRange(at, response.toLowerCase())] },
    });
  },
});
