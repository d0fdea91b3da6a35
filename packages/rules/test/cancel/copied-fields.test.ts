import { testRule } from '@siplint/core/testing';
import fields from '../../src/cancel/cancel-fields-mismatch.js';
import route from '../../src/cancel/cancel-route-missing.js';
import via from '../../src/cancel/cancel-via-mismatch.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { proxyCancel } from '../../src/examples/proxy-cancel.js';
import { type Changes, cancel, file, invite, line, ok, response } from '../calls.js';

const ringing = response(180, 'INVITE');
const TOP = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite';
const OTHER = 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bKother|>';
const PLAIN_OTHER = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother';
const IN_DIALOG = { To: '<sip:bob@example.net>;tag=8321234356' };
const cancelled = (changes: Changes) => file(invite(), ringing, cancel(changes));
const proxied = (changes: Changes) => file(forwarded('INVITE'), fromBranch(180, 'INVITE'), proxyCancel(changes));
const between = (source: string, destination: string) =>
  line(`U 2024/05/04 12:30:00.000000 ${source}:5060 -> ${destination}:5060 #1`);

testRule(fields, {
  bad: [
    {
      name: 'Call-ID',
      text: cancelled({ 'Call-ID': '<|3848276298220188511@PC33.example.com|>' }),
      findings: [{ severity: 'error', data: { field: 'Call-ID' } }],
      fixed: cancelled({}),
    },
    {
      name: 'CSeq number',
      text: cancelled({ CSeq: '<|7|> CANCEL' }),
      findings: [{ severity: 'error', data: { field: 'CSeq number', found: '7', expected: '314159' } }],
      fixed: cancelled({}),
    },
    {
      name: 'From tag',
      text: cancelled({ From: '<sip:alice@example.com>;tag=<|88sja8x123|>' }),
      findings: [{ severity: 'error', data: { field: 'From tag' } }],
      fixed: cancelled({}),
    },
    {
      name: 'a To tag of a response',
      text: cancelled({ To: '<sip:bob@example.net>;tag=<|8321234356|>' }),
      findings: [{ severity: 'error', messageId: 'toTagAdded' }],
      fixed: cancelled({}),
    },
    {
      name: 'no To tag in a dialog',
      text: file(invite(IN_DIALOG), ringing, cancel({ To: '<|<sip:bob@example.net>|>' })),
      findings: [{ severity: 'error', messageId: 'toTagMissing' }],
      fixed: file(invite(IN_DIALOG), ringing, cancel(IN_DIALOG)),
    },
    {
      name: 'another To tag in a dialog',
      text: file(invite(IN_DIALOG), ringing, cancel({ To: '<sip:bob@example.net>;tag=<|99sa0xk|>' })),
      findings: [{ severity: 'error', data: { field: 'To tag', expected: '8321234356' } }],
    },
    {
      name: 'Request-URI',
      text: cancelled({ startLine: 'CANCEL <|sip:bob@192.0.2.4|> SIP/2.0' }),
      findings: [{ severity: 'warning', data: { field: 'Request-URI' } }],
      fixed: cancelled({}),
    },
    {
      name: 'From URI',
      text: cancelled({ From: '<<|sip:alice@example.org|>>;tag=9fxced76sl' }),
      findings: [{ severity: 'warning', data: { field: 'From' } }],
    },
    {
      name: 'To URI',
      text: cancelled({ To: '<<|sip:bob@example.org|>>' }),
      findings: [{ severity: 'warning', data: { field: 'To' } }],
    },
    { name: 'the CANCEL of a proxy', text: proxied({ CSeq: '<|314158|> CANCEL' }) },
    {
      name: 'the first CANCEL of two',
      text: file(invite(), ringing, cancel({ CSeq: '<|7|> CANCEL' }), cancel({ CSeq: '7 CANCEL' })),
    },
    {
      name: 'the first hop alone',
      text: file(
        invite(),
        forwarded('INVITE'),
        ringing,
        cancel({ CSeq: '<|7|> CANCEL' }),
        proxyCancel({ CSeq: '7 CANCEL' }),
      ),
    },
    {
      name: 'the Request-URI of each hop',
      text: file(
        invite(),
        forwarded('INVITE', { startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0' }),
        ringing,
        cancel(),
        proxyCancel({ startLine: 'CANCEL <|sip:bob@example.net|> SIP/2.0' }),
      ),
      findings: [{ data: { expected: 'sip:bob@192.0.2.4' } }],
    },
  ],
  good: [
    { name: 'leading zeros', text: cancelled({ CSeq: '0314159 CANCEL' }) },
    { name: 'letter case of tags', text: cancelled({ From: 'sip:alice@example.com;tag=9FXCED76SL' }) },
    { name: 'display names, and equal URIs', text: cancelled({ To: 'Bob <sip:%62ob@Example.net>' }) },
    { name: 'no request', text: file(ringing, cancel({ CSeq: '7 CANCEL' })) },
    { name: 'a request behind it', text: file(cancel({ CSeq: '7 CANCEL' }), invite()) },
    { name: 'a From without a tag', text: cancelled({ From: '<sip:alice@example.com>' }) },
    {
      name: 'what a proxy without state forwards',
      text: file(
        invite(),
        forwarded('INVITE'),
        cancel(),
        forwarded('CANCEL', { From: 'sip:a@example.org;tag=9fxced76sl' }),
      ),
    },
    {
      name: 'other addresses',
      text: file(
        between('192.0.2.1', '192.0.2.10'),
        invite(),
        between('203.0.113.5', '192.0.2.10'),
        cancel({ startLine: 'CANCEL sip:bob@192.0.2.4 SIP/2.0' }),
      ),
    },
  ],
});

const ROUTE = { Route: '<sip:p1.example.com;lr>, <sip:p2.example.com;lr>' };
const routed = (changes: Changes) => file(invite(ROUTE), ringing, cancel(changes));

testRule(route, {
  bad: [
    {
      name: 'missing',
      text: routed({ startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0' }),
      findings: [{ messageId: 'missing', severity: 'error', data: { method: 'INVITE' } }],
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
    { name: 'no Route', text: cancelled({}) },
    { name: 'a Route of the CANCEL alone', text: cancelled(ROUTE) },
    { name: 'a Route that did not parse', text: routed({ Route: '<sip:p1.example.com;lr' }) },
    { name: 'another hop', text: file(invite(ROUTE), forwarded('INVITE'), fromBranch(180, 'INVITE'), proxyCancel()) },
  ],
});

testRule(via, {
  bad: [
    {
      name: 'another branch',
      text: cancelled({ Via: OTHER }),
      findings: [{ messageId: 'branch', severity: 'error' }],
      fixed: cancelled({}),
    },
    {
      name: 'more Vias than the INVITE',
      text: cancelled({ Via: [TOP, '<|SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1|>'] }),
      findings: [{ messageId: 'several', severity: 'error' }],
    },
    {
      name: 'as many Vias as the INVITE',
      text: file(forwarded('INVITE'), fromBranch(180, 'INVITE'), cancel({ Via: [branchVia(), `<|${TOP}|>`] })),
      findings: [{ messageId: 'several', severity: 'info' }],
    },
    {
      name: 'several Vias without the INVITE',
      text: cancel({ Via: `${branchVia()}, <|${TOP}|>` }),
      findings: [{ messageId: 'several', severity: 'info' }],
    },
  ],
  good: [
    { name: 'a proxy without state', text: file(invite(), forwarded('INVITE'), cancel(), forwarded('CANCEL')) },
    { name: 'another sent-by', text: cancelled({ Via: 'SIP/2.0/UDP pc34.example.com;branch=z9hG4bKother' }) },
    { name: 'another number', text: cancelled({ Via: PLAIN_OTHER, CSeq: '7 CANCEL' }) },
    { name: 'behind a final response', text: file(invite(), response(302, 'INVITE'), cancel({ Via: PLAIN_OTHER })) },
    {
      name: 'another branch of a proxy',
      text: file(forwarded('INVITE'), fromBranch(180, 'INVITE'), proxyCancel({}, 'b')),
    },
    { name: 'two INVITEs', text: file(invite(), invite({ Via: `${TOP}2` }), ringing, cancel({ Via: PLAIN_OTHER })) },
    {
      name: 'another CANCEL that fits',
      text: file(invite(), ringing, cancel(), ok('CANCEL'), cancel({ Via: PLAIN_OTHER })),
    },
    { name: 'no branch', text: cancelled({ Via: 'SIP/2.0/UDP pc33.example.com' }) },
  ],
});

function branchVia(): string {
  return 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK776asdhds-invite-a';
}
