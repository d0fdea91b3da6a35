import { testRule } from '@siplint/core/testing';
import differs from '../../src/content/answer-differs-between-18x-and-2xx.js';
import answerInAck from '../../src/content/missing-answer-in-ack.js';
import answer from '../../src/content/missing-answer-in-invite-2xx.js';
import offer from '../../src/content/missing-offer-in-invite-2xx.js';
import surplus from '../../src/content/session-description-in-ack-after-complete-exchange.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { ANSWER, OFFER } from '../../src/examples/requests.js';
import { ack, byAlice, byBob, file, invite, line, ok, response, toAlice, toBob } from '../calls.js';

const SDP = { 'Content-Type': 'application/sdp', body: ANSWER };
const COMPLETE = line('# siplint-set complete=yes');
const EMPTY = { body: null };
const OK = { startLine: 'SIP/2.0 <|200|> OK', ...EMPTY };
const ACK = { startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' };
const CUT = { 'Content-Type': 'application/sdp', body: '', 'Content-Length': 151 };
const ELIDED = { 'Content-Type': 'application/sdp', body: '', 'Content-Length': null };
const MULTIPART = {
  'Content-Type': 'multipart/mixed;boundary=b1',
  body: `--b1\nContent-Type: text/plain\n\nhi\n--b1\nContent-Type: application/sdp\n\n${OFFER}\n--b1--\n`,
};
const RELIABLE = { Require: '100rel', RSeq: '1' };
const to = (tag: string) => ({ To: `<sip:bob@example.net>;tag=${tag}` });

testRule(answer, {
  bad: [
    { name: 'offer in a multipart', text: file(invite(MULTIPART), ok('INVITE', OK)) },
    { name: 'another body', text: file(invite(), ok('INVITE', { ...OK, 'Content-Type': 'text/plain', body: 'hi\n' })) },
    {
      name: 'answer in an unreliable response alone',
      text: file(invite({ Supported: '100rel' }), response(183, 'INVITE', SDP), ok('INVITE', OK)),
    },
    {
      name: 'reliable response without it',
      text: file(COMPLETE, invite({ Supported: '100rel' }), response(180, 'INVITE', RELIABLE), ok('INVITE', OK)),
    },
    {
      name: 'empty body of that type',
      text: file(invite(), ok('INVITE', { body: '', 'Content-Type': '<|application/sdp|>' })),
    },
    {
      name: 're-INVITE',
      text: file(
        byAlice('INVITE', 314160),
        toAlice(200, 'INVITE', 314160, OK),
        byAlice('ACK', 314160),
        byAlice('BYE', 314161),
      ),
    },
    {
      name: 'once for two hops',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(200, 'INVITE', { ...OK, ...to('8321234356') }),
        ok('INVITE', EMPTY),
      ),
    },
    {
      name: 'each fork',
      text: file(invite(), ok('INVITE', { ...OK, ...to('aaaa1111') }), ok('INVITE', { ...OK, ...to('bbbb2222') })),
    },
    { name: 'retransmission', text: file(invite(), ok('INVITE', OK), ok('INVITE', EMPTY)) },
  ],
  good: [
    {
      name: 'reliable response without it, behind one that the file may lack',
      text: file(invite({ Supported: '100rel' }), response(180, 'INVITE', RELIABLE), ok('INVITE', EMPTY)),
    },
    { name: 'cut', text: file(invite(), ok('INVITE', CUT)) },
    { name: 'elided', text: file(invite(), ok('INVITE', ELIDED)) },
    { name: 'offer cut', text: file(invite(CUT), ok('INVITE', EMPTY)) },
    { name: 'failure', text: file(invite(), response(486, 'INVITE')) },
    { name: 'encrypted', text: file(invite(), ok('INVITE', { 'Content-Type': 'application/pkcs7-mime', body: 'x' })) },
    { name: 'in a multipart', text: file(invite(), ok('INVITE', MULTIPART)) },
    {
      name: 'of another disposition',
      text: file(invite(), ok('INVITE', { 'Content-Disposition': 'render' })),
    },
    {
      name: 'reliable answer',
      text: file(invite(), response(183, 'INVITE', { ...RELIABLE, ...SDP }), ok('INVITE', EMPTY)),
    },
    {
      name: 'PRACK for what was not seen',
      text: file(
        invite(),
        response(180, 'INVITE'),
        byAlice('PRACK', 314160, { RAck: '1 314159 INVITE' }),
        toAlice(200, 'PRACK', 314160),
        ok('INVITE', EMPTY),
      ),
    },
    {
      name: 'a PRACK of which the file shows the response late',
      text: file(invite(), response(180, 'INVITE'), ok('INVITE', EMPTY), toAlice(200, 'PRACK', 314160)),
    },
    {
      name: 'UPDATE in between',
      text: file(invite(), response(180, 'INVITE'), byBob('UPDATE', 1), toBob(200, 'UPDATE', 1), ok('INVITE', EMPTY)),
    },
    { name: '100rel is required', text: file(invite({ Require: '100rel' }), ok('INVITE', EMPTY)) },
  ],
});

testRule(offer, {
  bad: [
    {
      name: 're-INVITE',
      text: file(byBob('INVITE', 7, EMPTY), toBob(200, 'INVITE', 7, OK), byBob('ACK', 7)),
    },
    {
      name: 'once for two hops',
      text: file(
        invite(EMPTY),
        forwarded('INVITE', EMPTY),
        fromBranch(200, 'INVITE', { ...OK, ...to('8321234356') }),
        ok('INVITE', EMPTY),
      ),
    },
  ],
  good: [
    {
      name: 'another body in the INVITE',
      text: file(invite({ 'Content-Type': 'text/plain', body: 'hi\n' }), ok('INVITE', EMPTY)),
    },
    { name: 'elided', text: file(invite(ELIDED), ok('INVITE', EMPTY)) },
    {
      name: 'reliable offer',
      text: file(invite(EMPTY), response(183, 'INVITE', { ...RELIABLE, ...SDP }), ok('INVITE', EMPTY)),
    },
    { name: 'cut', text: file(invite(EMPTY), ok('INVITE', CUT)) },
  ],
});

