import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { forwarded } from '../../src/examples/forwarded.js';
import afterProvisional from '../../src/timers/invite-retransmitted-after-provisional.js';
import interval from '../../src/timers/retransmission-interval-not-doubling.js';
import reliable from '../../src/timers/retransmission-on-reliable-transport.js';
import { ack, at, type Changes, failureAck, file, invite, line, ok, options, response } from '../calls.js';

const over = (transport: string): Changes => ({
  Via: `SIP/2.0/${transport} pc33.example.com;branch=z9hG4bK776asdhds-invite`,
});
const TCP = over('TCP');
const markedInvite = (changes: Changes = {}) =>
  invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', ...changes });
const marked = (code: number, changes: Changes = {}) =>
  response(code, 'INVITE', { startLine: `SIP/2.0 <|${code}|> Reason`, ...changes });
const busy = (changes: Changes = TCP) => response(486, 'INVITE', { startLine: 'SIP/2.0 486 Reason', ...changes });
/** A message at each of these seconds; the marked one in the place of one of them. */
const series = (message: Example, seconds: readonly number[], places: ReadonlyMap<number, Example> = new Map()) =>
  file(...seconds.map((time, i) => at(time, places.get(i) ?? message)));
const TOP_OF_UDP = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite';
const PROXY = 'SIP/2.0/TCP proxy.example.com;branch=z9hG4bKp1';

testRule(reliable, {
  bad: [
    ...['TCP', 'TLS', 'SCTP', 'WS', 'WSS'].map((transport) => ({
      name: transport,
      text: file(at(1.5, invite(over(transport))), at(2, markedInvite(over(transport)))),
      findings: [{ severity: 'info' as const, data: { transport, what: 'INVITE request' } }],
    })),
    { name: 'without times', text: file(invite(TCP), markedInvite(TCP)), findings: [{ severity: 'hint' }] },
    { name: 'the transport of the trace', text: file(line('# siplint-set transport=tcp'), invite(), markedInvite()) },
    {
      name: 'a failure',
      text: file(invite(TCP), at(1.5, busy()), at(2, marked(486, TCP))),
      findings: [{ severity: 'info', data: { what: 'Response 486 to INVITE' } }],
    },
    { name: 'the request alone of both', text: file(invite(TCP), busy(), markedInvite(TCP), busy()) },
    {
      name: 'behind a proxy that sent the first alone',
      text: file(
        invite(),
        forwarded('INVITE', { Via: [PROXY, TOP_OF_UDP] }),
        forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', Via: [PROXY, TOP_OF_UDP] }),
      ),
    },
  ],
  good: [
    { name: 'UDP', text: file(invite(), invite()) },
    { name: 'up to 400 ms', text: file(at(1.5, invite(TCP)), at(1.9, invite(TCP))) },
    { name: 'whole seconds', text: file(at(1, invite(TCP)), at(2, invite(TCP))) },
    { name: 'a 2xx and its ACK', text: file(invite(TCP), ok('INVITE', TCP), ack(TCP), ok('INVITE', TCP), ack(TCP)) },
    {
      name: 'a provisional response',
      text: file(invite(TCP), response(180, 'INVITE', TCP), response(180, 'INVITE', TCP)),
    },
    { name: 'the ACK to a failure', text: file(invite(TCP), busy(), failureAck(TCP), failureAck(TCP)) },
    {
      name: 'what a proxy without state passes on',
      text: file(
        invite(),
        forwarded('INVITE', { Via: [PROXY, TOP_OF_UDP] }),
        invite(),
        forwarded('INVITE', { Via: [PROXY, TOP_OF_UDP] }),
      ),
    },
    {
      name: 'what a proxy may pass on',
      text: file(forwarded('INVITE', { Via: [PROXY, TOP_OF_UDP] }), forwarded('INVITE', { Via: [PROXY, TOP_OF_UDP] })),
    },
  ],
});

const trying = response(100, 'INVITE');
const moving = (direction: 'in' | 'out', message: Example) =>
  file(line(`# siplint-set direction=${direction}`), message);

