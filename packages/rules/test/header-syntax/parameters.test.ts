import { testRule } from '@siplint/core/testing';
import { credentials } from '../../src/examples/digest.js';
import { file, invite, options, register, response } from '../../src/examples/messages.js';
import duplicate from '../../src/header-syntax/header-parameter-duplicate.js';
import malformed from '../../src/header-syntax/header-parameter-malformed.js';
import qvalue from '../../src/header-syntax/qvalue-invalid.js';

const ALICE = '<sip:alice@pc33.example.com>';
const VIA = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1';

testRule(duplicate, {
  good: [
    { name: 'parameters of the URI', text: invite({ Contact: '<sip:a@b;x=1;x=2>' }) },
    { name: 'extension header fields', text: invite({ Reason: 'SIP;cause=200;cause=200' }) },
    { name: 'values of one list', text: invite({ Contact: `${ALICE};q=1, ${ALICE};q=1` }) },
    { name: 'a malformed copy, which is its own defect', text: invite({ Contact: `${ALICE};x=1;x=` }) },
    { name: 'a placeholder', text: invite({ From: '<sip:alice@example.com>;tag=1;{{name}}=2' }) },
  ],
  bad: [
    {
      name: 'equal values: the later copy goes',
      text: invite({ Contact: `${ALICE};x=1 ; <|X = 1|>;y` }),
      findings: [{ severity: 'error', data: { name: 'X', header: 'Contact' } }],
      fixed: invite({ Contact: `${ALICE};x=1;y` }),
      safety: 'safe',
    },
    { name: 'flags', text: invite({ Contact: `${ALICE};x;<|x|>` }), fixed: invite({ Contact: `${ALICE};x` }) },
    { name: 'other values stay', text: invite({ Contact: `${ALICE};x=1;<|x=2|>` }), fixed: null },
    { name: 'a flag and a value', text: invite({ Contact: `${ALICE};x;<|x=2|>` }), fixed: null },
    {
      name: 'three copies',
      text: invite({ Contact: `${ALICE};x=1;<|x=1|>;<|x=1|>` }),
      fixed: invite({ Contact: `${ALICE};x=1` }),
    },
    { name: 'the second value of a list', text: invite({ Contact: `${ALICE};q=1, ${ALICE};x;<|x|>` }) },
    { name: 'Via', text: invite({ Via: `${VIA};<|branch=z9hG4bK2|>` }) },
    { name: 'Accept', text: options({ Accept: 'text/plain;level=1;<|level=2|>' }) },
    { name: 'Content-Type', text: invite({ 'Content-Type': 'application/sdp;x=1;<|x=2|>' }) },
    { name: 'Call-Info', text: invite({ 'Call-Info': '<http://a>;purpose=icon;<|purpose=info|>' }) },
    {
      name: 'credentials',
      text: register({ Authorization: `${credentials()}, <|nc=00000001|>` }),
      fixed: register({ Authorization: credentials() }),
    },
    {
      name: 'what a response only repeats',
      text: file(invite({ Via: `${VIA};x;<|x|>` }), response(100, 'INVITE', { Via: `${VIA};x;x;received=192.0.2.1` })),
    },
  ],
});

