import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { byAlice, toAlice } from '../../src/examples/in-dialog.js';
import { file, invite, ok, response } from '../../src/examples/messages.js';
import notCopied from '../../src/routing/record-route-not-copied.js';
import notPrepended from '../../src/routing/record-route-not-prepended.js';

const P1 = '<sip:p1.example.com;lr>';
const P2 = '<sip:p2.example.com;lr>';
const P3 = '<sip:p3.example.com;lr>';
const PROXY = '<sip:proxy.example.com;lr>';
const recorded = (...routes: readonly string[]) => ({ 'Record-Route': routes });
const asked = invite(recorded(P2, P1));
const OTHER_TAG = '<sip:bob@example.net>;tag=8321234356-a';

testRule(notCopied, {
  bad: [
    {
      name: 'missing from the 2xx',
      text: file(asked, ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK' })),
      findings: [{ messageId: 'missing', severity: 'error' }],
      fixed: file(asked, ok('INVITE', recorded(`${P2}, ${P1}`))),
    },
    {
      name: 'missing from a provisional response: a warning',
      text: file(
        asked,
        response(180, 'INVITE', { startLine: 'SIP/2.0 <|180|> Ringing' }),
        ok('INVITE', recorded(P2, P1)),
      ),
      findings: [{ messageId: 'missing', severity: 'warning', data: { code: 180 } }],
    },
    {
      name: 'missing from both: once, and an error',
      text: file(asked, response(180, 'INVITE', { startLine: 'SIP/2.0 <|180|> Ringing' }), ok('INVITE')),
      findings: [{ severity: 'error', data: { code: 180 } }],
    },
    {
      name: 'one is missing',
      text: file(asked, ok('INVITE', recorded(`<|${P1}|>`))),
      findings: [{ messageId: 'incomplete', data: { found: 1, expected: 2 } }],
    },
    {
      name: 'in reverse order',
      text: file(asked, ok('INVITE', recorded(`<|${P1}|>`, P2))),
      findings: [{ messageId: 'order', severity: 'error', data: { expected: 'sip:p2.example.com;lr' } }],
      fixed: file(asked, ok('INVITE', recorded(`${P2}, ${P1}`))),
    },
    {
      name: 'in front of those of the next proxy',
      text: file(asked, ok('INVITE', recorded(P2, `<|${P1}|>`, P3))),
      findings: [{ messageId: 'order' }],
      fixed: null,
    },
    {
      name: 'one is another: an info',
      text: file(asked, ok('INVITE', recorded('<|<sip:10.0.0.2;lr>|>', P1))),
      findings: [{ messageId: 'other', severity: 'info', data: { found: 'sip:10.0.0.2;lr' } }],
      fixed: null,
    },
    {
      name: 'all are others: a warning',
      text: file(asked, ok('INVITE', recorded('<|<sip:10.0.0.2;lr>|>', '<sip:10.0.0.1;lr>'))),
      findings: [{ messageId: 'other', severity: 'warning' }],
    },
    {
      name: 'sips for sip',
      text: file(asked, ok('INVITE', recorded('<|<sips:p2.example.com;lr>|>', P1))),
      findings: [{ messageId: 'other' }],
    },
    {
      name: 'on the hop next to the callee only',
      text: file(
        invite(recorded(P1)),
        forwarded('INVITE', recorded(PROXY, P1)),
        fromBranch(200, 'INVITE', recorded(`<|${P1}|>`, PROXY)),
        ok('INVITE', { ...recorded(P1, PROXY), To: OTHER_TAG }),
      ),
    },
    {
      name: 'by a proxy on the way back',
      text: file(
        invite(recorded(P1)),
        forwarded('INVITE', recorded(PROXY, P1)),
        fromBranch(200, 'INVITE', recorded(PROXY, P1)),
        ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK', To: OTHER_TAG }),
      ),
    },
  ],
  good: [
    { name: 'rows and letter case', text: file(asked, ok('INVITE', recorded(`${P2},<SIP:P1.EXAMPLE.com;lr>`))) },
    {
      name: 'parameters, and the default port',
      text: file(asked, ok('INVITE', recorded('<sip:p2.example.com:5060;lr=on;did=1>', P1))),
    },
    { name: 'more in front', text: file(asked, ok('INVITE', recorded(P3, P2, P1))) },
    { name: 'the same proxy twice', text: file(invite(recorded(P1, P1)), ok('INVITE', recorded(P1, P1))) },
    {
      name: 'the same URI written in another way',
      text: file(
        invite(recorded('<sip:p@[2001:DB8::1];lr>')),
        ok('INVITE', recorded('<sip:%70@[2001:db8:0:0:0:0:0:1];lr>')),
      ),
    },
    { name: '199 of a proxy (RFC 6228 §6)', text: file(asked, response(199, 'INVITE')) },
    { name: 'none', text: file(invite(), ok('INVITE')) },
    { name: 'only in the response', text: file(invite(), ok('INVITE', recorded(P1))) },
    { name: '180 without a To tag', text: file(asked, response(180, 'INVITE', { To: '<sip:bob@example.net>' })) },
    { name: 'a failure', text: file(asked, response(486, 'INVITE')) },
    { name: 'no request', text: ok('INVITE') },
    { name: 'a re-INVITE', text: file(byAlice('INVITE', 2, recorded(P1)), toAlice(200, 'INVITE', 2)) },
    { name: 'a value that cannot be read', text: file(asked, ok('INVITE', recorded('<sip:p2.example.com;lr'))) },
  ],
});

testRule(notPrepended, {
  bad: [
    {
      name: 'behind',
      text: file(asked, forwarded('INVITE', recorded(P2, P1, `<|${PROXY}|>`))),
      findings: [{ messageId: 'behind', severity: 'warning' }],
    },
    { name: 'in between', text: file(asked, forwarded('INVITE', recorded(P2, `<|${PROXY}|>`, P1))) },
    { name: 'in front and behind', text: file(asked, forwarded('INVITE', recorded(P3, P2, P1, `<|${PROXY}|>`))) },
    {
      name: 'once a call for a proxy that forks',
      text: file(
        asked,
        forwarded('INVITE', recorded(P2, P1, `<|${PROXY}|>`)),
        forwarded('INVITE', recorded(P2, P1, PROXY), 'b'),
      ),
    },
  ],
  good: [
    { name: 'in front', text: file(asked, forwarded('INVITE', recorded(PROXY, P2, P1))) },
    { name: 'nothing added', text: file(asked, forwarded('INVITE', recorded(P2, P1))) },
    { name: 'another order', text: file(asked, forwarded('INVITE', recorded(P1, P2, PROXY))) },
    { name: 'values that were hidden', text: file(asked, forwarded('INVITE', recorded(PROXY, P1, P3))) },
    { name: 'itself twice', text: file(invite(recorded(PROXY)), forwarded('INVITE', recorded(PROXY, PROXY))) },
    { name: 'the hop before is not in the file', text: forwarded('INVITE', recorded(P1, PROXY)) },
  ],
});
