import { testRule } from '@siplint/core/testing';
import { invite, options } from '../../src/examples/messages.js';
import duplicate from '../../src/uri/sip-uri-parameter-duplicate.js';
import paramMalformed from '../../src/uri/sip-uri-parameter-malformed.js';
import unescaped from '../../src/uri/sip-uri-unescaped-character.js';
import percent from '../../src/uri/uri-percent-escape-malformed.js';

const contact = (uri: string) => invite({ Contact: `<${uri}>` });
const target = (uri: string) => options({ startLine: `OPTIONS ${uri} SIP/2.0` });

testRule(unescaped, {
  good: [
    { name: 'all that a user part admits', text: contact("sip:-_.!~*'()&=+$,;?/a@h") },
    { name: 'all that a password admits', text: contact('sip:a:&=+$,@h') },
    { name: 'all that a parameter admits', text: contact('sip:h;[]/:&+$=[]/:&+$') },
    { name: 'all that headers admit', text: contact('sip:h?[]/?:+$=[]/?:+$&b=') },
    { name: 'a defect of the host', text: contact('sip:a"b@c..d') },
    { name: 'a malformed escape', text: contact('sip:a"b%@h') },
    { name: 'another scheme', text: contact('im:a"b@h') },
    { name: 'a placeholder', text: contact('sip:{{user}}@h') },
  ],
  bad: [
    {
      name: 'escapes an "@"',
      text: contact('sip:a<|@|>b@h'),
      findings: [{ messageId: 'illegal', severity: 'error', data: { character: '@', component: 'user part' } }],
      fixed: contact('sip:a%40b@h'),
      safety: 'safe',
    },
    { name: 'escapes one after the other', text: contact('sip:a<|"|>b"c@h'), fixed: contact('sip:a%22b%22c@h') },
    {
      name: 'escapes the octets of UTF-8',
      text: contact('sip:<|日|>本@h'),
      fixed: contact('sip:%E6%97%A5%E6%9C%AC@h'),
    },
    { name: 'escapes a pair of surrogates', text: contact('sip:<|😀|>@h'), fixed: contact('sip:%F0%9F%98%80@h') },
    { name: 'in a header value', text: contact('sip:h?a=<|;|>'), fixed: contact('sip:h?a=%3B') },
    { name: 'in a parameter name, where no escape helps', text: contact('sip:h;a<|^|>b=c'), fixed: null },
    {
      name: 'an "=" in a value',
      text: contact('sip:h;a=b<|=|>='),
      findings: [{ messageId: 'equal', severity: 'warning' }],
    },
    {
      name: 'a service code',
      text: target('sip:*21*1<|#|>@h'),
      findings: [{ messageId: 'hash', severity: 'warning' }],
    },
    {
      name: 'a "#" between the prefix of a trunk and a global number',
      text: target('sip:12<|#|>+15550100@h'),
      findings: [{ messageId: 'hash', severity: 'warning' }],
    },
    {
      name: 'a "#" in another user part',
      text: target('sip:a<|#|>@h'),
      findings: [{ messageId: 'illegal', severity: 'error' }],
    },
  ],
});

testRule(percent, {
  good: [
    { name: 'a header parameter', text: invite({ To: '<sip:bob@h>;x=%' }) },
    { name: 'a display name', text: invite({ To: '"100%" <sip:bob@h>' }) },
    { name: 'a placeholder behind it', text: contact('sip:a%{{hex}}@h') },
  ],
  bad: [
    {
      name: 'a "%" at the end',
      text: contact('sip:a<|%|>@h'),
      findings: [{ severity: 'error' }],
      fixed: contact('sip:a%25@h'),
    },
    { name: 'one digit', text: contact('sip:h;a=<|%4|>g'), fixed: contact('sip:h;a=%254g') },
    { name: 'another scheme', text: contact('http://h/<|%|>zz') },
    { name: 'one of several', text: contact('sip:<|%a|>%b@h') },
  ],
});

testRule(duplicate, {
  good: [
    { name: 'in the user part', text: contact('sip:a;b;b@h') },
    { name: 'inside and outside of the brackets', text: invite({ Contact: '<sip:h;a=1>;a=1' }) },
    { name: 'another scheme', text: contact('tel:+1;a=1;a=2') },
  ],
  bad: [
    {
      name: 'deletes the same copy',
      text: contact('sip:h;A=x;b;<|a=X|>'),
      findings: [{ severity: 'error' }],
      fixed: contact('sip:h;A=x;b'),
      safety: 'safe',
    },
    { name: 'deletes no other copy', text: contact('sip:h;a=1;<|a=2|>'), fixed: null },
    { name: 'each copy', text: target('sip:h;a;<|a|>;<|A|>'), fixed: target('sip:h;a') },
    { name: 'a flag and a value', text: contact('sip:h;lr;<|lr=on|>'), fixed: null },
  ],
});

testRule(paramMalformed, {
  good: [
    { name: 'a flag', text: contact('sip:h;ob') },
    { name: 'the greatest ttl', text: contact('sip:h;maddr=239.255.255.1;ttl=255') },
    { name: 'a placeholder', text: contact('sip:h;transport={{transport}}') },
  ],
  bad: [
    {
      name: 'drops empty parameters',
      text: contact('sip:h<|;;|>;lr'),
      findings: [{ messageId: 'empty', severity: 'error' }],
      fixed: contact('sip:h;lr'),
    },
    { name: 'one at the end', text: contact('sip:h;lr<|;|>'), fixed: contact('sip:h;lr') },
    {
      name: 'a flag that needs a value',
      text: contact('sip:h;<|user|>'),
      findings: [{ messageId: 'noValue' }],
      fixed: null,
    },
    { name: 'an empty value of any name', text: contact('sip:h;<|x=|>'), findings: [{ messageId: 'noValue' }] },
    {
      name: 'a ttl of four digits',
      text: contact('sip:h;ttl=<|0015|>'),
      findings: [{ messageId: 'value', severity: 'error' }],
    },
    {
      name: 'a ttl of three digits',
      text: contact('sip:h;ttl=<|256|>'),
      findings: [{ messageId: 'value', severity: 'warning' }],
    },
    {
      name: 'a transport that is no token',
      text: contact('sip:h;transport=<|a/b|>'),
      findings: [{ messageId: 'value' }],
    },
    { name: 'an empty pair of headers', text: contact('sip:h?a=b<|&|>'), findings: [{ messageId: 'noHeader' }] },
  ],
});
