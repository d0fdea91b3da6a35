import { testRule } from '@siplint/core/testing';
import { again, challenged } from '../../src/examples/again.js';
import { credentials } from '../../src/examples/digest.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { byAlice } from '../../src/examples/in-dialog.js';
import { ack, bye, cancel, file, invite, line, ok, options, register, response } from '../../src/examples/messages.js';
import ofAck from '../../src/via/ack-2xx-reuses-invite-branch.js';
import reused from '../../src/via/via-branch-reused.js';

const via = (branch: string) => ({ Via: `SIP/2.0/UDP pc33.example.com;branch=${branch}` });
const INVITE = 'z9hG4bK776asdhds-invite';
const REGISTER = 'z9hG4bK776asdhds-register';
const at = (seconds: number) => line(`# siplint-set time=${seconds}`);
const PROXY = 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK776asdhds-register-a';
const below = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-register-1;received=192.0.2.1';

testRule(reused, {
  bad: [
    {
      name: 'a next call in a trace',
      text: file(at(1), invite(), at(2), ok('INVITE'), at(3), ack(), at(9), again('INVITE', via(`<|${INVITE}|>`))),
    },
    {
      name: 'the next request of a registration, once for each branch',
      text: file(
        register(),
        ok('REGISTER'),
        again('REGISTER', via(`<|${REGISTER}|>`)),
        again('REGISTER', via(REGISTER), 2),
      ),
      findings: [{ severity: 'error', data: { branch: REGISTER, method: 'REGISTER', difference: 'CSeq number 1826' } }],
    },
    {
      name: 'letter case makes no other branch',
      text: file(register(), again('REGISTER', via('<|Z9HG4BK776ASDHDS-register|>'))),
    },
    {
      name: 'another method with the same number',
      text: file(
        invite(),
        response(486, 'INVITE'),
        byAlice('INFO', 314159, via(`<|${INVITE}|>`)),
        response(481, 'INFO', { ...via(INVITE), CSeq: '314159 INFO' }),
      ),
    },
    {
      name: 'another call, in a trace',
      text: file(at(1), register(), at(2), options(via(`<|${REGISTER}|>`))),
      findings: [{ data: { difference: 'Call-ID 843817637684230-register@pc33.example.com' } }],
    },
    {
      name: 'a proxy: an info',
      text: file(
        forwarded('REGISTER'),
        again('REGISTER', { Via: [PROXY.replace(/z9.*/, '<|$&|>'), below], 'Max-Forwards': 69 }),
      ),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'credentials that nobody asked for',
      text: file(at(1), register(), at(2), register({ ...via(`<|${REGISTER}|>`), Authorization: credentials() })),
      findings: [{ data: { difference: 'other credentials' } }],
    },
    {
      name: 'a client, and not the proxy behind it that makes its branch from that',
      text: file(
        register(),
        forwarded('REGISTER'),
        again('REGISTER', via(`<|${REGISTER}|>`)),
        forwarded('REGISTER', { CSeq: '1827 REGISTER' }),
      ),
    },
  ],
  good: [
    {
      name: 'the same sample once more, with credentials',
      text: file(register(), ok('REGISTER'), register({ Authorization: credentials() }), ok('REGISTER')),
    },
    {
      name: 'the next of several samples',
      text: file(invite(), ok('INVITE'), ack(), bye(), ok('BYE'), again('INVITE', via(INVITE))),
    },
    { name: 'a retransmission', text: file(register(), register()) },
    { name: 'its CANCEL', text: file(invite(), cancel()) },
    {
      name: 'another host',
      text: file(register(), again('REGISTER', { Via: `SIP/2.0/UDP 192.0.2.9;branch=${REGISTER}` })),
    },
    {
      name: 'the ACK to a 2xx: ack-2xx-reuses-invite-branch',
      text: file(invite(), ok('INVITE'), ack(via(INVITE))),
    },
    {
      name: 'the answer to a challenge: auth-retry-cseq-not-incremented',
      text: file(
        register(),
        challenged(401, 'REGISTER'),
        again('REGISTER', { ...via(REGISTER), Authorization: credentials() }),
      ),
    },
    { name: 'samples of several calls', text: file(register(), options(via(REGISTER))) },
    {
      name: 'samples with one number',
      text: file(invite(), byAlice('INFO', 314159, via(INVITE)), byAlice('BYE', 314159, via(INVITE))),
    },
    {
      name: 'an element that writes another Call-ID into what passes',
      text: file(at(1), register(), at(1.01), register({ 'Call-ID': 'other@pc33.example.com' })),
    },
  ],
});

testRule(ofAck, {
  bad: [
    {
      name: 'straight from the client',
      text: file(invite(), response(180, 'INVITE'), ok('INVITE'), ack(via(`<|${INVITE}|>`))),
      findings: [{ severity: 'error', data: { code: 200, branch: INVITE } }],
    },
    {
      name: 'behind a proxy: an info',
      text: file(
        forwarded('INVITE'),
        fromBranch(200, 'INVITE'),
        ack({
          Via: [
            'SIP/2.0/UDP proxy.example.com;branch=<|z9hG4bK776asdhds-invite-a|>',
            'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-ack;received=192.0.2.1',
          ],
          To: '<sip:bob@example.net>;tag=8321234356-a',
        }),
      ),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'once for each INVITE',
      text: file(
        invite(),
        ok('INVITE'),
        ok('INVITE', { To: '<sip:bob@example.net>;tag=second' }),
        ack(via(`<|${INVITE}|>`)),
        ack({ ...via(INVITE), To: '<sip:bob@example.net>;tag=second' }),
      ),
    },
  ],
  good: [
    { name: 'a branch of its own', text: file(invite(), ok('INVITE'), ack()) },
    { name: 'the ACK to a failure', text: file(invite(), response(486, 'INVITE'), ack(via(INVITE))) },
    { name: 'no response in the file', text: file(invite(), ack(via(INVITE))) },
    {
      name: 'a 2xx and a failure with the same tag',
      text: file(invite(), response(486, 'INVITE'), ok('INVITE'), ack(via(INVITE))),
    },
    {
      name: 'a 2xx with another tag',
      text: file(invite(), ok('INVITE'), ack({ ...via(INVITE), To: '<sip:bob@example.net>;tag=other' })),
    },
    {
      name: 'no magic cookie',
      text: file(invite(via('1')), ok('INVITE', via('1')), ack(via('1'))),
    },
  ],
});
