import { testRule } from '@siplint/core/testing';
import algorithmUnknown from '../../src/auth/digest-algorithm-unknown.js';
import nonceCountFormat from '../../src/auth/digest-nonce-count-format.js';
import qopValueUnknown from '../../src/auth/digest-qop-value-unknown.js';
import responseFormat from '../../src/auth/digest-response-format.js';
import staleInvalid from '../../src/auth/digest-stale-invalid.js';
import uriNotAbsolute from '../../src/auth/digest-uri-not-absolute.js';
import { challenge, credentials } from '../../src/examples/digest.js';
import { ok, register, response } from '../../src/examples/messages.js';

type Params = Parameters<typeof credentials>[0];

const inCredentials = (changes: Params) => register({ Authorization: credentials(changes) });
const inChallenge = (changes: Params) => response(401, 'REGISTER', { 'WWW-Authenticate': challenge(changes) });
const challenged = (value: string) => response(401, 'REGISTER', { 'WWW-Authenticate': value });
const inInfo = (value: string) => ok('REGISTER', { 'Authentication-Info': value });

const MD5 = '7587245234b3434cc3412213e5f113a5';
const SHA_256 = MD5 + MD5;

testRule(algorithmUnknown, {
  good: [
    ...['MD5', 'md5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256', 'sha-512-256-SESS'],
    ...[
      'AKAv1-MD5',
      'akav2-md5',
      'AKAv1-MD5-sess',
      'AKAv2-SHA-256',
      'AKAv1-SHA-512-256',
      '"MD5"',
      '""',
      '{{algorithm}}',
    ],
  ].map((algorithm) => ({ name: `knows ${algorithm}`, text: inCredentials({ algorithm }) })),
  bad: [
    { name: 'judges the text inside quotes', text: inChallenge({ algorithm: '"<|MD-5|>"' }) },
    { name: 'an unknown hash behind an AKA version', text: inChallenge({ algorithm: '<|AKAv1-FOO|>' }) },
    {
      name: 'a token that nothing is known of is an info',
      text: response(407, 'INVITE', { 'Proxy-Authenticate': challenge({ algorithm: '<|x-vendor|>' }) }),
      findings: [{ severity: 'info', data: { algorithm: 'x-vendor' } }],
    },
  ],
});

testRule(qopValueUnknown, {
  good: [
    { name: 'blanks around the comma', text: inChallenge({ qop: '"auth ,\tauth-int"' }) },
    { name: 'any case', text: inChallenge({ qop: '"Auth,AUTH-INT"' }) },
    { name: 'no qop', text: inChallenge({ qop: null }) },
    { name: 'a known offer without its quotes', text: inChallenge({ qop: 'auth' }) },
    { name: 'a quoted choice', text: inCredentials({ qop: '"auth"' }) },
    { name: 'an empty choice', text: inCredentials({ qop: '""' }) },
    { name: 'a placeholder', text: inCredentials({ qop: '{{qop}}' }) },
    { name: 'Authentication-Info', text: inInfo('qop=auth-int, rspauth="6629fae4"') },
    { name: 'another scheme', text: register({ Authorization: 'NTLM qop="signed"' }) },
  ],
  bad: [
    {
      name: 'each unknown option next to a known one is an info',
      text: inChallenge({ qop: '"<|foo|>, auth,<|bar|>"' }),
      findings: [
        { messageId: 'unknownOption', severity: 'info', data: { option: 'foo' } },
        { messageId: 'unknownOption', severity: 'info', data: { option: 'bar' } },
      ],
    },
    {
      name: 'no known option is a warning',
      text: inChallenge({ qop: '"<|foo, bar|>"' }),
      findings: [{ messageId: 'noneKnown', severity: 'warning' }],
    },
    { name: 'blanks instead of commas', text: inChallenge({ qop: '"<|auth auth-int|>"' }) },
    { name: 'an empty offer', text: challenged('Digest realm="a", nonce="b", <|qop=""|>') },
    {
      name: 'a list in credentials',
      text: inCredentials({ qop: '"<|auth,auth-int|>"' }),
      findings: [{ messageId: 'list', severity: 'warning' }],
    },
    {
      name: 'an unknown choice in Authentication-Info',
      text: inInfo('qop=<|aut|>, rspauth="6629fae4"'),
      findings: [{ messageId: 'unknown', severity: 'warning' }],
    },
  ],
});

testRule(staleInvalid, {
  good: ['true', 'FALSE', 'False', '"true"', '{{stale}}'].map((stale) => ({
    name: `accepts ${stale}`,
    text: inChallenge({ stale }),
  })),
  bad: [
    { name: 'an empty one', text: inChallenge({ stale: '<|""|>' }) },
    {
      name: 'a word that starts like it',
      text: inChallenge({ stale: '<|true1|>' }),
      findings: [{ severity: 'warning' }],
    },
  ],
});

