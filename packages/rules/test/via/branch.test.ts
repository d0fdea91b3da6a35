import { testRule } from '@siplint/core/testing';
import { ack, file, invite, ok } from '../../src/examples/messages.js';
import duplicate from '../../src/via/via-branch-duplicate-in-message.js';
import magicCookie from '../../src/via/via-branch-magic-cookie.js';
import missing from '../../src/via/via-branch-missing.js';
import notUnique from '../../src/via/via-branch-not-unique-by-construction.js';

const TOP = 'SIP/2.0/UDP p1.example.com;branch=z9hG4bK1';
const via = (...values: string[]) => invite({ Via: values });

testRule(missing, {
  good: [
    { name: 'an empty branch, which is malformed', text: via('SIP/2.0/UDP h;branch=') },
    { name: 'a placeholder for parameters', text: via('SIP/2.0/UDP h;{{params}}') },
    {
      name: 'a response to a request of the file',
      text: file(
        invite({ Via: 'SIP/2.0/UDP h;branch=z9hG4bK1' }),
        ok('INVITE', { Via: ['SIP/2.0/UDP h;branch=z9hG4bK1', 'SIP/2.0/UDP g'] }),
      ),
    },
  ],
  bad: [
    { name: 'the only Via', text: via('SIP/2.0/UDP <|h|>;rport'), findings: [{ severity: 'error' }] },
    { name: 'the topmost of several', text: via('SIP/2.0/UDP <|h:1|>', TOP), findings: [{ severity: 'warning' }] },
    { name: 'a lower one', text: via(TOP, 'SIP/2.0/UDP <|h|>'), findings: [{ severity: 'warning' }] },
    {
      name: 'a response on its own',
      text: ok('INVITE', { Via: 'SIP/2.0/UDP <|h|>' }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'no Max-Forwards',
      text: invite({ Via: 'SIP/2.0/UDP <|h|>', 'Max-Forwards': null }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'no From tag',
      text: invite({ Via: 'SIP/2.0/UDP <|h|>', From: '<sip:a@b>' }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'once a transaction',
      text: file(
        via('SIP/2.0/UDP <|h|>'),
        via('SIP/2.0/UDP h'),
        via(TOP, 'SIP/2.0/UDP h;received=192.0.2.1'),
        invite({ Via: 'SIP/2.0/UDP <|h|>', CSeq: '314160 INVITE' }),
      ),
    },
  ],
});

testRule(magicCookie, {
  good: [
    { name: 'an empty branch, which is malformed', text: via('SIP/2.0/UDP h;branch=') },
    { name: 'a quoted branch, which is malformed', text: via('SIP/2.0/UDP h;branch="1"') },
    { name: 'a placeholder', text: via('SIP/2.0/UDP h;branch={{branch}}') },
    { name: 'the cookie alone in another case, which is not unique', text: via('SIP/2.0/UDP h;branch=Z9hG4bK') },
  ],
  bad: [
    {
      name: 'prefixes it',
      text: via('SIP/2.0/UDP h;branch=<|1|>;rport'),
      findings: [{ messageId: 'missing', severity: 'warning' }],
      fixed: via('SIP/2.0/UDP h;branch=z9hG4bK1;rport'),
    },
    {
      name: 'corrects its case',
      text: via('SIP/2.0/UDP h;branch=<|z9hg4bk1|>'),
      findings: [{ messageId: 'wrongCase', severity: 'warning' }],
      fixed: via('SIP/2.0/UDP h;branch=z9hG4bK1'),
    },
    { name: 'a lower Via', text: via(TOP, 'SIP/2.0/UDP h;branch=<|1|>'), findings: [{ severity: 'info' }] },
    { name: 'a response', text: ok('INVITE', { Via: 'SIP/2.0/UDP h;branch=<|1|>' }), findings: [{ severity: 'info' }] },
    {
      name: 'an ACK that is forwarded without state',
      text: ack({ Via: 'SIP/2.0/UDP h;branch=<|0|>' }),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'the same value in another request',
      text: via('SIP/2.0/UDP h;branch=<|0|>'),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'once a value',
      text: file(
        via('SIP/2.0/UDP h;branch=<|1|>'),
        ok('INVITE', { Via: 'SIP/2.0/UDP h;branch=1' }),
        via('SIP/2.0/UDP h;branch=<|2|>'),
      ),
    },
  ],
});

testRule(notUnique, {
  good: [{ name: 'a short value', text: via('SIP/2.0/UDP h;branch=z9hG4bK0') }],
  bad: [
    { name: 'the topmost Via', text: via('SIP/2.0/UDP h;branch=<|z9hG4bK|>'), findings: [{ severity: 'error' }] },
    { name: 'the cookie in another case', text: via('SIP/2.0/UDP h;branch=<|Z9hG4bK|>') },
    { name: 'a lower one', text: via(TOP, 'SIP/2.0/UDP h;branch=<|z9hG4bK|>'), findings: [{ severity: 'warning' }] },
    {
      name: 'a response',
      text: ok('INVITE', { Via: 'SIP/2.0/UDP h;branch=<|z9hG4bK|>' }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'once a transaction',
      text: file(via('SIP/2.0/UDP h;branch=<|z9hG4bK|>'), ok('INVITE', { Via: 'SIP/2.0/UDP h;branch=z9hG4bK' })),
    },
  ],
});

testRule(duplicate, {
  good: [
    { name: 'no magic cookie', text: via('SIP/2.0/UDP h;branch=1', 'SIP/2.0/UDP h;branch=1') },
    { name: 'the value 0', text: via('SIP/2.0/UDP h;branch=0', 'SIP/2.0/UDP h;branch=0') },
    { name: 'a Via that did not parse', text: via(TOP, 'SIP/2.0 p1.example.com;branch=z9hG4bK1') },
    { name: 'a placeholder', text: via('SIP/2.0/UDP h;branch=z9hG4bK{{a}}', 'SIP/2.0/UDP h;branch=z9hG4bK{{b}}') },
  ],
  bad: [
    {
      name: 'in one row',
      text: via(`${TOP}, SIP/2.0/UDP P1.example.com;branch=<|Z9HG4BK1|>`),
      findings: [{ messageId: 'sameHop', severity: 'error' }],
    },
    {
      name: 'another port',
      text: via(TOP, 'SIP/2.0/UDP p1.example.com:5062;branch=<|z9hG4bK1|>'),
      findings: [{ messageId: 'copied', severity: 'warning' }],
    },
    {
      name: 'three of one',
      text: via(TOP, TOP.replace('z9hG4bK1', '<|z9hG4bK1|>'), TOP.replace(/$/, '2'), TOP),
      findings: [{ messageId: 'sameHop' }],
    },
    {
      name: 'the response repeats it',
      text: file(via(TOP, TOP.replace('z9hG4bK1', '<|z9hG4bK1|>')), ok('INVITE', { Via: [TOP, TOP] })),
    },
  ],
});
