import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { byAlice, byBob, toAlice, toBob } from '../../src/examples/in-dialog.js';
import { ack, bye, type Changes, file, invite, line, ok, response } from '../../src/examples/messages.js';
import target from '../../src/routing/dialog-request-uri-not-remote-target.js';
import routeSet from '../../src/routing/dialog-route-set-mismatch.js';

const to = (method: string, uri: string, changes: Changes = {}): Changes => ({
  startLine: `${method} ${uri} SIP/2.0`,
  ...changes,
});
const CALL = [invite(), ok('INVITE'), ack()];
const CLIENT = '192.0.2.1:5060';
const PROXY = '192.0.2.10:5060';
const between = (from: string, towards: string, message: Example): Example =>
  file(line(`U ${from} -> ${towards}`), message);

testRule(target, {
  bad: [
    {
      name: 'the ACK to a 2xx',
      text: file(invite(), ok('INVITE'), ack(to('ACK', '<|sip:bob@example.net|>'))),
      findings: [{ severity: 'warning', data: { method: 'ACK', expected: 'sip:bob@client.example.net' } }],
      fixed: file(invite(), ok('INVITE'), ack(to('ACK', 'sip:bob@client.example.net'))),
    },
    { name: 'without the INVITE', text: file(ok('INVITE'), ack(to('ACK', '<|sip:bob@example.net|>'))) },
    {
      name: 'each side once',
      text: file(
        ...CALL,
        byBob('INFO', 1, to('INFO', '<|sip:alice@example.com|>')),
        toBob(200, 'INFO', 1),
        byBob('INFO', 2, to('INFO', 'sip:alice@example.com')),
        bye(to('BYE', '<|sip:bob@example.net|>')),
      ),
    },
    { name: 'another port', text: file(...CALL, bye(to('BYE', '<|sip:bob@client.example.net:5070|>'))) },
    { name: 'another scheme', text: file(...CALL, bye(to('BYE', '<|sips:bob@client.example.net|>'))) },
    {
      name: 'the Contact before that of a re-INVITE',
      text: file(
        ...CALL,
        byBob('INVITE', 1, { Contact: '<sip:bob@mobile.example.net>' }),
        toBob(200, 'INVITE', 1),
        byBob('ACK', 1),
        bye(to('BYE', '<|sip:bob@client.example.net|>')),
      ),
    },
    {
      name: 'the Contact of a 18x in place of that of the 2xx',
      text: file(
        invite(),
        response(180, 'INVITE', { Contact: '<sip:bob@gateway.example.net>' }),
        ok('INVITE'),
        ack(to('ACK', '<|sip:bob@gateway.example.net|>')),
      ),
    },
    {
      name: 'behind a Route',
      text: file(
        invite(),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com;lr>' }),
        ack(to('ACK', '<|sip:bob@example.net|>', { Route: '<sip:p1.example.com;lr>' })),
      ),
    },
    {
      name: 'on another link, from the place that the Contact came to',
      text: file(
        between(CLIENT, PROXY, invite()),
        between(PROXY, CLIENT, ok('INVITE')),
        between(CLIENT, '192.0.2.99:5060', ack(to('ACK', '<|sip:bob@example.net|>'))),
      ),
    },
    {
      name: 'what was dialled in place of a private Contact',
      text: file(
        invite(),
        ok('INVITE', { Contact: '<sip:bob@192.168.0.4>' }),
        ack(to('ACK', '<|sip:bob@example.net|>')),
      ),
    },
  ],
  good: [
    { name: 'parameters', text: file(...CALL, bye(to('BYE', 'sip:bob@client.example.net;transport=tcp;x=1'))) },
    {
      name: 'no Contact',
      text: file(invite(), ok('INVITE', { Contact: null }), ack(to('ACK', 'sip:bob@example.net'))),
    },
    {
      name: 'behind a proxy',
      text: file(
        invite(),
        ok('INVITE'),
        ack(
          to('ACK', 'sip:bob@example.net', {
            Via: [
              'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK-1',
              'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-ack;received=192.0.2.1',
            ],
          }),
        ),
      ),
    },
    {
      name: 'the Contact that a proxy wrote on another hop',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(200, 'INVITE', { Contact: '<sip:bob@10.0.0.4>' }),
        ok('INVITE', { Contact: '<sip:bob@198.51.100.4>', To: '<sip:bob@example.net>;tag=8321234356-a' }),
        ack(to('ACK', 'sip:bob@198.51.100.4', { To: '<sip:bob@example.net>;tag=8321234356-a' })),
      ),
    },
    {
      name: 'a re-INVITE that is not answered yet',
      text: file(
        ...CALL,
        byBob('INVITE', 1, { Contact: '<sip:bob@mobile.example.net>' }),
        bye(to('BYE', 'sip:bob@mobile.example.net')),
      ),
    },
    {
      name: 'a re-INVITE that was refused behind a reliable provisional response (RFC 6141 §4.6)',
      text: file(
        ...CALL,
        byBob('INVITE', 1, { Contact: '<sip:bob@mobile.example.net>' }),
        toBob(183, 'INVITE', 1, { Require: '100rel', RSeq: '1' }),
        toBob(488, 'INVITE', 1),
        bye(to('BYE', 'sip:bob@mobile.example.net')),
      ),
    },
    {
      name: 'a 2xx that the file lacks',
      text: file(invite(), response(183, 'INVITE', { Contact: '<sip:bob@gateway.example.net>' }), bye()),
    },
    {
      name: 'where a 3xx within the dialog sends it',
      text: file(
        ...CALL,
        byAlice('INFO', 314160),
        toAlice(302, 'INFO', 314160, { Contact: '<sip:bob@mobile.example.net>' }),
        byAlice('INFO', 314161, to('INFO', 'sip:bob@mobile.example.net')),
      ),
    },
    {
      name: 'a re-INVITE that only its response tells of',
      text: file(...CALL, toBob(200, 'INVITE', 1), bye(to('BYE', 'sip:bob@mobile.example.net'))),
    },
    {
      name: 'a re-INVITE that was refused',
      text: file(
        ...CALL,
        byBob('INVITE', 1, { Contact: '<sip:bob@mobile.example.net>' }),
        toBob(488, 'INVITE', 1),
        bye(),
      ),
    },
    {
      name: 'from a place that the Contact did not come to',
      text: file(
        between('192.0.2.50:5060', PROXY, invite()),
        between(PROXY, '192.0.2.50:5060', ok('INVITE')),
        between(CLIENT, PROXY, ack(to('ACK', 'sip:bob@example.net'))),
      ),
    },
    {
      name: 'the callee, if proxies may have changed the Contact',
      text: file(
        invite(),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com;lr>' }),
        byBob('BYE', 1, to('BYE', 'sip:alice@198.51.100.1', { Route: '<sip:p1.example.com;lr>' })),
      ),
    },
    {
      name: 'in the form for a strict router',
      text: file(
        invite(),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com>' }),
        ack(to('ACK', 'sip:p1.example.com', { Route: '<sip:bob@client.example.net>' })),
      ),
    },
    {
      name: 'a lost target: route-set-lost-strict-routing',
      text: file(invite(), ok('INVITE'), ack(to('ACK', 'sip:p1.example.com;lr'))),
    },
    {
      name: 'several Contacts',
      text: file(invite(), ok('INVITE', { Contact: '<sip:a@b.example.net>, <sip:c@d.example.net>' }), ack()),
    },
  ],
});

