import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import notAnswered from '../../src/cancel/cancel-not-answered-with-200.js';
import tag from '../../src/cancel/cancel-response-to-tag-differs.js';
import without487 from '../../src/cancel/cancelled-invite-without-487.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { at, type Changes, cancel, file, invite, ok, request, response } from '../calls.js';

const ringing = response(180, 'INVITE');
const marked = (code: number, method = 'CANCEL') => response(code, method, { startLine: `SIP/2.0 <|${code}|> Reason` });
const cancelledBy = (...answers: readonly Example[]) => file(invite(), ringing, cancel(), ...answers);

testRule(notAnswered, {
  bad: [
    ...[202, 302, 403, 404, 408, 486, 603].map((code) => ({
      name: `${code}`,
      text: marked(code),
      findings: [{ severity: 'info' as const, messageId: 'other', data: { code } }],
    })),
    { name: 'without a CANCEL', text: file(invite(), marked(408)) },
    { name: '481 while the INVITE is pending', text: cancelledBy(marked(481)), findings: [{ messageId: 'pending' }] },
    { name: '481 before a failure', text: cancelledBy(marked(481), response(486, 'INVITE')) },
    {
      name: 'the hop where it comes from',
      text: file(
        cancel(),
        forwarded('CANCEL'),
        fromBranch(408, 'CANCEL', { startLine: 'SIP/2.0 <|408|> Request Timeout', To: '<sip:bob@example.net>;tag=1' }),
        response(408, 'CANCEL', { To: '<sip:bob@example.net>;tag=1' }),
      ),
    },
  ],
  good: [
    ...[200, 400, 401, 407, 487, 500, 503].map((code) => ({ name: `${code}`, text: response(code, 'CANCEL') })),
    { name: '481 without an INVITE', text: file(cancel(), response(481, 'CANCEL')) },
    { name: '481 without a provisional response', text: file(invite(), cancel(), response(481, 'CANCEL')) },
    {
      name: '481 behind the final response',
      text: file(invite(), ringing, ok('INVITE'), cancel(), response(481, 'CANCEL')),
    },
    { name: '481 and then a 2xx', text: cancelledBy(response(481, 'CANCEL'), ok('INVITE')) },
    {
      name: '481 to a CANCEL with other values',
      text: file(invite(), ringing, cancel({ CSeq: '7 CANCEL' }), response(481, 'CANCEL', { CSeq: '7 CANCEL' })),
    },
    { name: 'another method', text: response(486, 'INVITE') },
  ],
});

const TO = '<sip:bob@client.example.net>';
const FROM_BOB: Changes = { To: `${TO};tag=8321234356` };
const sent = (method: string, changes: Changes = {}): Example =>
  request(method, { startLine: `${method} sip:bob@client.example.net SIP/2.0`, To: TO, ...changes });
const straight = (...answers: readonly Example[]) =>
  file(sent('INVITE'), response(180, 'INVITE', FROM_BOB), sent('CANCEL'), ...answers);
const OTHER: Changes = { To: `${TO};tag=bbbb2222` };
const MARKED: Changes = { To: `${TO};tag=<|bbbb2222|>` };

testRule(tag, {
  bad: [
    {
      name: '200',
      text: straight(ok('CANCEL', MARKED)),
      findings: [{ severity: 'info', data: { found: 'bbbb2222', expected: '8321234356', code: 180 } }],
    },
    { name: '481', text: straight(response(481, 'CANCEL', MARKED)) },
    {
      name: 'a response to the INVITE behind it',
      text: file(sent('INVITE'), sent('CANCEL'), ok('CANCEL', MARKED), response(183, 'INVITE', FROM_BOB)),
    },
  ],
  good: [
    {
      name: 'the same in another case',
      text: file(
        sent('INVITE'),
        response(180, 'INVITE', { To: `${TO};tag=AbC` }),
        sent('CANCEL'),
        ok('CANCEL', { To: `${TO};tag=aBc` }),
      ),
    },
    {
      name: 'several tags',
      text: straight(response(180, 'INVITE', OTHER), ok('CANCEL', { To: `${TO};tag=cccc3333` })),
    },
    {
      name: 'Route',
      text: file(
        sent('INVITE', { Route: '<sip:p1.example.com;lr>' }),
        response(180, 'INVITE', FROM_BOB),
        sent('CANCEL', { Route: '<sip:p1.example.com;lr>' }),
        ok('CANCEL', OTHER),
      ),
    },
    {
      name: 'a hop behind',
      text: file(
        sent('INVITE'),
        forwarded('INVITE', { To: TO }),
        response(180, 'INVITE', FROM_BOB),
        sent('CANCEL'),
        ok('CANCEL', OTHER),
      ),
    },
    {
      name: 'another Request-URI than the Contact',
      text: cancelledBy(ok('CANCEL', { To: '<sip:bob@example.net>;tag=bbbb2222' })),
    },
    {
      name: 'no Contact',
      text: file(
        sent('INVITE'),
        response(180, 'INVITE', { ...FROM_BOB, Contact: null }),
        sent('CANCEL'),
        ok('CANCEL', OTHER),
      ),
    },
    {
      name: 'a tag in the requests',
      text: file(
        sent('INVITE', FROM_BOB),
        response(180, 'INVITE', FROM_BOB),
        sent('CANCEL', FROM_BOB),
        ok('CANCEL', OTHER),
      ),
    },
    { name: 'no tag', text: straight(ok('CANCEL', { To: TO })) },
  ],
});

testRule(without487, {
  bad: [
    {
      name: 'a failure of the user agent',
      text: straight(
        ok('CANCEL', FROM_BOB),
        response(480, 'INVITE', { ...FROM_BOB, startLine: 'SIP/2.0 <|480|> Away' }),
      ),
      findings: [{ severity: 'info', data: { code: 480 } }],
    },
    {
      name: 'what a proxy may say',
      text: cancelledBy(ok('CANCEL'), marked(408, 'INVITE')),
      findings: [{ severity: 'info' }],
    },
    { name: 'a 2xx', text: cancelledBy(ok('CANCEL'), marked(200, 'INVITE')), findings: [{ severity: 'info' }] },
    { name: 'more than 500 ms behind', text: cancelledBy(at(8.1, ok('CANCEL')), at(8.7, marked(486, 'INVITE'))) },
  ],
  good: [
    { name: '487', text: cancelledBy(ok('CANCEL'), response(487, 'INVITE')) },
    { name: 'before the 200', text: cancelledBy(response(486, 'INVITE'), ok('CANCEL')) },
    { name: '481 to the CANCEL', text: cancelledBy(response(481, 'CANCEL'), response(480, 'INVITE')) },
    { name: 'no 200 to the CANCEL', text: cancelledBy(response(480, 'INVITE')) },
    { name: 'up to 500 ms behind', text: cancelledBy(at(8.1, ok('CANCEL')), at(8.5, response(486, 'INVITE'))) },
    {
      name: 'what comes from the hop behind',
      text: file(
        invite(),
        forwarded('INVITE'),
        ringing,
        cancel(),
        ok('CANCEL'),
        fromBranch(486, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356' }),
        response(486, 'INVITE'),
      ),
    },
  ],
});
