import { testRule } from '@siplint/core/testing';
import { file, invite, ok, options, register } from '../../src/examples/messages.js';
import emptyUser from '../../src/uri/sip-uri-empty-user.js';
import hostInvalid from '../../src/uri/sip-uri-host-invalid.js';
import hostMissing from '../../src/uri/sip-uri-host-missing.js';
import ipv4Invalid from '../../src/uri/sip-uri-ipv4-invalid.js';
import ipv6NotBracketed from '../../src/uri/sip-uri-ipv6-not-bracketed.js';
import portInvalid from '../../src/uri/sip-uri-port-invalid.js';
import schemeMissing from '../../src/uri/uri-scheme-missing.js';

const contact = (uri: string) => invite({ Contact: `<${uri}>` });
const target = (uri: string) => options({ startLine: `OPTIONS ${uri} SIP/2.0` });

testRule(schemeMissing, {
  good: [
    { name: 'the Contact star', text: register({ Contact: '*', Expires: '0' }) },
    { name: 'a registered scheme before digits', text: contact('tel:5060') },
    { name: 'an unregistered scheme before more than digits', text: contact('host:50a') },
    { name: 'the Request-URI, which has a rule of its own', text: target('bob@example.net') },
    { name: 'no brackets in Call-Info', text: invite({ 'Call-Info': 'www.example.com' }) },
    { name: 'a placeholder', text: contact('{{uri}}') },
    { name: 'a placeholder with a rest', text: contact('{{scheme}}:bob') },
  ],
  bad: [
    {
      name: 'a user at a host',
      text: invite({ To: '<|bob@example.net:5060|>' }),
      findings: [{ messageId: 'missing', severity: 'error' }],
      fixed: invite({ To: 'sip:bob@example.net:5060' }),
    },
    {
      name: 'an address of digits',
      text: contact('<|192.0.2.1:5060|>'),
      fixed: contact('sip:192.0.2.1:5060'),
    },
    { name: 'a last label that starts with a digit', text: contact('<|bob@example.3x|>'), fixed: null },
    {
      name: 'a host with its port, which has a scheme by grammar',
      text: contact('<|pc33:5060|>'),
      findings: [{ messageId: 'missing', severity: 'warning' }],
    },
    { name: 'a word, which may be anything', text: contact('<|bob|>'), fixed: null },
    { name: 'Route and Record-Route', text: invite({ Route: '<<|p1.example.com;lr|>>', 'Record-Route': '<<|p2|>>' }) },
    {
      name: 'the response repeats it',
      text: file(invite({ To: '<<|bob@example.net|>>' }), ok('INVITE', { To: '<bob@example.net>;tag=8321234356' })),
    },
  ],
});

testRule(emptyUser, {
  good: [{ name: 'a placeholder', text: contact('sip:{{user}}@example.com') }],
  bad: [
    {
      name: 'takes the "@" away',
      text: contact('sip:<|@|>example.com:5060;lr'),
      findings: [{ severity: 'error' }],
      fixed: contact('sip:example.com:5060;lr'),
    },
    { name: 'a password alone', text: contact('sips:<|:x@|>example.com') },
  ],
});

testRule(hostMissing, {
  good: [{ name: 'a placeholder', text: contact('sip:bob@{{host}}') }],
  bad: [
    { name: 'before parameters', text: contact('<|sip:bob@|>;lr') },
    { name: 'before a port', text: contact('<|sip:|>:5060') },
    { name: 'before headers', text: target('<|sips:bob@|>?a=b') },
  ],
});

testRule(hostInvalid, {
  good: [
    { name: 'one label', text: contact('sip:h') },
    { name: 'hyphens and digits inside', text: contact('sip:3a-1.b--c.d9') },
    { name: 'an IPv6 address', text: contact('sip:[::]') },
    { name: 'Via, which has a rule of its own', text: invite({ Via: 'SIP/2.0/UDP a_b;branch=z9hG4bK1' }) },
    { name: 'an accepted underscore', text: contact('sip:my_host'), options: { allowUnderscore: true } },
    { name: 'a number before "@"', text: contact('sip:5551234@h') },
    { name: 'a placeholder', text: contact('sip:bob@{{host}}.example.com') },
  ],
  bad: [
    {
      name: 'an empty label',
      text: contact('sip:bob@<|a..b|>'),
      findings: [{ messageId: 'invalid', severity: 'error' }],
    },
    { name: 'a hyphen at an edge', text: contact('sip:bob@<|a-.b|>') },
    { name: 'a last label that starts with a digit', text: contact('sip:bob@<|a.1b|>') },
    { name: 'three decimal groups', text: contact('sip:bob@<|192.0.2|>') },
    { name: 'five decimal groups', text: contact('sip:bob@<|1.2.3.4.5|>') },
    {
      name: 'an underscore',
      text: contact('sip:bob@<|my_host|>'),
      findings: [{ messageId: 'underscore', severity: 'warning' }],
    },
    {
      name: 'an underscore in maddr',
      text: contact('sip:bob@h;maddr=<|my_host|>'),
      findings: [{ messageId: 'underscore' }],
    },
    {
      name: 'a telephone number',
      text: contact('sip:<|+15551234|>'),
      findings: [{ messageId: 'number', severity: 'error' }],
    },
    {
      name: 'another defect beside an accepted underscore',
      text: contact('sip:<|a_b..c|>'),
      options: { allowUnderscore: true },
      findings: [{ messageId: 'invalid' }],
    },
  ],
});

