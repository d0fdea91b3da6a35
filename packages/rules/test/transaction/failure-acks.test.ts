import { testRule } from '@siplint/core/testing';
import { file, invite, ok, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import fields from '../../src/transaction/ack-non-2xx-fields-mismatch.js';
import requires from '../../src/transaction/ack-non-2xx-requires-extension.js';
import route from '../../src/transaction/ack-non-2xx-route-missing.js';
import via from '../../src/transaction/ack-non-2xx-via-mismatch.js';

const busy = response(486, 'INVITE');
const TOP = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite';
const PROXY = 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1';
const refused = (changes: Parameters<typeof failureAck>[0]) => file(invite(), busy, failureAck(changes));

testRule(fields, {
  bad: [
    {
      name: 'Call-ID',
      text: refused({ 'Call-ID': '<|3848276298220188511@PC33.example.com|>' }),
      findings: [{ severity: 'error', data: { field: 'Call-ID', source: 'INVITE', code: 486 } }],
      fixed: refused({}),
    },
    {
      name: 'CSeq number',
      text: refused({ CSeq: '<|314158|> ACK' }),
      findings: [{ severity: 'error', data: { field: 'CSeq number', found: '314158', expected: '314159' } }],
      fixed: refused({}),
    },
    {
      name: 'From tag',
      text: refused({ From: '<sip:alice@example.com>;tag=<|88sja8x123|>' }),
      findings: [{ severity: 'error', data: { field: 'From tag' } }],
      fixed: refused({}),
    },
    {
      name: 'To tag',
      text: refused({ To: '<sip:bob@example.net>;tag=<|99sa0xk|>' }),
      findings: [{ severity: 'error', data: { field: 'To tag', source: '486 response' } }],
      fixed: refused({}),
    },
    {
      name: 'no To tag',
      text: refused({ To: '<|<sip:bob@example.net>|>' }),
      findings: [{ severity: 'error', messageId: 'toTagMissing' }],
      fixed: refused({}),
    },
    {
      name: 'Request-URI',
      text: refused({ startLine: 'ACK <|sip:bob@192.0.2.4|> SIP/2.0' }),
      findings: [{ severity: 'warning', data: { field: 'Request-URI' } }],
      fixed: refused({}),
    },
    {
      name: 'From URI',
      text: refused({ From: '<<|sip:alice@example.org|>>;tag=9fxced76sl' }),
      findings: [{ severity: 'warning', data: { field: 'From' } }],
    },
    {
      name: 'To URI',
      text: refused({ To: '<<|sip:bob@example.org|>>;tag=8321234356' }),
      findings: [{ severity: 'warning', data: { field: 'To', source: '486 response' } }],
    },
    {
      name: 'each field',
      text: refused({ To: '<|<sip:bob@example.net>|>', CSeq: '<|6|> ACK' }),
    },
    {
      name: 'the To of the response that it fits best',
      text: file(
        invite(),
        busy,
        response(404, 'INVITE', { To: '<sip:bob@example.net>;tag=bbbb2222' }),
        failureAck({ To: '<<|sip:bob@example.org|>>;tag=bbbb2222' }),
      ),
      findings: [{ data: { source: '404 response' } }],
    },
  ],
  good: [
    { name: 'leading zeros', text: refused({ CSeq: '0314159 ACK' }) },
    {
      name: 'letter case of tags',
      text: refused({ To: '<sip:bob@example.net>;tag=8321234356', From: 'sip:alice@example.com;tag=9FXCED76SL' }),
    },
    { name: 'display names, and equal URIs', text: refused({ To: 'Bob <sip:%62ob@Example.net>;tag=8321234356' }) },
    { name: 'no response', text: file(invite(), failureAck({ CSeq: '7 ACK' })) },
    { name: 'a response behind it', text: file(invite(), failureAck({ CSeq: '7 ACK' }), busy) },
    {
      name: 'no tag in the response',
      text: file(invite(), response(486, 'INVITE', { To: '<sip:bob@example.net>' }), failureAck()),
    },
    {
      name: 'an ACK to a 2xx of another branch of the call',
      text: file(
        invite(),
        busy,
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother', CSeq: '314160 INVITE' }),
        ok('INVITE', {
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother',
          To: '<sip:bob@example.net>;tag=2xx22222',
          CSeq: '314160 INVITE',
        }),
        failureAck({ To: '<sip:bob@example.net>;tag=2xx22222', CSeq: '314160 ACK' }),
      ),
    },
    {
      name: 'the To of the INVITE where the response has another',
      text: file(invite(), response(486, 'INVITE', { To: '<sip:bob@example.org>;tag=8321234356' }), failureAck()),
    },
  ],
});

testRule(via, {
  bad: [
    {
      name: 'another branch',
      text: refused({ Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bKother|>' }),
      findings: [{ messageId: 'branch', severity: 'error', data: { code: 486 } }],
      fixed: refused({}),
    },
    {
      name: 'a Via more than the INVITE',
      text: refused({ Via: [TOP, '<|SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1|>'] }),
      findings: [{ messageId: 'several', severity: 'error' }],
    },
    {
      name: 'as many Vias as the INVITE',
      text: file(
        invite({ Via: [PROXY, TOP] }),
        response(486, 'INVITE', { Via: [PROXY, TOP] }),
        failureAck({ Via: `${PROXY}, <|${TOP}|>` }),
      ),
      findings: [{ messageId: 'several', severity: 'info' }],
    },
    {
      name: 'another branch behind a proxy',
      text: file(
        invite({ Via: [PROXY, TOP] }),
        response(486, 'INVITE', { Via: [PROXY, TOP] }),
        failureAck({ Via: ['SIP/2.0/UDP proxy.example.com;branch=<|z9hG4bKp2|>', TOP] }),
      ),
      findings: [{ messageId: 'branch', severity: 'info' }],
    },
  ],
  good: [
    {
      name: 'the ACK that a stateless proxy forwards',
      text: file(
        invite(),
        invite({ Via: [PROXY, TOP] }),
        response(486, 'INVITE', { Via: [PROXY, TOP] }),
        busy,
        failureAck(),
        failureAck({ Via: [PROXY, TOP] }),
      ),
    },
    {
      name: 'the ACK of a 2xx',
      text: file(invite(), ok('INVITE'), failureAck({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' })),
    },
    {
      name: 'another To tag',
      text: refused({
        Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother',
        To: '<sip:bob@example.net>;tag=x123456',
      }),
    },
    { name: 'no branch', text: refused({ Via: 'SIP/2.0/UDP pc33.example.com' }) },
    {
      name: 'ack-without-invite-response',
      text: file(invite(), failureAck({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' }), busy),
    },
  ],
});

const ROUTE = { Route: '<sip:p1.example.com;lr>, <sip:p2.example.com;lr>' };
const routed = (changes: Parameters<typeof failureAck>[0]) => file(invite(ROUTE), busy, failureAck(changes));

testRule(route, {
  bad: [
    {
      name: 'missing',
      text: routed({ startLine: '<|ACK|> sip:bob@example.net SIP/2.0' }),
      findings: [{ messageId: 'missing', severity: 'info' }],
      fixed: routed(ROUTE),
    },
    {
      name: 'shorter',
      text: routed({ Route: '<|<sip:p1.example.com;lr>|>' }),
      findings: [{ messageId: 'differs' }],
      fixed: routed(ROUTE),
    },
    { name: 'longer', text: routed({ Route: [ROUTE.Route, '<|<sip:p3.example.com;lr>|>'] }), fixed: routed(ROUTE) },
    {
      name: 'in another order',
      text: routed({ Route: '<|<sip:p2.example.com;lr>|>, <sip:p1.example.com;lr>' }),
      fixed: routed(ROUTE),
    },
  ],
  good: [
    { name: 'several rows for one', text: routed({ Route: ['<sip:p1.example.com;lr>', '<sip:p2.example.com;lr>'] }) },
    { name: 'no Route', text: refused({}) },
    { name: 'a Route that did not parse', text: routed({ Route: '<sip:p1.example.com;lr' }) },
    { name: 'the ACK of a 2xx', text: file(invite(ROUTE), ok('INVITE'), failureAck()) },
  ],
});

testRule(requires, {
  bad: [
    {
      name: 'each option in one finding, its row removed',
      text: refused({ Require: '<|100rel|>, timer', 'Proxy-Require': 'privacy' }),
      findings: [{ severity: 'warning', data: { header: 'Require', option: '100rel', code: 486 } }],
      fixed: refused({}),
      safety: 'safe',
    },
    {
      name: 'sec-agree stays',
      text: refused({ Require: '<|100rel|>, sec-agree, timer' }),
      fixed: refused({ Require: 'sec-agree' }),
    },
    { name: 'without the INVITE', text: file(busy, failureAck({ 'Proxy-Require': '<|privacy|>' })) },
  ],
  good: [
    { name: 'sec-agree in any case', text: refused({ Require: 'Sec-Agree' }) },
    { name: 'no response', text: file(invite(), failureAck({ Require: '100rel' })) },
    { name: 'the ACK of a 2xx', text: file(invite(), ok('INVITE'), failureAck({ Require: '100rel' })) },
  ],
});
