import { testRule } from '@siplint/core/testing';
import outOfOrder from '../../src/dialog/out-of-order-request-not-rejected.js';
import overlapping from '../../src/dialog/overlapping-invite.js';
import retryAfter from '../../src/dialog/overlapping-invite-retry-after.js';
import wrongStatus from '../../src/dialog/overlapping-invite-wrong-status.js';
import {
  at,
  byAlice,
  byBob,
  call,
  file,
  invite,
  line,
  ok,
  request,
  response,
  toAlice,
  toBob,
  wholeCall,
} from '../calls.js';

const INVITE = { startLine: '<|INVITE|> sip:bob@client.example.net SIP/2.0' };
const INVITE_OF_BOB = { startLine: '<|INVITE|> sip:alice@pc33.example.com SIP/2.0' };
const first = byAlice('INVITE', 314160);
const second = byAlice('INVITE', 314161);
const markedSecond = byAlice('INVITE', 314161, INVITE);
const firstAnswered = toAlice(200, 'INVITE', 314160);
const PROXIED = ['SIP/2.0/UDP p.example.com;branch=z9hG4bK7', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK8'];

testRule(overlapping, {
  good: [
    { name: 'one after the other', text: call(first, firstAnswered, byAlice('ACK', 314160), second) },
    { name: 'retransmissions', text: call(first, first, firstAnswered) },
    { name: 'a first INVITE without final response', text: call(first, second) },
    { name: 'another element', text: call(first, byAlice('INVITE', 314161, { Via: PROXIED }), firstAnswered) },
    {
      name: 'behind a 2xx that the file lacks, while another fork still rings',
      text: file(
        ...[invite(), response(180, 'INVITE'), first, firstAnswered, byAlice('ACK', 314160)],
        ok('INVITE', { To: '<sip:bob@example.net>;tag=cccc3333' }),
      ),
    },
    { name: 'behind a 2xx of which the file has a late copy', text: file(invite(), first, ok('INVITE')) },
    { name: 'other requests', text: call(first, byAlice('INFO', 314161), firstAnswered) },
    { name: 'a complete file in which the first may have timed out', text: wholeCall(first, second) },
    {
      name: 'a complete file in which the first was cancelled',
      text: wholeCall(
        first,
        toAlice(180, 'INVITE', 314160),
        request('CANCEL', {
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite-314160',
          CSeq: '314160 CANCEL',
        }),
        second,
      ),
    },
    {
      name: 'glare within a second',
      text: call(at(1, first), at(2, byBob('INVITE', 1)), toAlice(491, 'INVITE', 314160)),
    },
    {
      name: 'behind the refusal, which a proxy acknowledges',
      text: call(
        byAlice('INVITE', 314160, { Via: PROXIED }),
        toAlice(488, 'INVITE', 314160, { Via: PROXIED }),
        byBob('INVITE', 1),
        byAlice('ACK', 314160, { Via: PROXIED[0] ?? '' }),
      ),
    },
    {
      name: 'a call that is set up twice',
      text: file(
        invite(),
        invite({ CSeq: '314160 INVITE', Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1' }),
        ok('INVITE'),
      ),
    },
  ],
  bad: [
    {
      name: 'of the same side',
      text: call(first, markedSecond, firstAnswered),
      findings: [{ severity: 'error', messageId: 'own' }],
    },
    { name: 'once for each that waits', text: call(first, markedSecond, byAlice('INVITE', 314162), firstAnswered) },
    {
      name: 'in an early dialog',
      text: file(invite(), response(180, 'INVITE'), byAlice('INVITE', 314160, INVITE), ok('INVITE')),
    },
    {
      name: 'in a complete file, behind a provisional response',
      text: wholeCall(first, toAlice(180, 'INVITE', 314160), markedSecond),
    },
    { name: 'in a complete file, before the first times out', text: wholeCall(at(1, first), at(5, markedSecond)) },
    {
      name: 'of the other side, not known whether they cross',
      text: call(first, byBob('INVITE', 1, INVITE_OF_BOB), toAlice(491, 'INVITE', 314160)),
      findings: [{ severity: 'info', messageId: 'crossing' }],
    },
    {
      name: 'of the other side, more than a second later',
      text: file(
        line('# siplint-set transport=tcp'),
        call(at(1, first), at(2.5, byBob('INVITE', 1, INVITE_OF_BOB)), toAlice(491, 'INVITE', 314160)),
      ),
      findings: [{ severity: 'error' }],
    },
    {
      name: 'of the other side, which may not have got the first',
      text: call(at(1, first), at(2.5, byBob('INVITE', 1, INVITE_OF_BOB)), toAlice(491, 'INVITE', 314160)),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'of the other side, which has seen the first',
      text: call(
        first,
        ...[at(2, toAlice(180, 'INVITE', 314160)), at(2.6, byBob('INVITE', 1, INVITE_OF_BOB))],
        firstAnswered,
      ),
      findings: [{ severity: 'error' }],
    },
    {
      name: 'of the other side, which may have been sent before its answer to the first',
      text: call(first, toAlice(180, 'INVITE', 314160), byBob('INVITE', 1, INVITE_OF_BOB), firstAnswered),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'of the other side, before the ACK to its refusal',
      text: call(
        first,
        toAlice(488, 'INVITE', 314160),
        byBob('INVITE', 1, INVITE_OF_BOB),
        byAlice('ACK', 314160, { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite-314160' }),
      ),
    },
  ],
});

const marked = (code: number, phrase: string) => ({ startLine: `SIP/2.0 <|${code}|> ${phrase}` });

testRule(wrongStatus, {
  good: [
    ...[401, 407, 408, 481, 491, 503].map((code) => ({
      name: `${code} to the other side`,
      text: call(first, byBob('INVITE', 1), toBob(code, 'INVITE', 1), firstAnswered),
    })),
    { name: '500 to the same side', text: call(first, second, toAlice(500, 'INVITE', 314161), firstAnswered) },
    {
      name: 'behind the response to the first',
      text: call(first, second, firstAnswered, toAlice(200, 'INVITE', 314161)),
    },
    { name: 'a first INVITE without final response', text: call(first, byBob('INVITE', 1), toBob(200, 'INVITE', 1)) },
    {
      name: 'the INVITE that came first',
      text: call(first, byBob('INVITE', 1), firstAnswered, toBob(491, 'INVITE', 1)),
    },
  ],
  bad: [
    {
      name: '200 to the other side',
      text: call(first, byBob('INVITE', 1), toBob(200, 'INVITE', 1, marked(200, 'OK')), toAlice(491, 'INVITE', 314160)),
      findings: [{ severity: 'warning', data: { expected: 491, found: 200 } }],
    },
    {
      name: '500 to the other side',
      text: call(
        first,
        byBob('INVITE', 1),
        toBob(500, 'INVITE', 1, marked(500, 'Server Internal Error')),
        firstAnswered,
      ),
    },
    {
      name: '491 to the same side',
      text: call(first, second, toAlice(491, 'INVITE', 314161, marked(491, 'Request Pending')), firstAnswered),
      findings: [{ data: { expected: 500 } }],
    },
    {
      name: '200 to the same side in a complete file',
      text: wholeCall(first, second, toAlice(200, 'INVITE', 314161, marked(200, 'OK'))),
    },
  ],
});

testRule(retryAfter, {
  good: [
    { name: '0', text: call(first, second, toAlice(500, 'INVITE', 314161, { 'Retry-After': '0' })) },
    { name: '10', text: call(first, second, toAlice(500, 'INVITE', 314161, { 'Retry-After': '10;duration=5' })) },
    {
      name: 'what did not parse',
      text: call(first, second, toAlice(500, 'INVITE', 314161, { 'Retry-After': 'soon' })),
    },
    { name: 'other responses', text: call(first, second, toAlice(503, 'INVITE', 314161)) },
    {
      name: 'behind the response to the first',
      text: call(first, second, firstAnswered, toAlice(500, 'INVITE', 314161)),
    },
    { name: 'to the other side', text: call(first, byBob('INVITE', 1), toBob(500, 'INVITE', 1)) },
  ],
  bad: [
    {
      name: 'none',
      text: call(first, second, toAlice(500, 'INVITE', 314161, marked(500, 'Server Internal Error')), firstAnswered),
      findings: [{ severity: 'warning', messageId: 'missing' }],
    },
    {
      name: '11',
      text: call(first, second, toAlice(500, 'INVITE', 314161, { 'Retry-After': '<|11|>' })),
      findings: [{ messageId: 'tooLong', data: { found: '11' } }],
    },
  ],
});

const ahead = [byAlice('INFO', 314161), toAlice(200, 'INFO', 314161)];
const LATE = toAlice(200, 'INFO', 314160, marked(200, 'OK'));

testRule(outOfOrder, {
  good: [
    { name: '500', text: call(...ahead, byAlice('INFO', 314160), toAlice(500, 'INFO', 314160)) },
    { name: 'another failure', text: call(...ahead, byAlice('INFO', 314160), toAlice(415, 'INFO', 314160)) },
    {
      name: 'on the way at the same time',
      text: call(
        byAlice('INFO', 314161),
        byAlice('INFO', 314160),
        toAlice(200, 'INFO', 314161),
        toAlice(200, 'INFO', 314160),
      ),
    },
    {
      name: 'a higher number that was refused',
      text: call(
        byAlice('INFO', 314161),
        toAlice(415, 'INFO', 314161),
        byAlice('INFO', 314160),
        toAlice(200, 'INFO', 314160),
      ),
    },
    { name: 'the other side', text: call(...ahead, byBob('INFO', 1), toBob(200, 'INFO', 1)) },
    {
      name: 'another element',
      text: call(...ahead, byAlice('INFO', 314160, { Via: PROXIED }), toAlice(200, 'INFO', 314160, { Via: PROXIED })),
    },
  ],
  bad: [
    {
      name: 'accepted',
      text: call(...ahead, byAlice('INFO', 314160), LATE),
      findings: [{ severity: 'info', data: { found: 314160, last: 314161 } }],
    },
    { name: 'lower than the INVITE', text: call(byAlice('INFO', 7), toAlice(200, 'INFO', 7, marked(200, 'OK'))) },
  ],
});
