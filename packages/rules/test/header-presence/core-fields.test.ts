import { testRule } from '@siplint/core/testing';
import { bye, file, invite, ok, options, register, request, response } from '../../src/examples/messages.js';
import missingCallId from '../../src/header-presence/missing-call-id.js';
import missingCSeq from '../../src/header-presence/missing-cseq.js';
import missingFrom from '../../src/header-presence/missing-from.js';
import missingMaxForwards from '../../src/header-presence/missing-max-forwards.js';
import missingTo from '../../src/header-presence/missing-to.js';
import missingVia from '../../src/header-presence/missing-via.js';

const OPTIONS = '<|OPTIONS|> sip:bob@example.net SIP/2.0';
const REJECTED = 'SIP/2.0 <|400|>';

testRule(missingTo, {
  good: [
    { name: 'compact form', text: options({ To: null, t: '<sip:bob@example.net>' }) },
    { name: 'any case', text: options({ to: '<sip:bob@example.net>' }) },
    { name: 'an empty value is another rule', text: options({ To: '' }) },
    { name: 'a value that did not parse', text: options({ To: '<sip:' }) },
    { name: 'a line without a colon that begins with the name', text: options({ To: null, rows: ['To <sip:b@c.d>'] }) },
    { name: 'a placeholder for whole rows', text: options({ To: null, rows: ['{{rows}}'] }) },
  ],
  bad: [
    {
      name: 'a response whose request lacks it says nothing more',
      text: file(options({ startLine: OPTIONS, To: null }), response(400, 'OPTIONS', { To: null })),
    },
    {
      name: 'the fix takes the Request-URI without port and parameters',
      text: options({ startLine: '<|OPTIONS|> sip:bob@example.net:5070;transport=tcp SIP/2.0', To: null }),
      fixed: options({
        startLine: 'OPTIONS sip:bob@example.net:5070;transport=tcp SIP/2.0',
        To: '<sip:bob@example.net>',
      }),
    },
    {
      name: 'no fix for REGISTER, whose Request-URI is no address of record',
      text: register({ startLine: '<|REGISTER|> sip:example.com SIP/2.0', To: null }),
      fixed: null,
    },
    {
      name: 'no fix within a dialog',
      text: bye({ startLine: '<|BYE|> sip:bob@client.example.net SIP/2.0', To: null }),
      fixed: null,
    },
    {
      name: 'a 400 that names it',
      text: response(400, 'OPTIONS', { startLine: `${REJECTED} Missing To Header Field`, To: null }),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'a phrase with the word, not the name',
      text: response(400, 'OPTIONS', { startLine: `${REJECTED} Failed to parse`, To: null }),
      findings: [{ severity: 'error' }],
    },
    {
      name: 'a Warning that names it',
      text: response(400, 'OPTIONS', {
        startLine: `${REJECTED} Bad Request`,
        To: null,
        Warning: '399 a.b "No To here"',
      }),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'a 500 that names it',
      text: response(500, 'OPTIONS', { startLine: 'SIP/2.0 <|500|> Missing To', To: null }),
      findings: [
        {
          severity: 'error',
          message: '500 response to OPTIONS has no To header field: receivers reject or drop the message',
        },
      ],
    },
    {
      name: 'a response whose request has it',
      text: file(options(), response(400, 'OPTIONS', { startLine: `${REJECTED} Bad Request`, To: null })),
    },
  ],
});

testRule(missingFrom, {
  good: [
    { name: 'compact form', text: options({ From: null, F: '<sip:a@example.com>;tag=1x9k2m' }) },
    { name: 'another field between', text: options({ From: null, f: 'sip:a@example.com' }) },
  ],
  bad: [
    { name: 'an unknown field that sounds like it', text: options({ startLine: OPTIONS, From: null, 'X-From': 'a' }) },
    {
      name: 'a 400 that names it',
      text: response(400, 'OPTIONS', { startLine: `${REJECTED} From is missing`, From: null }),
      findings: [{ severity: 'info' }],
    },
  ],
});

