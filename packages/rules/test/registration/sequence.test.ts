import { testRule } from '@siplint/core/testing';
import { again, answerAgain, challenged } from '../../src/examples/again.js';
import { credentials } from '../../src/examples/digest.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { file, line, ok, register, response } from '../../src/examples/messages.js';
import { identityOf } from '../../src/examples/requests.js';
import callIdChanged from '../../src/registration/register-call-id-changed.js';
import cseqNotIncremented from '../../src/registration/register-cseq-not-incremented.js';
import overlapping from '../../src/registration/register-overlapping.js';
import afterExpiry from '../../src/registration/register-refresh-after-expiry.js';

const { cseq } = identityOf('REGISTER');
const SAME = { CSeq: `${cseq} REGISTER` };
const at = (seconds: number) => line(`# siplint-set time=${seconds}`);
const complete = line('# siplint-set complete=yes');
const marked = { startLine: '<|REGISTER|> sip:example.com SIP/2.0' };

testRule(cseqNotIncremented, {
  good: [
    { name: 'unanswered: another server may be tried', text: file(register(), again('REGISTER', SAME)) },
    { name: 'timed out', text: file(register(), response(408, 'REGISTER'), again('REGISTER', SAME)) },
    {
      name: 'redirected',
      text: file(register(), response(302, 'REGISTER'), again('REGISTER', SAME)),
    },
    {
      name: 'a lower number before the response: UDP may have swapped them',
      text: file(again('REGISTER'), register(), ok('REGISTER'), answerAgain(200, 'REGISTER')),
    },
    {
      name: 'the answer to a challenge, which is another defect',
      text: file(register(), challenged(401, 'REGISTER'), again('REGISTER', { ...SAME, Authorization: credentials() })),
    },
    {
      name: 'a step in a file that may lack messages',
      text: file(register(), ok('REGISTER'), again('REGISTER', {}, 2)),
    },
    {
      name: 'another Call-ID',
      text: file(register(), ok('REGISTER'), again('REGISTER', { ...SAME, 'Call-ID': 'x@a' })),
    },
    {
      name: 'branches of a proxy',
      text: file(forwarded('REGISTER'), fromBranch(404, 'REGISTER'), forwarded('REGISTER', {}, 'b')),
    },
    { name: 'another method', text: file(register(), ok('REGISTER'), again('OPTIONS', SAME)) },
  ],
  bad: [
    {
      name: 'behind a challenge, but without an answer to it',
      text: file(register(), challenged(401, 'REGISTER'), again('REGISTER', { CSeq: `<|${cseq}|> REGISTER` })),
      findings: [{ messageId: 'same', severity: 'error' }],
    },
    {
      name: 'a lower number behind a timeout',
      text: file(register(), response(503, 'REGISTER'), again('REGISTER', { CSeq: '<|4|> REGISTER' })),
      findings: [{ messageId: 'lower', data: { found: '4', last: cseq } }],
    },
    {
      name: 'a step is an info',
      text: file(
        complete,
        register(),
        ok('REGISTER'),
        again('REGISTER', { CSeq: `<|${cseq + 2}|> REGISTER` }, 2),
        answerAgain(200, 'REGISTER', {}, 2),
      ),
      findings: [{ messageId: 'gap', severity: 'info' }],
    },
    {
      name: 'once on the hop where it is seen first',
      text: file(
        register(),
        ok('REGISTER'),
        again('REGISTER', { CSeq: `<|${cseq}|> REGISTER` }),
        forwarded('REGISTER', {
          Via: [
            'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK776asdhds-p2',
            `SIP/2.0/UDP pc33.example.com;branch=${identityOf('REGISTER').branch}-1;received=192.0.2.1`,
          ],
        }),
      ),
    },
  ],
});

const OTHER = { 'Call-ID': '90a7f1c55d20@pc33.example.com', From: '<sip:alice@example.com>;tag=77c1ab30d4' };
const OTHER_MARKED = { ...OTHER, 'Call-ID': '<|90a7f1c55d20@pc33.example.com|>' };

testRule(callIdChanged, {
  good: [
    {
      name: 'another Contact',
      text: file(register(), again('REGISTER', { ...OTHER, Contact: '<sip:alice@192.0.2.7>' })),
    },
    { name: 'another user', text: file(register(), again('REGISTER', { ...OTHER, To: '<sip:bob@example.com>' })) },
    {
      name: 'another element',
      text: file(
        register(),
        again('REGISTER', { ...OTHER, Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bK776asdhds-l' }),
      ),
    },
    {
      name: 'the answer to a challenge, which is another defect',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { ...OTHER, Authorization: credentials() }),
      ),
    },
    {
      name: 'removed by the parameter before',
      text: file(register({ Contact: '<sip:alice@pc33.example.com>;expires=0' }), again('REGISTER', OTHER)),
    },
  ],
  bad: [
    {
      name: 'once a Contact',
      text: file(
        register(),
        again('REGISTER', OTHER_MARKED),
        again('REGISTER', OTHER, 2),
        again('REGISTER', { ...OTHER, 'Call-ID': 'third-5d20@pc33.example.com' }, 3),
      ),
      findings: [{ severity: 'info', data: { before: identityOf('REGISTER').callId } }],
    },
    {
      name: 'one of several, removed or not by then',
      text: file(
        register({ Contact: '<sip:alice@192.0.2.7>, <sip:alice@pc33.example.com>' }),
        again('REGISTER', { ...OTHER_MARKED, Expires: '0' }),
      ),
      findings: [{ data: { contact: 'sip:alice@pc33.example.com' } }],
    },
  ],
});