testRule(ipv6NotBracketed, {
  good: [
    { name: 'a host with a port', text: contact('sip:bob@abcd:5060') },
    { name: 'a bare address in received', text: ok('INVITE', { Via: 'SIP/2.0/UDP h;branch=z9hG4bK1;received=::1' }) },
    { name: 'Via, which has a rule of its own', text: invite({ Via: 'SIP/2.0/UDP ::1;branch=z9hG4bK1' }) },
  ],
  bad: [
    {
      name: 'puts brackets around the host',
      text: contact('sip:bob@<|2001:db8::1|>;lr'),
      findings: [{ messageId: 'bare', severity: 'error' }],
      fixed: contact('sip:bob@[2001:db8::1];lr'),
    },
    {
      name: 'puts brackets around maddr',
      text: contact('sip:h;maddr=<|ff02::1|>'),
      fixed: contact('sip:h;maddr=[ff02::1]'),
    },
    { name: 'what is no address', text: contact('sip:bob@<|1:2:3|>'), fixed: null },
    {
      name: 'two gaps',
      text: contact('sip:bob@<|[1::2::3]|>'),
      findings: [{ messageId: 'malformed', severity: 'error' }],
      fixed: null,
    },
    ...['[1:2]', '[1:2:3:4:5:6:7:8:9]', '[2001:db8:::192.0.2.1]'].map((host) => ({
      name: `${host}, which the grammar of RFC 3261 has`,
      text: contact(`sip:bob@<|${host}|>`),
      findings: [{ messageId: 'malformed', severity: 'warning' as const }],
    })),
    ...['[]', '[:1]', '[1:]', '[12345::]', '[1:::2]', '[192.0.2.1]'].map((host) => ({
      name: `${host}, which no grammar has`,
      text: contact(`sip:bob@<|${host}|>`),
      findings: [{ messageId: 'malformed', severity: 'error' as const }],
    })),
    { name: 'a bracket that is not closed', text: contact('sip:bob@<|[::1|>') },
  ],
});

testRule(ipv4Invalid, {
  good: [
    { name: 'the greatest', text: contact('sip:255.255.255.255') },
    { name: 'Via, which has a rule of its own', text: invite({ Via: 'SIP/2.0/UDP 192.0.2.256;branch=z9hG4bK1' }) },
    { name: 'a placeholder', text: contact('sip:{{ip}}') },
  ],
  bad: [
    { name: 'leading zeros', text: contact('sip:bob@<|192.0.02.1|>'), findings: [{ severity: 'warning' }] },
    { name: 'in the Request-URI', text: target('sip:<|999.0.2.1|>') },
  ],
});

testRule(portInvalid, {
  good: [
    { name: 'the smallest', text: contact('sip:h:1') },
    { name: 'a placeholder', text: contact('sip:h:{{port}}') },
    { name: 'Via, which has a rule of its own', text: invite({ Via: 'SIP/2.0/UDP h:0;branch=z9hG4bK1' }) },
  ],
  bad: [
    {
      name: 'takes the ":" away',
      text: contact('sip:bob@h<|:|>;lr'),
      findings: [{ messageId: 'empty', severity: 'error' }],
      fixed: contact('sip:bob@h;lr'),
      safety: 'safe',
    },
    {
      name: 'a sign',
      text: contact('sip:h:<|-1|>'),
      findings: [{ messageId: 'notDigits', severity: 'error' }],
      fixed: null,
    },
    { name: 'two ports', text: contact('sip:h:<|5060:5061|>') },
    {
      name: 'zero',
      text: contact('sip:h:<|0|>'),
      findings: [{ messageId: 'outOfRange', severity: 'warning' }],
      fixed: null,
    },
    { name: 'a great number', text: contact('sip:h:<|99999999999999999999|>'), findings: [{ severity: 'warning' }] },
  ],
});