testRule(missingCallId, {
  good: [{ name: 'compact form', text: options({ 'Call-ID': null, i: 'a84b4c76e66710' }) }],
  bad: [
    {
      name: 'the fix takes From tag and host of the sender',
      text: options({ startLine: OPTIONS, From: '<sip:alice@example.com>;tag=1x9k2m', 'Call-ID': null }),
      fixed: options({ From: '<sip:alice@example.com>;tag=1x9k2m', 'Call-ID': '1x9k2m@pc33.example.com' }),
    },
    {
      name: 'no fix without a From tag',
      text: options({ startLine: OPTIONS, From: '<sip:alice@example.com>', 'Call-ID': null }),
      fixed: null,
    },
    {
      name: 'no fix for a re-INVITE',
      text: invite({
        startLine: '<|INVITE|> sip:bob@example.net SIP/2.0',
        To: '<sip:bob@example.net>;tag=8321234356',
        'Call-ID': null,
      }),
      fixed: null,
    },
    {
      name: 'a 400 that names it in another case',
      text: response(400, 'OPTIONS', { startLine: `${REJECTED} missing call-id`, 'Call-ID': null }),
      findings: [{ severity: 'info' }],
    },
  ],
});

testRule(missingCSeq, {
  good: [{ name: 'any case', text: options({ CSEQ: '1 OPTIONS' }) }],
  bad: [
    {
      name: 'the fix begins a call',
      text: request('MESSAGE', { startLine: '<|MESSAGE|> sip:bob@example.net SIP/2.0', CSeq: null }),
      fixed: request('MESSAGE', { CSeq: '1 MESSAGE' }),
    },
    {
      name: 'a response to a request that lacks it says nothing more',
      text: file(
        options({ startLine: OPTIONS, CSeq: null }),
        response(100, 'OPTIONS', { CSeq: null }),
        response(400, 'OPTIONS', { CSeq: null }),
      ),
    },
    {
      name: 'a response without a readable method',
      text: ok('BYE', { startLine: 'SIP/2.0 <|200|> OK', CSeq: null }),
      findings: [{ message: '200 response has no CSeq header field: receivers reject or drop the message' }],
    },
  ],
});

testRule(missingVia, {
  good: [{ name: 'compact form', text: options({ Via: null, v: 'SIP/2.0/UDP a.example.com;branch=z9hG4bK1' }) }],
  bad: [
    { name: 'a request', text: options({ startLine: OPTIONS, Via: null }), findings: [{ severity: 'error' }] },
    {
      name: 'a response to a request that lacks it says nothing more',
      text: file(options({ startLine: OPTIONS, Via: null }), response(400, 'OPTIONS', { Via: null })),
    },
  ],
});

testRule(missingMaxForwards, {
  good: [{ name: 'a response', text: ok('OPTIONS') }],
  bad: [
    {
      name: 'safe fix behind the last Via',
      text: options({
        startLine: OPTIONS,
        Via: ['SIP/2.0/UDP p1.example.com;branch=z9hG4bK2', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1'],
        'Max-Forwards': null,
      }),
      findings: [{ severity: 'error' }],
      safety: 'safe',
      fixed: options({
        Via: ['SIP/2.0/UDP p1.example.com;branch=z9hG4bK2', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1'],
        'Max-Forwards': '70',
      }),
    },
    {
      name: 'a branch without the magic cookie',
      text: options({ startLine: OPTIONS, Via: 'SIP/2.0/UDP a.example.com;branch=1', 'Max-Forwards': null }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'no branch',
      text: options({ startLine: OPTIONS, Via: 'SIP/2.0/UDP a.example.com', 'Max-Forwards': null }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'From without a tag',
      text: options({ startLine: OPTIONS, From: '<sip:alice@example.com>', 'Max-Forwards': null }),
      findings: [{ severity: 'warning' }],
    },
  ],
});