testRule(overlapping, {
  good: [
    { name: 'no response in a file that may lack it', text: file(register(), again('REGISTER')) },
    {
      name: 'the answer to a challenge of which the file shows a copy only',
      text: file(register(), again('REGISTER', { Authorization: credentials() }), challenged(401, 'REGISTER')),
    },
    {
      name: 'the answer to a 423 of which the file shows a copy only',
      text: file(
        register({ Expires: '30' }),
        again('REGISTER', { Expires: '3600' }),
        response(423, 'REGISTER', { 'Min-Expires': '3600' }),
      ),
    },
    { name: 'no response in a complete file without times', text: file(complete, register(), again('REGISTER')) },
    {
      name: 'credentials, in a complete file that lacks the challenge',
      text: file(complete, at(1), register(), at(2), again('REGISTER', { Authorization: credentials() })),
    },
    { name: 'timed out in a complete file', text: file(complete, at(1), register(), at(33), again('REGISTER')) },
    {
      name: 'for another user',
      text: file(register(), again('REGISTER', { To: '<sip:bob@example.com>' }), ok('REGISTER')),
    },
    {
      name: 'for another flow',
      text: file(
        register({ Contact: '<sip:alice@pc33.example.com>;reg-id=1' }),
        again('REGISTER', { Contact: '<sip:alice@pc33.example.com>;reg-id=2' }),
        ok('REGISTER'),
      ),
    },
    { name: 'answered in between', text: file(register(), ok('REGISTER'), again('REGISTER'), ok('REGISTER')) },
    { name: 'another Call-ID', text: file(register(), again('REGISTER', OTHER), ok('REGISTER')) },
  ],
  bad: [
    {
      name: 'behind a provisional response',
      text: file(register(), response(100, 'REGISTER'), again('REGISTER', marked), ok('REGISTER')),
      findings: [{ severity: 'warning', data: { before: cseq } }],
    },
    {
      name: 'before any response in a complete file with times',
      text: file(
        complete,
        at(1),
        register(),
        at(20),
        again('REGISTER', marked),
        at(20.1),
        answerAgain(200, 'REGISTER'),
      ),
    },
    {
      name: 'before a challenge',
      text: file(
        register(),
        again('REGISTER', { ...marked, Authorization: credentials({ nonce: '"b19d27aa"' }) }),
        challenged(401, 'REGISTER'),
      ),
    },
  ],
});

const granted = (contact: string, expires: string | null = null) => [
  at(100),
  register({ Contact: '<sip:alice@pc33.example.com>' }),
  at(101),
  ok('REGISTER', { Contact: contact, Expires: expires }),
];
const MINE = '<sip:alice@pc33.example.com>';

testRule(afterExpiry, {
  good: [
    { name: 'in time', text: file(...granted(`${MINE};expires=60`), at(161), again('REGISTER')) },
    {
      name: 'no time stamps',
      text: file(register(), ok('REGISTER', { Contact: `${MINE};expires=1` }), again('REGISTER')),
    },
    {
      name: 'the binding of another client',
      text: file(
        ...granted(`${MINE};expires=600, <sip:alice@192.0.2.7>;expires=60`),
        at(200),
        again('REGISTER', { Contact: `${MINE}, <sip:alice@192.0.2.7>` }),
      ),
    },
    { name: 'a removal', text: file(...granted(`${MINE};expires=60`), at(200), again('REGISTER', { Expires: '0' })) },
    { name: 'a query', text: file(...granted(`${MINE};expires=60`), at(200), again('REGISTER', { Contact: null })) },
    {
      name: 'refused before',
      text: file(at(1), register(), at(2), response(500, 'REGISTER'), at(9000), again('REGISTER')),
    },
    {
      name: 'a number in between is missing',
      text: file(...granted(`${MINE};expires=60`), at(200), again('REGISTER', {}, 2)),
    },
  ],
  bad: [
    {
      name: 'by the Expires header field',
      text: file(
        ...granted(MINE, '60'),
        at(161.5),
        again('REGISTER', { Contact: '<<|sip:alice@pc33.example.com:5060|>>' }),
      ),
      findings: [{ severity: 'info', data: { late: '0.5' } }],
    },
    {
      name: 'a challenge does not hide it',
      text: file(
        ...granted(`${MINE};expires=60`),
        at(261),
        again('REGISTER', { Contact: '<<|sip:alice@pc33.example.com|>>' }),
        at(262),
        answerAgain(401, 'REGISTER'),
        at(263),
        again('REGISTER', { Authorization: credentials() }, 2),
      ),
      findings: [{ data: { late: '100' } }],
    },
  ],
});