testRule(malformed, {
  good: [
    { name: 'white space around the separators', text: invite({ Via: 'SIP/2.0/UDP a ; branch = z9hG4bK1 ;\r\n x' }) },
    { name: '% is a token character', text: invite({ Contact: `${ALICE};x=100%;%=1` }) },
    { name: 'a quoted value with separators', text: invite({ Contact: `${ALICE};x="a;b=\\",c"` }) },
    { name: 'an empty quoted value', text: invite({ Contact: `${ALICE};x=""` }) },
    { name: 'an IPv6 reference', text: invite({ Contact: `${ALICE};x=[::1]` }) },
    { name: 'received without brackets', text: invite({ Via: `${VIA};received=2001:db8::1` }) },
    { name: 'tag= is a rule of its own', text: invite({ From: '<sip:alice@example.com>;tag=' }) },
    { name: 'so are q and expires', text: invite({ Contact: `${ALICE};q=;expires=a/b` }) },
    { name: 'extension header fields', text: invite({ Reason: 'SIP;cause=' }) },
    { name: 'Content-Type', text: invite({ 'Content-Type': 'application/sdp;' }) },
    { name: 'an address that is missing', text: invite({ To: ';tag=1;;' }) },
    {
      name: 'a placeholder',
      text: invite({ Contact: `${ALICE};{{param}}`, To: '<sip:bob@example.net>;x={{value}}@' }),
    },
  ],
  bad: [
    {
      name: 'a trailing semicolon',
      text: invite({ Via: `${VIA}<|;|>` }),
      findings: [{ messageId: 'empty', severity: 'error' }],
      fixed: invite({ Via: VIA }),
    },
    { name: 'a run of them', text: invite({ To: '<sip:b@c><|; ;;|>;x' }), fixed: invite({ To: '<sip:b@c>;x' }) },
    { name: 'branch=', text: invite({ Via: 'SIP/2.0/UDP a;<|branch=|>' }), findings: [{ messageId: 'valueNeeded' }] },
    {
      name: 'a value with separators',
      text: invite({ Contact: `${ALICE};x=<|a b/c|>;y` }),
      findings: [{ messageId: 'value' }],
      fixed: invite({ Contact: `${ALICE};x="a b/c";y` }),
    },
    {
      name: 'a backslash',
      text: invite({ Contact: `${ALICE};x=<|a\\b|>` }),
      fixed: invite({ Contact: `${ALICE};x="a\\\\b"` }),
    },
    { name: 'text behind a quoted value', text: invite({ Contact: `${ALICE};x=<|"a"b|>` }), fixed: null },
    { name: 'an expiry in brackets', text: invite({ Contact: `${ALICE};x=<|[a|>` }) },
    {
      name: 'a branch is never quoted',
      text: invite({ Via: 'SIP/2.0/UDP a;branch=<|a@b|>' }),
      findings: [{ messageId: 'bare' }],
      fixed: null,
    },
    {
      name: 'a name that is no token',
      text: invite({ Contact: `${ALICE};<|x y=1|>` }),
      findings: [{ messageId: 'name' }],
    },
    { name: 'Accept', text: options({ Accept: 'text/plain;<|level=|>' }) },
    { name: 'Retry-After', text: response(503, 'INVITE', { 'Retry-After': '120<|;|>' }) },
    { name: 'Route', text: invite({ Route: '<sip:p.example.com;lr>;<|x=|>' }) },
    { name: 'Call-Info', text: invite({ 'Call-Info': '<http://a>;purpose=<|a/b|>' }), fixed: null },
    {
      name: 'what a response adds behind its request',
      text: file(invite(), response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356<|;|>' })),
    },
    {
      name: 'what a response only repeats',
      text: file(
        invite({ To: '<sip:bob@example.net>;<|x=|>' }),
        response(180, 'INVITE', { To: '<sip:bob@example.net>;x=;tag=1' }),
      ),
    },
  ],
});

testRule(qvalue, {
  good: [
    ...['0', '1', '0.', '1.', '0.5', '0.123', '1.000', '1.0'].map((q) => invite({ Contact: `${ALICE};q=${q}` })),
    { name: 'header fields without q', text: invite({ To: '<sip:bob@example.net>;q=7' }) },
    { name: 'a placeholder', text: invite({ Contact: `${ALICE};q={{q}}` }) },
  ],
  bad: [
    ...(
      [
        ['1.1', '1'],
        ['.5', '0.5'],
        ['0.1234', '0.123'],
        ['0.9996', '1'],
        ['-1', '0'],
        ['1.001', '1'],
        ['00.5', '0.5'],
        ['7', '1'],
        ['1.0000', '1'],
      ] as const
    ).map(([q, fixed]) => ({
      name: q,
      text: invite({ Contact: `${ALICE};q=<|${q}|>` }),
      findings: [{ severity: 'error' as const, data: { value: q, header: 'Contact' } }],
      fixed: invite({ Contact: `${ALICE};q=${fixed}` }),
    })),
    ...['high', '"0.5"', '1e-1', '0.5.1'].map((q) => ({
      name: q,
      text: invite({ Contact: `${ALICE};q=<|${q}|>` }),
      fixed: null,
    })),
    { name: 'empty', text: invite({ Contact: `${ALICE};<|q=|>` }), fixed: null },
    { name: 'Accept-Encoding', text: options({ 'Accept-Encoding': 'gzip;q=<|2|>' }) },
  ],
});
