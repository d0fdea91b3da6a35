import { testRule } from '@siplint/core/testing';
import beforeAck from '../../src/dialog/bye-by-callee-before-ack.js';
import onEarlyDialog from '../../src/dialog/bye-by-callee-on-early-dialog.js';
import notAnswered from '../../src/dialog/bye-not-answered-with-2xx.js';
import outsideDialog from '../../src/dialog/bye-outside-dialog.js';
import pendingRequest from '../../src/dialog/pending-request-unanswered-after-bye.js';
import afterEnd from '../../src/dialog/request-after-dialog-end.js';
import {
  ack,
  at,
  byAlice,
  byBob,
  bye,
  call,
  failureAck,
  file,
  invite,
  line,
  ok,
  response,
  toAlice,
  toBob,
  wholeCall,
} from '../calls.js';

const COMPLETE = line('# siplint-set complete=yes');
const BYE = { startLine: '<|BYE|> sip:bob@client.example.net SIP/2.0' };
const BYE_OF_BOB = { startLine: '<|BYE|> sip:alice@pc33.example.com SIP/2.0' };
const PROXIED = {
  Via: [
    'SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1',
    'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1',
  ],
};
const OTHER_TAG = '<sip:bob@example.net>;tag=cccc3333';

testRule(outsideDialog, {
  good: [
    { name: 'an answered call', text: call(bye()) },
    { name: 'an early dialog', text: file(COMPLETE, invite(), response(180, 'INVITE'), bye()) },
    {
      name: 'a BYE that crosses the refusal',
      text: file(invite(), response(180, 'INVITE'), response(486, 'INVITE'), bye(), failureAck()),
    },
    {
      name: 'a BYE that crosses the refusal, which a proxy has acknowledged',
      text: file(
        invite(PROXIED),
        response(180, 'INVITE', PROXIED),
        response(486, 'INVITE', PROXIED),
        failureAck({ Via: PROXIED.Via[0] ?? '' }),
        bye({ Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp2', PROXIED.Via[1] ?? ''] }),
      ),
    },
    { name: 'a BYE that the peer accepts', text: file(invite(), response(486, 'INVITE'), bye(), ok('BYE')) },
    {
      name: 'a copy of the BYE that ended an early dialog',
      text: file(invite(), response(487, 'INVITE'), failureAck(), bye(), response(481, 'BYE')),
    },
    {
      name: 'a number that tells of another INVITE, which the file lacks',
      text: file(invite(), response(407, 'INVITE'), failureAck(), bye({ CSeq: '314161 BYE' })),
    },
    {
      name: 'the ACK to the 2xx of another INVITE, which the file lacks',
      text: file(
        ...[invite(), response(401, 'INVITE'), failureAck(), byAlice('ACK', 314160, { To: OTHER_TAG })],
        ...[byBob('BYE', 1), toBob(481, 'BYE', 1)],
      ),
    },
    { name: 'a BYE before the refusal', text: file(invite(), bye(), response(487, 'INVITE')) },
    {
      name: 'a file that begins in the call',
      text: file(byAlice('INVITE', 7), toAlice(488, 'INVITE', 7), byAlice('BYE', 8)),
    },
    { name: 'a response without its INVITE', text: file(response(486, 'INVITE'), bye()) },
    {
      name: 'a tag that no response had',
      text: file(invite(), response(407, 'INVITE'), failureAck(), bye({ To: OTHER_TAG })),
    },
    {
      name: 'bye-without-dialog-tags',
      text: file(invite(), response(486, 'INVITE'), bye({ To: '<sip:bob@example.net>' })),
    },
    {
      name: 'a call that was forked',
      text: file(
        invite(),
        invite({
          Via: [
            'SIP/2.0/UDP p.example.com;branch=z9hG4bK1',
            'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite',
          ],
        }),
        response(486, 'INVITE', {
          Via: [
            'SIP/2.0/UDP p.example.com;branch=z9hG4bK1',
            'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite',
          ],
        }),
        bye(),
      ),
    },
    {
      name: 'a second INVITE that was accepted',
      text: file(
        ...[invite(), response(407, 'INVITE'), failureAck()],
        invite({ CSeq: '314160 INVITE', Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2' }),
        toAlice(200, 'INVITE', 314160, { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK2' }),
        byAlice('BYE', 314161),
      ),
    },
  ],
  bad: [
    {
      name: 'behind a refusal',
      text: file(invite(), response(486, 'INVITE'), bye(BYE)),
      findings: [{ severity: 'error', messageId: 'refused', data: { code: 486 } }],
    },
    { name: 'by the callee', text: file(invite(), response(486, 'INVITE'), byBob('BYE', 1, BYE_OF_BOB)) },
    {
      name: 'of an early dialog whose refusal was acknowledged',
      text: file(invite(), response(180, 'INVITE'), response(486, 'INVITE'), failureAck(), bye(BYE)),
    },
    {
      name: 'of a tag that the peer does not know',
      text: file(invite(), response(486, 'INVITE'), bye({ ...BYE, To: OTHER_TAG }), response(481, 'BYE')),
    },
    {
      name: 'in a complete file without response',
      text: file(COMPLETE, invite(), response(100, 'INVITE'), bye(BYE)),
      findings: [{ messageId: 'never' }],
    },
    {
      name: 'once',
      text: file(invite(), response(486, 'INVITE'), byAlice('BYE', 314160, BYE), byAlice('BYE', 314161)),
    },
  ],
});

const ringing = file(invite(), response(180, 'INVITE'));

testRule(onEarlyDialog, {
  good: [
    { name: 'by the caller', text: file(ringing, bye(), response(487, 'INVITE')) },
    { name: 'no final response', text: file(ringing, byBob('BYE', 1)) },
    { name: 'an answered call', text: file(COMPLETE, ringing, ok('INVITE'), byBob('BYE', 1)) },
    {
      name: 'the ACK of a 2xx that the file lacks',
      text: file(ringing, byAlice('ACK', 314159), byBob('BYE', 1), ok('INVITE')),
    },
    {
      name: 'the final response of another fork',
      text: file(ringing, response(180, 'INVITE', { To: OTHER_TAG }), byBob('BYE', 1), ok('INVITE', { To: OTHER_TAG })),
    },
    {
      name: 'a dialog that began before the file',
      text: file(response(180, 'INVITE'), byBob('BYE', 1), response(487, 'INVITE')),
    },
  ],
  bad: [
    {
      name: 'before a refusal',
      text: file(ringing, byBob('BYE', 1, BYE_OF_BOB), response(487, 'INVITE')),
      findings: [{ severity: 'error' }],
    },
    { name: 'before a 2xx', text: file(ringing, byBob('BYE', 1, BYE_OF_BOB), ok('INVITE')) },
    { name: 'in a complete file', text: file(COMPLETE, ringing, byBob('BYE', 1, BYE_OF_BOB)) },
  ],
});

const answered = file(invite(), ok('INVITE'));

testRule(beforeAck, {
  good: [
    { name: 'behind the ACK', text: file(answered, ack(), byBob('BYE', 1)) },
    { name: 'no ACK in the file', text: file(answered, byBob('BYE', 1)) },
    { name: 'by the caller', text: file(answered, bye(), ack()) },
    {
      name: 'the ACK within 100 ms',
      text: file(invite(), at(1, ok('INVITE')), at(2, byBob('BYE', 1)), at(2.09, ack())),
    },
    { name: '32 s behind the 2xx', text: file(invite(), at(1, ok('INVITE')), at(33, byBob('BYE', 1)), at(40, ack())) },
    { name: 'a complete file without ACK', text: file(COMPLETE, answered, byBob('BYE', 1)) },
  ],
  bad: [
    {
      name: 'before the ACK',
      text: file(answered, byBob('BYE', 1, BYE_OF_BOB), ack()),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'with times',
      text: file(invite(), at(1, ok('INVITE')), at(2, byBob('BYE', 1, BYE_OF_BOB)), at(2.2, ack())),
    },
  ],
});

const refusedWith = (code: number, phrase: string) => ({ startLine: `SIP/2.0 <|${code}|> ${phrase}` });

testRule(notAnswered, {
  good: [
    ...[400, 401, 404, 407, 408, 420, 480, 491, 500, 503].map((code) => ({
      name: `${code}`,
      text: call(bye(), response(code, 'BYE')),
    })),
    { name: '481 in a file that begins in the call', text: file(bye(), response(481, 'BYE')) },
    { name: '481 behind a BYE of the other side', text: call(byBob('BYE', 1), bye(), response(481, 'BYE')) },
    { name: '481 before the ACK', text: file(answered, bye(), response(481, 'BYE')) },
    { name: 'bye-without-dialog-tags', text: call(bye({ To: '<sip:bob@example.net>' }), response(486, 'BYE')) },
    { name: 'bye-outside-dialog', text: file(invite(), response(486, 'INVITE'), bye(), response(486, 'BYE')) },
    { name: 'dialog-tag-mismatch', text: call(bye({ To: OTHER_TAG }), response(481, 'BYE', { To: OTHER_TAG })) },
    {
      name: 'bye-by-callee-on-early-dialog',
      text: file(ringing, byBob('BYE', 1), toBob(486, 'BYE', 1), response(487, 'INVITE')),
    },
    {
      name: 'dialog-tags-swapped',
      text: call(
        byBob('BYE', 1, { From: '<sip:alice@example.com>;tag=9fxced76sl', To: '<sip:bob@example.net>;tag=8321234356' }),
        toBob(481, 'BYE', 1, {
          From: '<sip:alice@example.com>;tag=9fxced76sl',
          To: '<sip:bob@example.net>;tag=8321234356',
        }),
      ),
    },
  ],
  bad: [
    {
      name: '486',
      text: call(bye(), response(486, 'BYE', refusedWith(486, 'Busy Here'))),
      findings: [{ severity: 'warning' }],
    },
    { name: '487', text: call(bye(), response(487, 'BYE', refusedWith(487, 'Request Terminated'))) },
    {
      name: '302 in a file that begins in the call',
      text: file(bye(), response(302, 'BYE', refusedWith(302, 'Moved Temporarily'))),
    },
    {
      name: '481 while the call is up',
      text: call(bye(), response(481, 'BYE', refusedWith(481, 'Call/Transaction Does Not Exist'))),
      findings: [{ severity: 'info', messageId: 'unknown' }],
    },
    {
      name: 'on the first hop',
      text: call(
        bye(),
        bye({
          Via: [
            'SIP/2.0/UDP p.example.com;branch=z9hG4bK1',
            'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-bye',
          ],
        }),
        response(603, 'BYE', {
          ...refusedWith(603, 'Decline'),
          Via: [
            'SIP/2.0/UDP p.example.com;branch=z9hG4bK1',
            'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-bye',
          ],
        }),
        response(603, 'BYE'),
      ),
    },
  ],
});

const ended = call(bye(), ok('BYE'));
const INFO = { startLine: '<|INFO|> sip:bob@client.example.net SIP/2.0' };
const INFO_OF_BOB = { startLine: '<|INFO|> sip:alice@pc33.example.com SIP/2.0' };

testRule(afterEnd, {
  good: [
    {
      name: 'ACK, BYE, NOTIFY and SUBSCRIBE',
      text: file(ended, ack(), byBob('BYE', 1), byBob('NOTIFY', 2), byAlice('SUBSCRIBE', 314161)),
    },
    {
      name: 'retransmissions',
      text: file(
        call(byAlice('INFO', 314160), byAlice('BYE', 314161), toAlice(200, 'BYE', 314161)),
        byAlice('INFO', 314160),
      ),
    },
    { name: 'before the 2xx', text: call(bye(), byBob('INFO', 1), ok('BYE')) },
    {
      name: 'what was sent before the BYE',
      text: call(byAlice('BYE', 314161), toAlice(200, 'BYE', 314161), byAlice('INFO', 314160)),
    },
    { name: 'a BYE that was refused', text: call(bye(), response(503, 'BYE'), byAlice('INFO', 314161)) },
    {
      name: 'a subscription in the dialog',
      text: call(byAlice('REFER', 314160), byAlice('BYE', 314161), toAlice(200, 'BYE', 314161), byBob('INFO', 9)),
    },
    { name: 'a request that the peer accepts', text: file(ended, byBob('INFO', 1), toBob(200, 'INFO', 1)) },
    { name: 'within a second', text: call(bye(), at(5, ok('BYE')), at(6, byBob('INFO', 1))) },
    { name: 'a call that was refused', text: file(ringing, response(486, 'INVITE'), byAlice('INFO', 314161)) },
  ],
  bad: [
    {
      name: 'of the side that hung up',
      text: file(ended, byAlice('INFO', 314161, INFO)),
      findings: [{ severity: 'warning', data: { method: 'INFO' } }],
    },
    {
      name: 'of the other side, which may have sent it before',
      text: file(ended, byBob('INFO', 1, INFO_OF_BOB)),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'of the other side by TCP',
      text: file(
        line('# siplint-set transport=tcp'),
        call(bye(), at(5, ok('BYE')), at(6.5, byBob('INFO', 1, INFO_OF_BOB))),
      ),
      findings: [{ severity: 'warning' }],
    },
    { name: 'later than a second', text: call(bye(), at(5, ok('BYE')), at(6.5, byBob('INFO', 1, INFO_OF_BOB))) },
    { name: 'once', text: file(ended, byBob('INFO', 1, INFO_OF_BOB), byBob('INFO', 2), byAlice('INFO', 314161)) },
    {
      name: 'a REFER',
      text: file(ended, byBob('REFER', 1, { startLine: '<|REFER|> sip:alice@pc33.example.com SIP/2.0' })),
    },
  ],
});

const END = [byAlice('BYE', 314161), toAlice(200, 'BYE', 314161)];

testRule(pendingRequest, {
  good: [
    { name: 'a file that is not complete', text: call(byAlice('INFO', 314160), ...END) },
    { name: 'answered behind the BYE', text: wholeCall(byAlice('INFO', 314160), ...END, toAlice(487, 'INFO', 314160)) },
    { name: 'of the side that got the BYE', text: wholeCall(byBob('INFO', 1), ...END) },
    { name: 'a BYE without response', text: wholeCall(byAlice('INFO', 314160), byAlice('BYE', 314161)) },
    { name: 'behind the BYE', text: wholeCall(...END, byAlice('INFO', 314162)) },
  ],
  bad: [
    {
      name: 'a request',
      text: wholeCall(byAlice('INFO', 314160, INFO), ...END),
      findings: [{ severity: 'info', data: { method: 'INFO' } }],
    },
    {
      name: 'the INVITE of an early dialog, once for its forks',
      text: file(
        COMPLETE,
        invite({ startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' }),
        response(180, 'INVITE'),
        response(180, 'INVITE', { To: OTHER_TAG }),
        ...[byAlice('BYE', 314161), toAlice(200, 'BYE', 314161)],
        byAlice('BYE', 314162, { To: OTHER_TAG }),
        toAlice(200, 'BYE', 314162, { To: OTHER_TAG }),
      ),
    },
  ],
});
