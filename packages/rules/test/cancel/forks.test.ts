import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import rule from '../../src/cancel/forked-branch-not-cancelled.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { okToProxyCancel, proxyCancel } from '../../src/examples/proxy-cancel.js';
import { at, cancel, file, invite, line, ok, response } from '../calls.js';

const COMPLETE = line('# siplint-set complete=yes');
const marked = forwarded('INVITE', { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' });
/** The default INVITE forked to a and b, and what follows. */
const forked = (toA: Example, ...parts: readonly Example[]) =>
  file(COMPLETE, invite(), toA, forwarded('INVITE', {}, 'b'), ...parts);
const ringing = file(
  fromBranch(180, 'INVITE'),
  response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356-a' }),
);
const FROM_B = { To: '<sip:bob@example.net>;tag=8321234356-b' };
const answered = file(fromBranch(200, 'INVITE', {}, 'b'), ok('INVITE', FROM_B));
const declined = file(fromBranch(603, 'INVITE', {}, 'b'), response(603, 'INVITE', FROM_B));

testRule(rule, {
  bad: [
    {
      name: 'a 2xx',
      text: forked(marked, ringing, answered),
      findings: [{ severity: 'info', messageId: 'forwardedFinal', data: { code: 200 } }],
    },
    { name: 'a 6xx', text: forked(marked, ringing, declined), findings: [{ data: { code: 603 } }] },
    { name: 'a CANCEL', text: forked(marked, ringing, cancel(), ok('CANCEL')), findings: [{ messageId: 'cancelled' }] },
    {
      name: 'a final response of the branch long behind',
      text: forked(
        marked,
        ringing,
        at(5.5, fromBranch(200, 'INVITE', {}, 'b')),
        at(5.6, ok('INVITE', FROM_B)),
        at(25.5, fromBranch(480, 'INVITE')),
      ),
    },
  ],
  good: [
    {
      name: 'a CANCEL on the branch',
      text: forked(forwarded('INVITE'), ringing, answered, proxyCancel(), okToProxyCancel()),
    },
    { name: 'no provisional response', text: forked(forwarded('INVITE'), answered) },
    { name: 'a provisional response behind', text: forked(forwarded('INVITE'), answered, ringing) },
    {
      name: 'a final response before',
      text: forked(forwarded('INVITE'), ringing, fromBranch(486, 'INVITE'), answered),
    },
    {
      name: 'a final response right behind',
      text: forked(forwarded('INVITE'), ringing, answered, fromBranch(486, 'INVITE')),
    },
    {
      name: 'a CANCEL that was not accepted',
      text: forked(forwarded('INVITE'), ringing, cancel(), response(481, 'CANCEL')),
    },
    { name: 'nothing forwarded yet', text: forked(forwarded('INVITE'), ringing) },
    {
      name: 'a file that is not complete',
      text: file(invite(), forwarded('INVITE'), forwarded('INVITE', {}, 'b'), ringing, answered),
    },
    {
      name: 'Request-Disposition',
      text: forked(forwarded('INVITE', { 'Request-Disposition': 'no-cancel' }), ringing, answered),
    },
  ],
});
