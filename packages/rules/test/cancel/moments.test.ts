import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import late from '../../src/cancel/cancel-after-final-response.js';
import early from '../../src/cancel/cancel-before-provisional.js';
import nonInvite from '../../src/cancel/cancel-non-invite.js';
import { forwarded } from '../../src/examples/forwarded.js';
import { identityOf } from '../../src/examples/requests.js';
import {
  ack,
  at,
  type Changes,
  cancel,
  failureAck,
  file,
  invite,
  line,
  ok,
  options,
  request,
  response,
} from '../calls.js';

const trying = response(100, 'INVITE');
const marked = (changes: Changes = {}) => cancel({ startLine: '<|CANCEL|> sip:bob@example.net SIP/2.0', ...changes });
const COMPLETE = line('# siplint-set complete=yes');
const moving = (direction: 'in' | 'out', message: Example) =>
  file(line(`# siplint-set direction=${direction}`), message);

testRule(early, {
  bad: [
    { name: 'a 100 behind it', text: file(invite(), marked(), trying), findings: [{ severity: 'warning' }] },
    { name: 'the first CANCEL of two', text: file(invite(), marked(), cancel(), trying) },
    {
      name: 'another response behind it',
      text: file(invite(), marked(), response(180, 'INVITE')),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'a 100 to a copy of the INVITE',
      text: file(invite(), invite(), marked(), trying),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'a complete file',
      text: file(COMPLETE, invite(), marked(), response(487, 'INVITE')),
      findings: [{ severity: 'warning' }],
    },
    { name: 'a complete file without a response', text: file(COMPLETE, invite(), marked(), ok('CANCEL')) },
    {
      name: 'the hop where it began',
      text: file(invite(), forwarded('INVITE'), marked(), forwarded('CANCEL'), trying),
    },
  ],
  good: [
    { name: 'a final response before it', text: file(COMPLETE, invite(), response(486, 'INVITE'), cancel()) },
    { name: 'no response', text: file(invite(), cancel(), ok('CANCEL')) },
    { name: 'the INVITE behind it', text: file(cancel(), invite(), trying) },
    { name: 'times that say otherwise', text: file(at(1.5, invite()), at(3.5, cancel()), at(2.5, trying)) },
    {
      name: 'a response with another branch',
      text: file(
        COMPLETE,
        invite(),
        response(100, 'INVITE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother;received=192.0.2.1' }),
        cancel(),
      ),
    },
  ],
});

testRule(late, {
  bad: [
    {
      name: 'more than 500 ms behind',
      text: file(invite(), at(1.25, ok('INVITE')), at(1.8, marked())),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'more than 32 seconds behind',
      text: file(invite(), at(1.25, ok('INVITE')), at(33.5, marked())),
      findings: [{ severity: 'warning', messageId: 'answered', data: { code: 200 } }],
    },
    {
      name: 'behind the ACK',
      text: file(invite(), response(486, 'INVITE'), failureAck(), marked()),
      findings: [{ severity: 'info', messageId: 'refused', data: { code: 486 } }],
    },
    {
      name: 'behind the ACK of a 2xx',
      text: file(invite(), ok('INVITE'), ack(), marked()),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'behind the ACK, which can not overtake it',
      text: file(line('# siplint-set transport=tcp'), file(invite(), ok('INVITE'), ack(), marked())),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'at the client',
      text: file(invite(), moving('in', ok('INVITE')), moving('out', marked())),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'at the server',
      text: file(moving('out', ok('INVITE')), moving('in', marked())),
      findings: [{ severity: 'info' }],
    },
    { name: 'nothing that tells', text: file(invite(), ok('INVITE'), marked()), findings: [{ severity: 'info' }] },
    {
      name: 'a response that was not acknowledged',
      text: file(at(1.25, ok('INVITE')), at(1.75, ok('INVITE')), at(2.5, marked())),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'an ACK to another 2xx',
      text: file(invite(), ok('INVITE'), ack({ To: '<sip:bob@example.net>;tag=bbbb2222' }), marked()),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'whole seconds',
      text: file(invite(), at(1, ok('INVITE')), at(35, marked())),
      findings: [{ severity: 'warning' }],
    },
  ],
  good: [
    { name: 'up to 500 ms', text: file(at(1.25, ok('INVITE')), at(1.7, cancel())) },
    { name: 'whole seconds that may be less', text: file(at(1, ok('INVITE')), at(2, cancel())) },
    { name: 'a retransmission', text: file(invite(), trying, cancel(), ok('INVITE'), ack(), cancel()) },
    { name: 'a provisional response', text: file(invite(), response(180, 'INVITE'), cancel()) },
    {
      name: 'what a proxy forwards',
      text: file(invite(), forwarded('INVITE'), trying, cancel(), ok('INVITE'), ack(), forwarded('CANCEL')),
    },
  ],
});

const about = (method: string, startLine: string): Example => {
  const { branch, fromTag, toTag, callId, cseq } = identityOf(method);
  const isInDialog = method === 'INFO';
  return cancel({
    startLine,
    Via: `SIP/2.0/UDP pc33.example.com;branch=${branch}`,
    To: `<sip:bob@example.net>${isInDialog ? `;tag=${toTag}` : ''}`,
    From: `<sip:alice@example.com>;tag=${fromTag}`,
    'Call-ID': callId,
    CSeq: `${cseq} CANCEL`,
  });
};

testRule(nonInvite, {
  bad: ['OPTIONS', 'MESSAGE', 'INFO'].map((method) => ({
    name: method,
    text: file(request(method), about(method, '<|CANCEL|> sip:bob@example.net SIP/2.0')),
    findings: [{ severity: 'warning' as const, data: { method } }],
  })),
  good: [
    { name: 'INVITE', text: file(invite(), cancel()) },
    { name: 'another branch', text: file(options(), cancel()) },
    {
      name: 'another number',
      text: file(options({ CSeq: '7 OPTIONS' }), about('OPTIONS', 'CANCEL sip:bob@example.net SIP/2.0')),
    },
    { name: 'the request behind it', text: file(about('OPTIONS', 'CANCEL sip:bob@example.net SIP/2.0'), options()) },
  ],
});
