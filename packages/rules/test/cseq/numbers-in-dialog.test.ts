import { testRule } from '@siplint/core/testing';
import ackNumber from '../../src/cseq/ack-2xx-cseq-mismatch.js';
import gap from '../../src/cseq/dialog-cseq-gap.js';
import notIncreasing from '../../src/cseq/dialog-cseq-not-increasing.js';
import {
  ack,
  at,
  byAlice,
  byBob,
  bye,
  call,
  file,
  info,
  invite,
  line,
  ok,
  response,
  toAlice,
  toBob,
} from '../calls.js';

const marked = (method: string, number: number) => ({ CSeq: `<|${number}|> ${method}` });
const PROXIED = ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bK7', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK8'];
const overTcp = (branch: string) => ({ Via: `SIP/2.0/TCP pc33.example.com;branch=z9hG4bK${branch}` });

testRule(notIncreasing, {
  good: [
    { name: 'a count for each side', text: call(byBob('INFO', 1), toBob(200, 'INFO', 1), byAlice('BYE', 314160)) },
    { name: 'ACK and CANCEL', text: file(invite(), ok('INVITE'), ack(), bye()) },
    { name: 'retransmissions', text: call(byAlice('INFO', 314160), byAlice('INFO', 314160)) },
    {
      name: 'other hops',
      text: call(
        byAlice('INFO', 314160),
        byAlice('INFO', 314160, {
          Via: [PROXIED[0] ?? '', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-info-314160'],
        }),
      ),
    },
    { name: 'another element', text: call(byAlice('INFO', 7, { Via: PROXIED })) },
    { name: 'a swap within a second', text: call(at(5, byAlice('INVITE', 314161)), at(5.9, byAlice('INFO', 314160))) },
    { name: 'a late retransmission', text: call(at(5, byAlice('INFO', 314161)), at(30, byAlice('UPDATE', 314160))) },
    { name: 'a swap without times', text: call(byAlice('INFO', 314161), byAlice('INFO', 314160)) },
    {
      name: 'one that was lost at first, behind the answer to the next',
      text: call(byAlice('INVITE', 314161), toAlice(491, 'INVITE', 314161), byAlice('UPDATE', 314160)),
    },
    {
      name: 'a BYE that was lost at first, behind the answer to a NOTIFY that was sent meanwhile',
      text: call(byBob('NOTIFY', 7), byBob('NOTIFY', 9), toBob(200, 'NOTIFY', 9), byBob('BYE', 8)),
    },
    {
      name: 'a request with credentials under the same number',
      text: call(
        byAlice('INFO', 314160),
        toAlice(401, 'INFO', 314160),
        byAlice('INFO', 314160, {
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKcred',
          Authorization: 'Digest username="a"',
        }),
      ),
    },
    {
      name: 'another server under the same number',
      text: call(
        byAlice('INFO', 314160),
        toAlice(503, 'INFO', 314160),
        byAlice('INFO', 314160, { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKnext' }),
      ),
    },
    {
      name: 'a proxy that tries one target after the other',
      text: file(
        ...[invite({ Via: PROXIED }), response(486, 'INVITE', { Via: PROXIED })],
        ...['b', 'c'].map((branch) =>
          invite({ Via: [`SIP/2.0/UDP proxy.example.com;branch=z9hG4bK${branch}`, PROXIED[1] ?? ''] }),
        ),
        ok('INVITE', { Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bKc', PROXIED[1] ?? ''] }),
      ),
    },
    {
      name: 'samples one below the other',
      text: call(byAlice('INFO', 314160), byAlice('UPDATE', 314160), byAlice('BYE', 314160)),
    },
    {
      name: 'a dialog that began before the file',
      text: file(byAlice('INFO', 5), toAlice(200, 'INFO', 5), byBob('INFO', 2)),
    },
  ],
  bad: [
    {
      name: 'lower than the INVITE that began it, at once',
      text: call(at(1, byAlice('BYE', 9, marked('BYE', 9)))),
      findings: [{ severity: 'error', data: { method: 'BYE', found: '9', last: '314159' } }],
    },
    { name: 'the number of the INVITE', text: call(byAlice('INVITE', 314159, marked('INVITE', 314159))) },
    {
      name: 'only where the count goes down',
      text: call(byAlice('INFO', 1, marked('INFO', 1)), ...[byAlice('INFO', 2), byAlice('BYE', 3)]),
    },
    {
      name: 'later than a second',
      text: call(at(5, byAlice('INVITE', 314161)), at(7, byAlice('INVITE', 314160, marked('INVITE', 314160)))),
    },
    {
      name: 'behind 32 s',
      text: call(at(5, byAlice('INFO', 314161)), at(40, byAlice('INFO', 314160, marked('INFO', 314160)))),
    },
    {
      name: 'never counted',
      text: call(
        byAlice('INFO', 314159, marked('INFO', 314159)),
        toAlice(200, 'INFO', 314159),
        byAlice('BYE', 314159, marked('BYE', 314159)),
      ),
    },
    {
      name: 'over TCP',
      text: file(
        invite(overTcp('1')),
        ok('INVITE', overTcp('1')),
        byAlice('INFO', 314162, overTcp('2')),
        toAlice(200, 'INFO', 314162, overTcp('2')),
        byAlice('INFO', 314160, { ...overTcp('3'), ...marked('INFO', 314160) }),
      ),
    },
    {
      name: 'the higher one answered',
      text: call(byBob('INFO', 9), toBob(200, 'INFO', 9), byBob('BYE', 8, marked('BYE', 8))),
    },
    {
      name: 'method and number of an answered request again',
      text: call(
        byAlice('INFO', 314160),
        toAlice(200, 'INFO', 314160),
        byAlice('INFO', 314160, { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKagain', ...marked('INFO', 314160) }),
      ),
    },
  ],
});

testRule(gap, {
  good: [
    {
      name: 'the numbers of requests outside the dialog',
      text: file(
        invite(),
        ok('INVITE'),
        invite({ CSeq: '314160 INVITE', Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK5' }),
        byAlice('BYE', 314161),
      ),
    },
    { name: 'a challenge in between', text: call(toAlice(407, 'INFO', 314161), byAlice('BYE', 314163)) },
    { name: 'the first request of the callee', text: call(byBob('INFO', 90)) },
    { name: 'a dialog that began before the file', text: file(byAlice('INFO', 5)) },
    { name: 'behind a proxy', text: call(byAlice('BYE', 314170, { Via: PROXIED })) },
    { name: 'a lower number', text: call(byAlice('INFO', 5), byAlice('BYE', 314160)) },
  ],
  bad: [
    {
      name: 'once a side',
      text: call(
        byAlice('INFO', 314163, marked('INFO', 314163)),
        byAlice('BYE', 314170),
        byBob('INFO', 7),
        byBob('BYE', 9, marked('BYE', 9)),
      ),
      findings: [{ severity: 'info', data: { missing: 3 } }, { data: { missing: 1 } }],
    },
    {
      name: 'a challenge of the other side',
      text: call(toBob(401, 'INFO', 314160), byAlice('BYE', 314161, marked('BYE', 314161))),
    },
  ],
});

testRule(ackNumber, {
  good: [
    {
      name: 'a dialog that began before the file',
      text: file(byAlice('INVITE', 5), toAlice(200, 'INVITE', 5), byAlice('ACK', 6)),
    },
    {
      name: 'the ACK to a refusal',
      text: call(byAlice('INVITE', 314160), toAlice(488, 'INVITE', 314160), byAlice('ACK', 314161)),
    },
    {
      name: 'an INVITE whose response alone is in the file',
      text: call(toAlice(200, 'INVITE', 314160), byAlice('ACK', 314160)),
    },
    { name: 'a 2xx with its ACK, and another ACK', text: call(byAlice('ACK', 314160)) },
    { name: 'another element', text: file(invite(), ok('INVITE'), byAlice('ACK', 1, { Via: PROXIED })) },
    { name: 'other requests', text: file(invite(), ok('INVITE'), info()) },
  ],
  bad: [
    {
      name: 'late, in a file that holds the whole call',
      text: file(
        line('# siplint-set complete=yes'),
        at(1, invite()),
        at(3, ok('INVITE')),
        at(5, ack({ CSeq: '<|314160|> ACK' })),
      ),
    },
    {
      name: 'another number',
      text: file(invite(), ok('INVITE'), ack({ CSeq: '<|1|> ACK' })),
      findings: [{ severity: 'error', data: { found: '1', expected: '314159' } }],
      fixed: file(invite(), ok('INVITE'), ack()),
    },
    {
      name: 'of a re-INVITE of the callee',
      text: call(byBob('INVITE', 9), toBob(200, 'INVITE', 9), byBob('ACK', 10, marked('ACK', 10))),
    },
    {
      name: 'retransmitted',
      text: file(invite(), ok('INVITE'), ack(marked('ACK', 1)), ok('INVITE'), ack({ CSeq: '1 ACK' })),
    },
  ],
});
