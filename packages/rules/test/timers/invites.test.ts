import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import expires from '../../src/timers/invite-pending-beyond-expires.js';
import timely from '../../src/timers/invite-without-timely-provisional.js';
import refreshed from '../../src/timers/provisional-not-refreshed.js';
import early from '../../src/timers/reinvite-retried-too-early-after-491.js';
import timestamp from '../../src/timers/timestamp-not-copied-to-100.js';
import {
  ack,
  at,
  byAlice,
  byBob,
  type Changes,
  call,
  cancel,
  file,
  invite,
  line,
  ok,
  options,
  response,
  toAlice,
  toBob,
} from '../calls.js';

const marked = (changes: Changes = {}) => invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0', ...changes });
const trying = response(100, 'INVITE');
const ringing = response(180, 'INVITE');
const TCP: Changes = { Via: 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds-invite' };
const moving = (seconds: number, direction: 'in' | 'out', message: Example) =>
  file(line(`# siplint-set time=${seconds} direction=${direction}`), message);

testRule(timely, {
  bad: [
    {
      name: 'a late response',
      text: file(at(0.5, marked()), at(3.5, ringing)),
      findings: [{ severity: 'info', data: { code: 180, seconds: 3 } }],
    },
    {
      name: 'a late final response',
      text: file(at(0.5, marked()), at(3.5, response(486, 'INVITE'))),
      findings: [{ data: { code: 486 } }],
    },
    { name: 'over TCP', text: file(at(0.5, marked(TCP)), at(3.5, response(180, 'INVITE', TCP))) },
    {
      name: 'from the last copy on',
      text: file(at(0.5, invite()), at(1, marked()), at(3.5, ringing)),
      findings: [{ data: { seconds: 2.5 } }],
    },
    {
      name: 'at the server',
      text: file(moving(0.5, 'in', marked()), moving(0.8, 'out', ringing)),
      findings: [{ data: { seconds: 0.3 } }],
    },
    { name: 'less transit', options: { transit: 0 }, text: file(at(0.5, marked()), at(0.8, ringing)) },
    {
      name: 'the hop behind, where the proxy only passes on',
      text: file(
        at(0.5, invite()),
        at(0.51, forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' })),
        at(3.5, fromBranch(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356' })),
        at(3.51, ringing),
      ),
    },
    {
      name: 'the hop of a proxy that does not answer itself',
      text: file(
        at(0.5, marked()),
        at(0.51, forwarded('INVITE')),
        at(0.55, response(100, 'INVITE', { Via: forwardedVias() })),
        at(3.5, fromBranch(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356' })),
        at(3.51, ringing),
      ),
    },
  ],
  good: [
    { name: 'a 100', text: file(at(0.5, invite()), at(0.6, trying), at(3.5, ringing)) },
    { name: 'within the transit', text: file(at(0.5, invite()), at(1.4, ringing)) },
    { name: 'right behind a copy', text: file(at(0.5, invite()), at(1, invite()), at(2, invite()), at(2.1, ringing)) },
    { name: 'whole seconds', text: file(at(1, invite()), at(3, ringing)) },
    { name: 'no times', text: file(invite(), ringing) },
    { name: 'no response', text: at(0.5, invite()) },
    { name: 'no INVITE', text: file(at(0.5, options()), at(5.5, ok('OPTIONS'))) },
  ],
});

testRule(refreshed, {
  bad: [
    {
      name: 'more than three minutes',
      text: file(at(0.5, ringing), at(190.5, ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' }))),
      findings: [{ severity: 'info', data: { code: 200, before: 180, seconds: 190 } }],
    },
    {
      name: 'behind a 100',
      text: file(at(0.5, trying), at(190.5, response(180, 'INVITE', { startLine: 'SIP/2.0 <|180|> Ringing' }))),
    },
    {
      name: 'once an INVITE',
      text: file(
        at(0.5, ringing),
        at(200.5, response(180, 'INVITE', { startLine: 'SIP/2.0 <|180|> Ringing' })),
        at(400.5, ok('INVITE')),
      ),
    },
    {
      name: 'a minute, where that is asked for',
      options: { longest: 60 },
      text: file(at(0.5, ringing), at(70.5, ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' }))),
    },
    {
      name: 'more than two and a half minutes between reliable responses',
      options: { longest: 60 },
      text: file(
        at(0.5, response(180, 'INVITE', { Require: '100rel', RSeq: '1' })),
        at(160.5, ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' })),
      ),
    },
  ],
  good: [
    { name: 'up to three minutes', text: file(at(0.5, ringing), at(180.5, ok('INVITE'))) },
    { name: 'with retransmissions between', text: file(at(0.5, ringing), at(100.5, ringing), at(200.5, ok('INVITE'))) },
    {
      name: 'reliable responses',
      options: { longest: 60 },
      text: file(at(0.5, response(180, 'INVITE', { Require: '100rel', RSeq: '1' })), at(150.5, ok('INVITE'))),
    },
    { name: 'a minute and five seconds', options: { longest: 60 }, text: file(at(0.5, ringing), at(65, ok('INVITE'))) },
    { name: 'behind the final response', text: file(at(0.5, ok('INVITE')), at(300.5, ok('INVITE'))) },
    { name: 'no times', text: file(ringing, ok('INVITE')) },
  ],
});

const again = (changes: Changes = {}) =>
  byAlice('INVITE', 314161, { startLine: '<|INVITE|> sip:bob@client.example.net SIP/2.0', ...changes });
const refusedAt = (seconds: number) => file(byAlice('INVITE', 314160), at(seconds, toAlice(491, 'INVITE', 314160)));

testRule(early, {
  bad: [
    {
      name: 'at once',
      text: call(refusedAt(5.25), at(5.3, again())),
      findings: [{ severity: 'info', data: { seconds: 0.05 } }],
    },
    { name: 'almost late enough', text: call(refusedAt(5.25), at(7.2, again())) },
    { name: 'whole seconds', text: call(refusedAt(5), at(5, again())) },
  ],
  good: [
    { name: 'with the tolerance', text: call(refusedAt(5.25), at(7.26, byAlice('INVITE', 314161))) },
    { name: 'whole seconds', text: call(refusedAt(5), at(7, byAlice('INVITE', 314161))) },
    { name: 'another offer', text: call(refusedAt(5.25), at(5.3, byAlice('INVITE', 314161, { body: null }))) },
    {
      name: 'the other side',
      text: call(byBob('INVITE', 7), at(5.25, toBob(491, 'INVITE', 7)), at(5.3, byBob('INVITE', 8))),
    },
    {
      name: 'another failure',
      text: call(
        byAlice('INVITE', 314160),
        at(5.25, toAlice(488, 'INVITE', 314160)),
        at(5.3, byAlice('INVITE', 314161)),
      ),
    },
    { name: 'another request', text: call(refusedAt(5.25), at(5.3, byAlice('INFO', 314161))) },
    {
      name: 'a call whose INVITE was not seen',
      text: file(ok('INVITE'), ack(), refusedAt(5.25), at(5.3, byAlice('INVITE', 314161))),
    },
    {
      name: 'no times',
      text: call(byAlice('INVITE', 314160), toAlice(491, 'INVITE', 314160), byAlice('INVITE', 314161)),
    },
  ],
});

const thirty = at(0.5, invite({ Expires: '30' }));
const markedThirty = at(0.5, invite({ Expires: '<|30|>' }));

testRule(expires, {
  bad: [
    {
      name: 'a final response',
      text: file(markedThirty, at(1.5, ringing), at(50, ok('INVITE'))),
      findings: [{ severity: 'info', data: { expires: 30, seconds: 49.5 } }],
    },
    {
      name: 'a late CANCEL',
      text: file(markedThirty, at(1.5, ringing), at(45, cancel()), at(50, response(487, 'INVITE'))),
      findings: [{ data: { seconds: 44.5 } }],
    },
    { name: 'a provisional response', text: file(markedThirty, at(1.5, ringing), at(60.5, response(183, 'INVITE'))) },
    {
      name: 'the first hop alone',
      text: file(
        markedThirty,
        at(0.6, forwarded('INVITE', { Expires: '30' })),
        at(50, fromBranch(200, 'INVITE')),
        at(51, ok('INVITE')),
      ),
    },
  ],
  good: [
    { name: 'a final response in time', text: file(thirty, at(1.5, ringing), at(31.5, response(487, 'INVITE'))) },
    { name: 'a few seconds late', text: file(thirty, at(35, response(487, 'INVITE'))) },
    {
      name: 'a CANCEL in time',
      text: file(thirty, at(1.5, ringing), at(31, cancel()), at(50, response(487, 'INVITE'))),
    },
    {
      name: 'a retransmission of the final response',
      text: file(thirty, at(1.5, ok('INVITE')), at(50, ok('INVITE', { body: null }))),
    },
    { name: 'nothing behind', text: file(thirty, at(1.5, ringing)) },
    { name: 'no Expires', text: file(at(0.5, invite()), at(500, ok('INVITE'))) },
    { name: 'no times', text: file(invite({ Expires: '1' }), ringing, ok('INVITE')) },
    { name: 'an Expires that cannot be read', text: file(at(0.5, invite({ Expires: 'soon' })), at(500, ok('INVITE'))) },
  ],
});

const stamped = invite({ Timestamp: '54' });
const markedTrying = response(100, 'INVITE', { startLine: 'SIP/2.0 <|100|> Trying' });

testRule(timestamp, {
  bad: [
    {
      name: 'missing',
      text: file(stamped, markedTrying),
      findings: [{ messageId: 'missing', severity: 'warning', data: { expected: '54' } }],
      fixed: file(stamped, response(100, 'INVITE', { rows: ['Timestamp: 54'] })),
      safety: 'safe',
    },
    {
      name: 'another time',
      text: file(stamped, response(100, 'INVITE', { Timestamp: '<|55|> 0.5' })),
      findings: [{ messageId: 'differs', data: { found: '55', expected: '54' } }],
      fixed: file(stamped, response(100, 'INVITE', { Timestamp: '54 0.5' })),
      safety: 'safe',
    },
    {
      name: 'other methods',
      text: file(options({ Timestamp: '54' }), response(100, 'OPTIONS', { startLine: 'SIP/2.0 <|100|> Trying' })),
    },
  ],
  good: [
    { name: 'with a delay', text: file(stamped, response(100, 'INVITE', { Timestamp: '54 0.3' })) },
    { name: 'the same number', text: file(stamped, response(100, 'INVITE', { Timestamp: '54.0' })) },
    {
      name: 'that of a retransmission',
      text: file(stamped, invite({ Timestamp: '54.5' }), response(100, 'INVITE', { Timestamp: '54.5' })),
    },
    { name: 'other responses', text: file(stamped, ringing, ok('INVITE')) },
    { name: 'no Timestamp in the request', text: file(invite(), response(100, 'INVITE', { Timestamp: '7' })) },
    { name: 'one that cannot be read', text: file(invite({ Timestamp: 'now' }), trying) },
    {
      name: 'one of the response that cannot be read',
      text: file(stamped, response(100, 'INVITE', { Timestamp: 'now' })),
    },
    { name: 'a placeholder', text: file(invite({ Timestamp: '{{time}}' }), trying) },
    { name: 'no request', text: trying },
  ],
});

function forwardedVias(): string[] {
  return [
    'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK776asdhds-invite-a;received=192.0.2.10',
    'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1',
  ];
}