testRule(afterProvisional, {
  bad: [
    {
      name: 'more than 500 ms behind',
      text: file(invite(), at(0.1, trying), at(1.5, markedInvite())),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'any provisional response',
      text: file(invite(), response(183, 'INVITE'), markedInvite()),
      findings: [{ data: { code: 183 } }],
    },
    { name: 'at the client', text: file(moving('out', invite()), moving('in', trying), moving('out', markedInvite())) },
    { name: 'the first copy behind it', text: file(invite(), invite(), trying, markedInvite(), invite()) },
    {
      name: 'the copy that comes late enough',
      text: file(invite(), at(0.1, trying), at(0.5, invite()), at(1.5, markedInvite())),
    },
  ],
  good: [
    { name: 'up to 500 ms', text: file(invite(), at(0.1, trying), at(0.55, invite())) },
    { name: 'whole seconds', text: file(invite(), at(1, trying), at(2, invite())) },
    { name: 'before it', text: file(invite(), invite(), trying) },
    { name: 'at the server', text: file(moving('in', invite()), moving('out', trying), moving('in', invite())) },
    { name: 'a final response', text: file(invite(), response(486, 'INVITE'), invite()) },
    { name: 'TCP', text: file(invite(TCP), response(100, 'INVITE', TCP), invite(TCP)) },
    {
      name: 'a new INVITE',
      text: file(
        invite(),
        trying,
        invite({ CSeq: '314160 INVITE', Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2' }),
      ),
    },
    {
      name: 'what a proxy without state passes on',
      text: file(
        invite(),
        forwarded('INVITE'),
        response(100, 'INVITE', { Via: forwardedVias() }),
        invite(),
        forwarded('INVITE'),
      ),
    },
  ],
});

const second = new Map<number, Example>([[2, markedInvite()]]);

testRule(interval, {
  bad: [
    {
      name: 'a constant interval',
      text: series(invite(), [0.5, 1, 1.5, 2, 2.5], second),
      findings: [{ severity: 'info', messageId: 'interval', data: { found: 0.5, expected: 1, limit: '' } }],
    },
    {
      name: 'a constant interval of other requests',
      text: series(
        options(),
        [0.5, 1.5, 2.5, 3.5],
        new Map([[2, options({ startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0' })]]),
      ),
      findings: [{ data: { what: 'OPTIONS request', limit: ' up to 4 s' } }],
    },
    {
      name: 'an INVITE up to 4 s',
      text: series(invite(), [0.5, 1, 2, 4, 8, 12, 16.1], new Map([[5, markedInvite()]])),
      findings: [{ data: { found: 4, expected: 8 } }],
    },
    {
      name: 'a failure',
      text: file(invite(), series(busy({}), [1.5, 2, 2.5, 3], new Map([[2, marked(486)]]))),
      findings: [{ data: { what: 'Response 486 to INVITE' } }],
    },
    {
      name: 'a 2xx over any transport',
      text: file(invite(TCP), series(ok('INVITE', TCP), [1.5, 2, 2.5, 3], new Map([[2, marked(200, TCP)]]))),
    },
    {
      name: 'a first interval under 500 ms',
      text: series(invite(), [0.5, 0.6, 0.8, 1.2], new Map([[1, markedInvite()]])),
      findings: [{ severity: 'hint', messageId: 'short', data: { found: 0.1 } }],
    },
  ],
  good: [
    { name: 'doubling', text: series(invite(), [0.5, 1, 2, 4, 8, 16, 32]) },
    { name: 'another T1', text: series(invite(), [0.5, 1.5, 3.5, 7.5]) },
    { name: 'a quarter off', text: series(invite(), [0.5, 1, 1.8, 3.4]) },
    { name: 'up to 4 s', text: series(options(), [0.5, 1, 2, 4, 8, 12, 16]) },
    { name: 'copies that are missing', text: series(invite(), [0.5, 1, 4, 8]) },
    { name: 'the first copies missing', text: series(options(), [0.5, 2, 4, 8, 12]) },
    { name: 'a packet captured twice', text: series(invite(), [0.5, 0.501, 1, 1.001, 2, 2.001, 4]) },
    { name: 'two gaps', text: series(invite(), [0.5, 1, 1.5]) },
    { name: 'whole seconds', text: series(invite(), [1, 2, 3, 4, 5]) },
    { name: 'no times', text: file(invite(), invite(), invite(), invite()) },
    { name: 'times that go back', text: series(invite(), [0.5, 1, 1.5, 1.2, 2]) },
    { name: 'TCP', text: series(invite(TCP), [0.5, 1, 1.5, 2]) },
    {
      name: 'behind a response',
      text: file(series(options(), [0.5, 1]), at(1.1, response(100, 'OPTIONS')), series(options(), [5.1, 9.1, 13.1])),
    },
    {
      name: 'responses to copies',
      text: file(invite(), at(1.5, busy({})), at(1.9, invite()), series(busy({}), [2, 2.5, 3])),
    },
    {
      name: 'behind the ACK',
      text: file(invite(), series(busy({}), [1.5, 2]), at(2.1, failureAck()), series(busy({}), [2.5, 3])),
    },
    { name: 'a late replay', text: series(options(), [0.5, 1, 2, 1000000.5]) },
  ],
});

function forwardedVias(): string[] {
  return [
    'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK776asdhds-invite-a',
    'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1',
  ];
}
