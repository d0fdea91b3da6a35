import { testRule } from '@siplint/core/testing';
import { ack, bye, file, invite, line, ok, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import newExtension from '../../src/transaction/ack-2xx-requires-new-extension.js';
import missing from '../../src/transaction/ack-missing-for-final-response.js';
import early from '../../src/transaction/ack-without-invite-response.js';

const complete = line('# siplint-set complete=yes');
const INVITE = { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' };
const ACK = { startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' };
const to = (tag: string) => ({ To: `<sip:bob@example.net>;tag=${tag}` });
const TOP = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1';
const behindProxy = { Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1;received=192.0.2.9', TOP] };
const OTHER_BRANCH = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKanother';
const RECORD_ROUTE = { 'Record-Route': '<sip:proxy.example.com;lr>' };

testRule(newExtension, {
  bad: [
    {
      name: 'one more',
      text: file(invite({ Require: '100rel' }), ok('INVITE'), ack({ Require: '100rel, <|timer|>' })),
      findings: [{ severity: 'warning', data: { header: 'Require', option: 'timer' } }],
      fixed: file(invite({ Require: '100rel' }), ok('INVITE'), ack({ Require: '100rel' })),
    },
    {
      name: 'in Proxy-Require, with the branch of the INVITE',
      text: file(invite(), ok('INVITE'), failureAck({ 'Proxy-Require': '<|privacy|>' })),
      fixed: file(invite(), ok('INVITE'), failureAck()),
    },
  ],
  good: [
    {
      name: 'in the other of the two fields',
      text: file(invite({ 'Proxy-Require': 'privacy' }), ok('INVITE'), ack({ Require: 'Privacy' })),
    },
    {
      name: 'what a later hop of the INVITE has',
      text: file(invite(), invite({ ...behindProxy, Require: 'path' }), ok('INVITE'), ack({ Require: 'path' })),
    },
    { name: 'no INVITE', text: file(ok('INVITE'), ack({ Require: 'timer' })) },
    { name: 'no 2xx', text: file(invite(), ack({ Require: 'timer' })) },
    { name: 'the 2xx of another', text: file(invite(), ok('INVITE', to('bbbb2222')), ack({ Require: 'timer' })) },
    { name: 'another INVITE', text: file(invite(), ok('INVITE'), ack({ Require: 'timer', CSeq: '314160 ACK' })) },
  ],
});

testRule(missing, {
  bad: [
    {
      name: 'failure',
      text: file(complete, invite(INVITE), response(486, 'INVITE')),
      findings: [{ messageId: 'failure', severity: 'error', data: { code: 486 } }],
    },
    {
      name: 'success',
      text: file(complete, invite(INVITE), ok('INVITE'), bye(), ok('BYE')),
      findings: [{ messageId: 'success', data: { code: 200 } }],
    },
    {
      name: 'one of two forks',
      text: file(complete, invite(INVITE), ok('INVITE'), ok('INVITE', to('bbbb2222')), ack()),
    },
    {
      name: 'of the hop that lacks it',
      text: file(
        complete,
        invite(INVITE),
        invite(behindProxy),
        response(486, 'INVITE', behindProxy),
        failureAck({ Via: 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1' }),
        response(486, 'INVITE'),
      ),
    },
    {
      name: 'once for a 2xx on two hops',
      text: file(
        complete,
        invite(INVITE),
        invite({ ...behindProxy, ...RECORD_ROUTE }),
        ok('INVITE', { ...behindProxy, ...RECORD_ROUTE }),
        ok('INVITE', RECORD_ROUTE),
      ),
    },
  ],
  good: [
    { name: 'not declared complete', text: file(invite(), response(486, 'INVITE')) },
    {
      name: 'of both kinds',
      text: file(complete, invite(), response(486, 'INVITE'), failureAck(), response(486, 'INVITE')),
    },
    {
      name: 'a 2xx on a hop without Record-Route',
      text: file(complete, invite(behindProxy), ok('INVITE', behindProxy)),
    },
    {
      name: 'ack-non-2xx-via-mismatch',
      text: file(
        complete,
        invite(),
        response(486, 'INVITE'),
        failureAck({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' }),
      ),
    },
    { name: 'ack-2xx-cseq-mismatch', text: file(complete, invite(), ok('INVITE'), ack({ CSeq: '7 ACK' })) },
    {
      name: 'an ACK without To tag',
      text: file(complete, invite(), ok('INVITE'), ack({ To: '<sip:bob@example.net>' })),
    },
    { name: 'no final response', text: file(complete, invite(), response(180, 'INVITE')) },
    {
      name: 'response-from-mismatch',
      text: file(complete, invite(), ok('INVITE', { From: '<sip:alice@example.com>;tag=x1y2z3a4' }), ack()),
    },
  ],
});

testRule(early, {
  bad: [
    {
      name: 'behind a provisional response',
      text: file(invite(), response(183, 'INVITE'), ack(ACK), ok('INVITE'), ack({ Via: OTHER_BRANCH })),
      findings: [{ messageId: 'early', severity: 'warning', data: { code: 200 } }],
    },
    {
      name: 'with the branch of the INVITE',
      text: file(invite(), response(180, 'INVITE'), failureAck(ACK), response(486, 'INVITE')),
    },
    {
      name: 'with another branch than the failure',
      text: file(
        invite(),
        failureAck({ ...ACK, Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' }),
        response(486, 'INVITE'),
      ),
    },
    { name: 'none in a complete file', text: file(complete, invite(), ack(ACK)), findings: [{ messageId: 'never' }] },
  ],
  good: [
    { name: 'behind a final response', text: file(invite(), ok('INVITE'), ack(), ok('INVITE'), ack()) },
    { name: 'none in another file', text: file(invite(), response(180, 'INVITE'), ack()) },
    {
      name: 'response-from-mismatch',
      text: file(complete, invite(), ok('INVITE', { From: '<sip:alice@example.com>;tag=x1y2z3a4' }), ack()),
    },
    { name: 'before the INVITE', text: file(ack(), invite(), ok('INVITE')) },
    { name: 'a response with another tag', text: file(invite(), ack(), ok('INVITE', to('bbbb2222'))) },
    { name: 'another number', text: file(invite(), ack({ CSeq: '7 ACK' }), ok('INVITE')) },
    { name: 'repeated for a copy of the response', text: file(invite(), ack(), ok('INVITE'), ack()) },
    { name: 'the only one in a call that goes on', text: file(invite(), ack(), ok('INVITE'), bye()) },
    {
      name: 'the ACK of a proxy whose response was not seen',
      text: file(
        invite(),
        invite(behindProxy),
        failureAck({ Via: 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1' }),
        response(486, 'INVITE'),
      ),
    },
    {
      name: 'a final response on another hop',
      text: file(invite(), ok('INVITE', behindProxy), ack(), ok('INVITE')),
    },
  ],
});