testRule(responseFormat, {
  good: [
    { name: 'MD5 by default', text: inCredentials({ response: `"${MD5}"` }) },
    { name: 'MD5 in any case', text: inCredentials({ algorithm: 'md5', response: `"${MD5}"` }) },
    { name: 'SHA-256', text: inCredentials({ algorithm: 'SHA-256', response: `"${SHA_256}"` }) },
    { name: 'SHA-512-256-sess', text: inCredentials({ algorithm: 'SHA-512-256-sess', response: `"${SHA_256}"` }) },
    { name: 'another algorithm', text: inCredentials({ algorithm: 'AKAv1-MD5', response: '"x"' }) },
    { name: 'an algorithm that is not known', text: inCredentials({ algorithm: '{{algorithm}}', response: '"x"' }) },
    { name: 'both empty before the first challenge', text: inCredentials({ nonce: '""', response: '""' }) },
    { name: 'a placeholder', text: inCredentials({ response: '"{{response}}"' }) },
    { name: 'none at all', text: inCredentials({ response: null }) },
    { name: 'rspauth of a response', text: inInfo('rspauth="6629"') },
  ],
  bad: [
    {
      name: 'upper case is mended',
      text: inCredentials({ response: `"<|${MD5.toUpperCase()}|>"` }),
      findings: [{ messageId: 'upperCase', severity: 'warning' }],
      fixed: inCredentials({ response: `"${MD5}"` }),
      safety: 'safe',
    },
    {
      name: 'a wrong length is not',
      text: inCredentials({ response: `"<|${MD5}A|>"` }),
      findings: [{ messageId: 'length', data: { count: 33, expected: 32 } }],
      fixed: null,
    },
    {
      name: 'an empty one for a nonce',
      text: register({ Authorization: `${credentials({ response: null })}, <|response=""|>` }),
      findings: [{ messageId: 'length', data: { count: 0 } }],
    },
    {
      name: 'SHA-256 in quotes is SHA-256',
      text: inCredentials({ algorithm: '"SHA-256"', response: `"<|${MD5}|>"` }),
      findings: [{ messageId: 'length', data: { expected: 64 } }],
    },
    {
      name: 'a letter that is no hex digit',
      text: inCredentials({ response: `"<|x${MD5.slice(1)}|>"` }),
      findings: [{ messageId: 'notHex' }],
      fixed: null,
    },
  ],
});

testRule(nonceCountFormat, {
  good: [
    { name: 'the first', text: inCredentials({ nc: '00000001' }) },
    { name: 'a placeholder', text: inCredentials({ nc: '{{nc}}' }) },
    { name: 'quoted', text: inCredentials({ nc: '"0000000a"' }) },
    { name: 'in a challenge, where it says nothing', text: inChallenge({ nc: '1' }) },
  ],
  bad: [
    {
      name: 'too short is padded',
      text: inCredentials({ nc: '<|1A|>' }),
      findings: [{ messageId: 'format', severity: 'error' }],
      fixed: inCredentials({ nc: '0000001a' }),
      safety: 'safe',
    },
    {
      name: 'inside quotes too',
      text: inCredentials({ nc: '"<|1|>"' }),
      fixed: inCredentials({ nc: '"00000001"' }),
    },
    {
      name: 'upper case is a warning',
      text: inCredentials({ nc: '<|0000000A|>' }),
      findings: [{ messageId: 'upperCase', severity: 'warning' }],
      fixed: inCredentials({ nc: '0000000a' }),
    },
    {
      name: 'zero is a warning',
      text: inCredentials({ nc: '<|00000000|>' }),
      findings: [{ messageId: 'zero', severity: 'warning' }],
      fixed: null,
    },
    { name: 'a short zero is not padded', text: inCredentials({ nc: '<|0|>' }), fixed: null },
    { name: 'too long', text: inCredentials({ nc: '<|000000001|>' }), fixed: null },
    { name: 'no hex', text: inCredentials({ nc: '<|0000000g|>' }), findings: [{ messageId: 'format' }], fixed: null },
    { name: 'empty', text: inCredentials({ nc: '<|""|>' }), fixed: null },
  ],
});

testRule(uriNotAbsolute, {
  good: [
    '"sip:example.com"',
    '"SIPS:bob@example.com;transport=tcp"',
    '"tel:5550123"',
    '"urn:service:sos"',
    '"x-scheme:abc"',
    '"{{uri}}"',
    'sip:example.com',
  ].map((uri) => ({ name: `accepts ${uri}`, text: inCredentials({ uri }) })),
  bad: [
    ...[
      'example.com',
      'bob@example.com',
      'bob@example.com:5060',
      '192.0.2.1:5060',
      'example.com:5060;lr',
      '*',
      '/x',
    ].map((uri) => ({
      name: `${uri} has no scheme`,
      text: inCredentials({ uri: `"<|${uri}|>"` }),
      findings: [{ messageId: 'noScheme', severity: 'warning' as const }],
    })),
    { name: 'an empty one', text: inCredentials({ uri: '<|""|>' }) },
    { name: 'angle brackets', text: inCredentials({ uri: '"<|<sip:a@b>|>"' }), findings: [{ messageId: 'brackets' }] },
  ],
});