const P1 = '<sip:p1.example.com;lr>';
const P2 = '<sip:p2.example.com;lr>';
const recorded = (...routes: readonly string[]) => ({ 'Record-Route': routes });
const RECORDED = [invite(), ok('INVITE', recorded(P2, P1))];

testRule(routeSet, {
  bad: [
    {
      name: 'no Route',
      text: file(...RECORDED, ack(to('<|ACK|>', 'sip:bob@client.example.net'))),
      findings: [{ messageId: 'missing', severity: 'warning' }],
      fixed: file(...RECORDED, ack({ Route: `${P1}, ${P2}` })),
    },
    {
      name: 'one is missing',
      text: file(...RECORDED, ack({ Route: `<|${P2}|>` })),
      findings: [{ messageId: 'incomplete', data: { lacking: 'sip:p1.example.com;lr' } }],
    },
    {
      name: 'in the order of the response',
      text: file(...RECORDED, ack({ Route: `<|${P2}|>, ${P1}` })),
      findings: [{ messageId: 'order' }],
      fixed: file(...RECORDED, ack({ Route: `${P1}, ${P2}` })),
    },
    {
      name: 'one too many',
      text: file(...RECORDED, ack({ Route: `${P1}, ${P2}, <|<sip:p3.example.com;lr>|>` })),
      findings: [{ messageId: 'extra', data: { found: 'sip:p3.example.com;lr' } }],
    },
    {
      name: 'a Route where nobody recorded himself',
      text: file(invite(), ok('INVITE'), ack({ Route: `<|${P1}|>` })),
      findings: [{ messageId: 'extra', data: { expected: 'none' } }],
      fixed: file(invite(), ok('INVITE'), ack()),
    },
    {
      name: 'once for each side',
      text: file(
        invite(recorded(P1)),
        ok('INVITE', recorded(P1)),
        ack(to('<|ACK|>', 'sip:bob@client.example.net')),
        byAlice('BYE', 314160),
        byBob('BYE', 1, to('<|BYE|>', 'sip:alice@pc33.example.com')),
      ),
    },
    {
      name: 'the order of the caller by the callee',
      text: file(
        invite(recorded(P2, P1)),
        ok('INVITE', recorded(P2, P1)),
        byBob('BYE', 1, { Route: `<|${P1}|>, ${P2}` }),
      ),
      findings: [{ messageId: 'order' }],
    },
    {
      name: 'what a later re-INVITE recorded',
      text: file(
        ...RECORDED,
        ack({ Route: [P1, P2] }),
        byAlice('INVITE', 314160, { Route: [P1, P2] }),
        toAlice(200, 'INVITE', 314160, recorded(P1)),
        bye({ CSeq: '314161 BYE', Route: `<|${P1}|>` }),
      ),
    },
    {
      name: 'the order where the INVITE is not in the file',
      text: file(ok('INVITE', recorded(P2, P1)), bye({ Route: `<|${P2}|>, ${P1}` })),
    },
    {
      name: 'past the proxy, on another link',
      text: file(
        between(CLIENT, PROXY, invite()),
        between(PROXY, CLIENT, ok('INVITE', recorded(P1))),
        between(CLIENT, '192.0.2.4:5060', ack(to('<|ACK|>', 'sip:bob@client.example.net'))),
      ),
    },
  ],
  good: [
    { name: 'in reverse order', text: file(...RECORDED, ack({ Route: [P1, P2] })) },
    {
      name: 'other parameters, and the default port',
      text: file(...RECORDED, ack({ Route: `<sip:u@p1.example.com:5060;lr=on>, ${P2}` })),
    },
    {
      name: 'the set of the 18x',
      text: file(invite(), response(183, 'INVITE', recorded(P1)), ok('INVITE', recorded(P2, P1)), ack({ Route: P1 })),
    },
    {
      name: 'a preloaded Route in front',
      text: file(
        invite({ Route: '<sip:out.example.com;lr>' }),
        ok('INVITE', recorded(P1)),
        ack({ Route: `<sip:out.example.com;lr>, ${P1}` }),
      ),
    },
    {
      name: 'in the form for a strict router',
      text: file(
        invite(),
        ok('INVITE', recorded(P2, '<sip:p1.example.com>')),
        ack(to('ACK', 'sip:p1.example.com', { Route: `${P2}, <sip:bob@client.example.net>` })),
      ),
    },
    {
      name: 'the callee',
      text: file(invite(recorded(P2, P1)), ok('INVITE', recorded(P2, P1)), byBob('BYE', 1, { Route: [P2, P1] })),
    },
    {
      name: 'the callee behind proxies that the hop of the INVITE does not show',
      text: file(invite(recorded(P1)), ok('INVITE', recorded(P2, P1)), byBob('BYE', 1, { Route: [P2, P1] })),
    },
    {
      name: 'a response on another hop',
      text: file(
        forwarded('INVITE', recorded(P1)),
        fromBranch(200, 'INVITE', recorded(P2, P1)),
        ack({ To: '<sip:bob@example.net>;tag=8321234356-a', Route: '<sip:proxy.example.com;lr>' }),
      ),
    },
    { name: 'the INVITE is not in the file', text: file(ok('INVITE', recorded(P2, P1)), bye({ Route: P1 }), bye()) },
    {
      name: 'a subscription, whose route set may come from a NOTIFY',
      text: file(
        line('---'),
        invite(to('SUBSCRIBE', 'sip:bob@example.net', { CSeq: '1 SUBSCRIBE', body: null, Event: 'dialog' })),
        ok('INVITE', { ...recorded(P1), CSeq: '1 SUBSCRIBE', body: null }),
        byAlice('SUBSCRIBE', 2, { Event: 'dialog' }),
      ),
    },
    { name: 'a Route that cannot be read', text: file(...RECORDED, ack({ Route: '<sip:p1.example.com;lr' })) },
  ],
});
