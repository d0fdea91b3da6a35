import { testRule } from '@siplint/core/testing';
import {
  ack,
  altered,
  bye,
  cancel,
  file,
  invite,
  ok,
  options,
  register,
  response,
} from '../../src/examples/messages.js';
import { OFFER } from '../../src/examples/requests.js';
import merged from '../../src/transaction/merged-request-not-rejected.js';
import callId from '../../src/transaction/response-call-id-mismatch.js';
import withoutRequest from '../../src/transaction/response-without-request.js';
import retransmission from '../../src/transaction/retransmission-not-identical.js';
import scheme from '../../src/transaction/unsupported-request-uri-scheme-status.js';

const TOP = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1';
const behindProxy = { Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1;received=192.0.2.9', TOP] };
const OTHER = '<|other@pc33.example.com|>';

testRule(callId, {
  bad: [
    {
      name: 'another',
      text: file(bye(), ok('BYE', { 'Call-ID': OTHER })),
      findings: [{ severity: 'error', messageId: 'differs', data: { method: 'BYE' } }],
    },
    {
      name: 'another case',
      text: file(bye(), ok('BYE', { 'Call-ID': '<|3848276298220188511@PC33.example.com|>' })),
      findings: [{ messageId: 'differsInCase' }],
    },
    {
      name: 'once',
      text: file(
        invite(),
        response(180, 'INVITE', { 'Call-ID': OTHER }),
        ok('INVITE', { 'Call-ID': 'other@pc33.example.com' }),
      ),
    },
    {
      name: 'on the hop where it began',
      text: file(
        invite(),
        invite(behindProxy),
        response(486, 'INVITE', { ...behindProxy, 'Call-ID': OTHER }),
        response(486, 'INVITE', { 'Call-ID': 'other@pc33.example.com' }),
      ),
    },
  ],
  good: [
    { name: 'no request', text: ok('BYE', { 'Call-ID': 'other@pc33.example.com' }) },
    {
      name: 'another call with the same branch',
      text: file(bye(), ok('BYE', { 'Call-ID': 'other@pc33.example.com', CSeq: '7 BYE' })),
    },
    {
      name: 'twice',
      text: file(bye(), ok('BYE', { 'Call-ID': ['other@pc33.example.com', '3848276298220188511@pc33.example.com'] })),
    },
  ],
});

const ELSEWHERE = { Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bKother|>', CSeq: '7 BYE' };

testRule(withoutRequest, {
  bad: [
    {
      name: 'another branch',
      text: file(invite(), ok('BYE', ELSEWHERE)),
      findings: [{ severity: 'info', data: { branch: 'z9hG4bKother', method: 'BYE', code: 200 } }],
    },
    {
      name: 'once a transaction',
      text: file(
        invite(),
        response(401, 'BYE', ELSEWHERE),
        ok('BYE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother', CSeq: '7 BYE' }),
      ),
    },
    {
      name: 'a CANCEL that is not there',
      text: file(invite(), ok('CANCEL', { Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bK776asdhds-invite|>' })),
    },
  ],
  good: [
    { name: 'no request before it', text: file(ok('BYE'), invite()) },
    { name: 'only responses', text: file(ok('BYE'), response(200, 'INVITE')) },
    { name: 'another call', text: file(options(), ok('BYE')) },
    {
      name: 'response-via-mismatch',
      text: file(bye(), ok('BYE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' })),
    },
    { name: 'response-cseq-mismatch', text: file(bye(), ok('BYE', { CSeq: '314160 INFO' })) },
    { name: 'no branch', text: file(invite(), ok('BYE', { Via: 'SIP/2.0/UDP pc33.example.com', CSeq: '7 BYE' })) },
  ],
});

testRule(retransmission, {
  bad: [
    {
      name: 'a value',
      text: file(invite(), invite({ Supported: '<|timer|>' })),
      findings: [{ severity: 'warning', data: { what: 'Supported' } }],
    },
    { name: 'a field more', text: file(invite(), invite({ Subject: '<|Lunch|>' })) },
    {
      name: 'a field less',
      text: file(invite({ Subject: 'Lunch' }), invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' })),
      findings: [{ messageId: 'lacks', data: { what: 'Subject' } }],
    },
    {
      name: 'a line of the body',
      text: file(invite(), invite({ body: OFFER.replace('t=0 0', '<|t=0 1|>') })),
      findings: [{ data: { what: 'Body' } }],
    },
    {
      name: 'several things of a request that is answered',
      text: file(invite(), invite({ Supported: '<|timer|>', Subject: 'Lunch' }), response(100, 'INVITE')),
    },
    { name: 'of CANCEL', text: file(cancel(), cancel({ Reason: '<|SIP;cause=200|>' })) },
    {
      name: 'a row less of several',
      text: file(
        invite({ Route: ['<sip:a.example.com;lr>', '<sip:b.example.com;lr>'] }),
        invite({ Route: '<|<sip:a.example.com;lr>|>' }),
      ),
    },
    {
      name: 'once',
      text: file(invite(), invite(), invite({ 'Max-Forwards': '<|69|>' }), invite({ 'Max-Forwards': '68' })),
    },
    {
      name: 'behind a proxy that got one only',
      text: file(invite(), invite(behindProxy), invite({ ...behindProxy, 'Max-Forwards': '<|68|>' })),
    },
  ],
  good: [
    { name: 'the same', text: file(invite(), invite(), invite()) },
    {
      name: 'spellings',
      text: file(
        invite(),
        altered(invite(), (text) => text.replace('Call-ID:', 'i :  ').replace('INVITE, ACK', 'INVITE,\r\n ACK')),
      ),
    },
    {
      name: 'several rows for one',
      text: file(
        invite({ Route: '<sip:a.example.com;lr>,<sip:b.example.com;lr>' }),
        invite({ Route: ['<sip:a.example.com;lr>', '<sip:b.example.com;lr>'] }),
      ),
    },
    {
      name: 'another order of fields',
      text: file(invite(), invite({ Supported: null, rows: ['Supported: replaces'] })),
    },
    { name: 'parameters of Via', text: file(invite(), invite({ Via: `${TOP};rport=5060;x=1` })) },
    { name: 'Timestamp', text: file(invite({ Timestamp: '54' }), invite({ Timestamp: '55' })) },
    {
      name: 'samples that differ in several things',
      text: file(invite(), invite({ Subject: 'Lunch', Supported: 'timer' })),
    },
    { name: 'new credentials', text: file(register(), register({ Authorization: 'Digest username="alice"' })) },
    { name: 'another number', text: file(options(), options({ CSeq: '9 OPTIONS' })) },
    { name: 'ACK', text: file(ack(), ack({ 'Max-Forwards': '69' })) },
    {
      name: 'a body that was cut',
      text: file(
        invite(),
        altered(invite(), (text) => text.slice(0, -30)),
      ),
    },
    { name: 'a placeholder', text: file(invite({ Subject: 'a' }), invite({ Subject: '{{subject}}' })) },
    {
      name: 'without the magic cookie',
      text: file(
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1', startLine: 'INVITE sip:bob@desk.example.net SIP/2.0' }),
      ),
    },
    {
      name: 'other addresses',
      text: file(
        'U 2024/01/01 10:00:00.000000 10.0.0.1:5060 -> 10.0.0.2:5060\r\n',
        options(),
        '\r\nU 2024/01/01 10:00:00.000100 10.0.0.2:5060 -> 10.0.0.3:5060\r\n',
        options({ 'Max-Forwards': '69' }),
      ),
    },
  ],
});

describe('retransmission-not-identical on two hops', () => {
  testRule(retransmission, {
    bad: [
      {
        name: 'is reported on the first',
        text: file(
          invite(),
          invite(behindProxy),
          invite({ 'Max-Forwards': '<|60|>' }),
          invite({ ...behindProxy, 'Max-Forwards': '59' }),
        ),
      },
    ],
  });
});

const first = { Via: ['SIP/2.0/UDP 192.0.2.11;branch=z9hG4bKp1', TOP] };
const second = { Via: ['SIP/2.0/UDP 192.0.2.12;branch=z9hG4bKp2', TOP] };
const accepted = { startLine: 'SIP/2.0 <|200|> OK', To: '<sip:bob@example.net>;tag=b1c2d3e4' };

testRule(merged, {
  bad: [
    {
      name: 'accepted twice',
      text: file(invite(first), ok('INVITE', first), invite(second), ok('INVITE', { ...second, ...accepted })),
      findings: [{ severity: 'info', data: { code: 200 } }],
    },
    {
      name: 'by one sender',
      text: file(
        invite(),
        ok('INVITE'),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2' }),
        ok('INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2', ...accepted }),
      ),
    },
  ],
  good: [
    {
      name: 'one of them refused',
      text: file(invite(first), invite(second), ok('INVITE', first), response(482, 'INVITE', second)),
    },
    { name: 'the same tag', text: file(invite(first), ok('INVITE', first), invite(second), ok('INVITE', second)) },
    {
      name: 'another Contact',
      text: file(
        invite(first),
        ok('INVITE', first),
        invite(second),
        ok('INVITE', { ...second, To: '<sip:bob@example.net>;tag=b1c2d3e4', Contact: '<sip:bob@desk.example.net>' }),
      ),
    },
    {
      name: 'for another Request-URI',
      text: file(
        invite(first),
        ok('INVITE', first),
        invite({ ...second, startLine: 'INVITE sip:carol@example.net SIP/2.0' }),
        ok('INVITE', { ...second, To: '<sip:bob@example.net>;tag=b1c2d3e4' }),
      ),
    },
    {
      name: 'another hop',
      text: file(
        invite(),
        invite(behindProxy),
        ok('INVITE', behindProxy),
        ok('INVITE', { To: '<sip:bob@example.net>;tag=b1c2d3e4' }),
      ),
    },
    {
      name: 'another number',
      text: file(
        invite(first),
        ok('INVITE', first),
        invite({ ...second, CSeq: '314160 INVITE' }),
        ok('INVITE', { ...second, CSeq: '314160 INVITE', To: '<sip:bob@example.net>;tag=b1c2d3e4' }),
      ),
    },
    { name: 'within a dialog', text: file(bye(first), ok('BYE', first), bye(second), ok('BYE', second)) },
  ],
});

const asked = (uri: string) => options({ startLine: `OPTIONS ${uri} SIP/2.0` });
const answer = (code: number) => response(code, 'OPTIONS', { startLine: `SIP/2.0 <|${code}|> x` });

testRule(scheme, {
  bad: [
    ...[400, 404].map((code) => ({
      name: `${code} to an unknown scheme`,
      text: file(asked('mailto:bob@example.com'), answer(code)),
      findings: [{ messageId: 'notForScheme', severity: 'hint' as const, data: { code, scheme: 'mailto' } }],
    })),
    { name: '416 to sip', text: file(asked('SIP:bob@example.net'), answer(416)), findings: [{ messageId: 'forSip' }] },
  ],
  good: [
    { name: '416 to an unknown scheme', text: file(asked('mailto:bob@example.com'), response(416, 'OPTIONS')) },
    { name: 'another refusal of it', text: file(asked('mailto:bob@example.com'), response(403, 'OPTIONS')) },
    {
      name: '416 to sips, which a server may not support',
      text: file(asked('sips:bob@example.net'), response(416, 'OPTIONS')),
    },
    ...[
      'sip:bob@example.net',
      'sips:bob@example.net',
      'tel:+15551234567',
      'urn:service:sos',
      'im:bob@example.net',
      'pres:bob@example.net',
    ].map((uri) => ({
      name: `404 to ${uri}`,
      text: file(asked(uri), response(404, 'OPTIONS')),
    })),
    { name: 'no request', text: response(416, 'OPTIONS') },
    {
      name: 'a refusal from behind',
      text: file(
        invite(),
        invite({ ...behindProxy, startLine: 'INVITE mailto:bob@example.net SIP/2.0' }),
        response(416, 'INVITE', behindProxy),
        response(416, 'INVITE'),
      ),
    },
  ],
});