testRule(answerInAck, {
  bad: [
    {
      name: 'once a call',
      text: file(
        invite(EMPTY),
        ok('INVITE'),
        ack(ACK),
        ack(),
        byAlice('INVITE', 314160, EMPTY),
        toAlice(200, 'INVITE', 314160),
        byAlice('ACK', 314160),
      ),
    },
    {
      name: 're-INVITE of the callee',
      text: file(
        invite(),
        ok('INVITE'),
        ack(),
        byBob('INVITE', 7, EMPTY),
        toBob(200, 'INVITE', 7),
        byBob('ACK', 7, { startLine: '<|ACK|> sip:alice@pc33.example.com SIP/2.0' }),
      ),
    },
    {
      name: 'empty body of that type',
      text: file(invite(EMPTY), ok('INVITE'), ack({ body: '', 'Content-Type': '<|application/sdp|>' })),
    },
  ],
  good: [
    { name: 'cut', text: file(invite(EMPTY), ok('INVITE'), ack(CUT)) },
    { name: 'of another INVITE', text: file(invite(EMPTY), ok('INVITE'), ack({ CSeq: '314158 ACK' })) },
    { name: 'of another fork', text: file(invite(EMPTY), ok('INVITE'), ack(to('bbbb2222'))) },
    { name: 'to a failure', text: file(invite(EMPTY), response(486, 'INVITE'), ack()) },
    {
      name: 'exchanged before',
      text: file(invite(EMPTY), response(183, 'INVITE', { ...RELIABLE, ...SDP }), ok('INVITE'), ack()),
    },
    { name: '100rel, nothing else seen', text: file(invite({ ...EMPTY, Supported: '100rel' }), ok('INVITE'), ack()) },
  ],
});

testRule(surplus, {
  bad: [
    {
      name: 'in a multipart',
      text: file(
        invite(),
        ok('INVITE'),
        ack({ ...MULTIPART, body: MULTIPART.body.replace('application/sdp', '<|application/sdp|>') }),
      ),
      findings: [{ severity: 'warning', data: { code: 200 } }],
    },
  ],
  good: [
    {
      name: 'on another hop',
      text: file(invite(), ok('INVITE'), ack({ ...SDP, Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bKx' })),
    },
    { name: 'of another INVITE', text: file(invite(), ok('INVITE'), ack({ ...SDP, CSeq: '314158 ACK' })) },
    { name: '2xx cut', text: file(invite(), ok('INVITE', CUT), ack(SDP)) },
    {
      name: 'of another disposition',
      text: file(invite(), ok('INVITE'), ack({ ...SDP, 'Content-Disposition': 'render' })),
    },
  ],
});

const EARLY = response(183, 'INVITE', SDP);
const video = 'm=video 5000 RTP/AVP 31\r\n';

testRule(differs, {
  bad: [
    {
      name: 'address',
      text: file(
        invite(),
        EARLY,
        ok('INVITE', { body: ANSWER.replace('c=IN IP4 192.0.2.4', 'c=IN IP4 <|192.0.2.5|>') }),
      ),
      findings: [{ severity: 'warning', data: { found: '192.0.2.5', expected: '192.0.2.4' } }],
    },
    {
      name: 'one more format',
      text: file(invite(), EARLY, ok('INVITE', { body: ANSWER.replace('AVP 0', 'AVP 0 <|8|>') })),
    },
    {
      name: 'one more medium',
      text: file(invite(), EARLY, ok('INVITE', { body: `${ANSWER}<|${video.trim()}|>\r\n` })),
    },
    {
      name: 'one less',
      text: file(
        invite(),
        response(183, 'INVITE', { ...SDP, body: ANSWER + video }),
        ok('INVITE', { body: ANSWER.replace('m=audio 3456 RTP/AVP 0', '<|m=audio 3456 RTP/AVP 0|>') }),
      ),
    },
  ],
  good: [
    { name: 'line ends', text: file(invite(), EARLY, ok('INVITE', { body: ANSWER.replaceAll('\r\n', '\n') })) },
    {
      name: 'texts of one IPv6 address',
      text: file(
        invite(),
        response(183, 'INVITE', { ...SDP, body: ANSWER.replace('c=IN IP4 192.0.2.4', 'c=IN IP6 2001:DB8:0::1') }),
        ok('INVITE', { body: ANSWER.replace('c=IN IP4 192.0.2.4', 'c=IN IP6 2001:db8::1') }),
      ),
    },
    { name: 'attributes', text: file(invite(), EARLY, ok('INVITE', { body: `${ANSWER}a=ptime:20\r\n` })) },
    {
      name: 'no offer in the INVITE',
      text: file(invite(EMPTY), EARLY, ok('INVITE', { body: ANSWER.replace('3456', '4000') })),
    },
    {
      name: 'media that both reject',
      text: file(
        invite(),
        response(183, 'INVITE', { ...SDP, body: `${ANSWER}m=video 0 RTP/AVP 31\r\n` }),
        ok('INVITE', { body: `${ANSWER}m=video 0 RTP/AVP 34\r\n` }),
      ),
    },
    {
      name: 'UPDATE',
      text: file(
        invite(),
        EARLY,
        byAlice('UPDATE', 314160),
        toAlice(200, 'UPDATE', 314160),
        ok('INVITE', { body: ANSWER.replace('3456', '4000') }),
      ),
    },
  ],
});
