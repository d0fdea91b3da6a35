import { testRule } from '@siplint/core/testing';
import { file, invite, ok } from '../../src/examples/messages.js';
import missingLr from '../../src/routing/record-route-missing-lr.js';
import notSip from '../../src/routing/record-route-not-sip-uri.js';
import sipsRequired from '../../src/routing/record-route-sips-required.js';
import notNameAddr from '../../src/routing/route-not-name-addr.js';

const recorded = (value: string) => invite({ 'Record-Route': value });

testRule(notNameAddr, {
  good: [
    { name: 'lr inside and outside', text: invite({ Route: '<sip:p;lr>;lr' }) },
    { name: 'a placeholder', text: invite({ Route: '{{route}}' }) },
    { name: 'Contact', text: invite({ Contact: 'sip:alice@pc33.example.com;lr' }) },
  ],
  bad: [
    {
      name: 'puts brackets around URI and parameters',
      text: invite({ Route: '<|sip:p1;lr;x=1|>, <sip:p2;lr>' }),
      findings: [{ messageId: 'noBrackets', data: { header: 'Route' }, severity: 'error' }],
      fixed: invite({ Route: '<sip:p1;lr;x=1>, <sip:p2;lr>' }),
    },
    { name: 'a "?"', text: recorded('<|sip:p1?a=b|>'), fixed: recorded('<sip:p1?a=b>') },
    {
      name: 'lr behind the brackets',
      text: recorded('"P" <sip:p1> ; <|lr|> ;x'),
      findings: [{ messageId: 'lrOutside' }],
      fixed: recorded('"P" <sip:p1;lr>  ;x'),
    },
    {
      name: 'lr behind the brackets and a parameter with quotes',
      text: recorded('<sip:p1>;x=">";<|lr|>'),
      fixed: null,
    },
  ],
});

testRule(missingLr, {
  good: [
    { name: 'a value of lr', text: recorded('<sip:p;LR=true>') },
    { name: 'lr outside, which is another rule', text: recorded('<sip:p>;lr') },
    { name: 'no SIP URI', text: recorded('<tel:+1>') },
    { name: 'Route', text: invite({ Route: '<sip:p>' }) },
    { name: 'a placeholder', text: recorded('<sip:{{proxy}}>') },
  ],
  bad: [
    {
      name: 'appends lr before headers',
      text: recorded('<<|sip:p;x?a=b|>>'),
      findings: [{ severity: 'warning' }],
      fixed: recorded('<sip:p;x;lr?a=b>'),
    },
    {
      name: 'once a file',
      text: file(recorded('<<|sip:p|>>, <<|sip:q|>>'), ok('INVITE', { 'Record-Route': '<sip:p>, <sip:q>' })),
    },
  ],
});

testRule(notSip, {
  good: [{ name: 'any case', text: recorded('<SIPS:p;lr>') }],
  bad: [
    { name: 'another scheme', text: recorded('<<|im:p;lr|>>'), findings: [{ severity: 'error' }] },
    {
      name: 'once a call',
      text: file(recorded('<sip:p;lr>, <<|tel:1|>>'), ok('INVITE', { 'Record-Route': '<sip:p;lr>, <tel:1>' })),
    },
  ],
});

const VIAS = ['SIP/2.0/TLS p1.example.com;branch=z9hG4bK1', 'SIP/2.0/TLS a.example.com;branch=z9hG4bK2'];
const SIPS = { startLine: 'INVITE sips:bob@example.net SIP/2.0', Via: VIAS };

testRule(sipsRequired, {
  good: [
    { name: 'one Via', text: invite({ ...SIPS, Via: VIAS[0] ?? '', 'Record-Route': '<sip:p1.example.com;lr>' }) },
    { name: 'the proxy before', text: invite({ ...SIPS, 'Record-Route': '<sip:p0.example.com;lr>' }) },
    { name: 'no sips', text: invite({ Via: VIAS, 'Record-Route': '<sip:p1.example.com;lr>' }) },
    {
      name: 'sips in a lower Route',
      text: invite({ Via: VIAS, Route: '<sip:p2;lr>, <sips:p3;lr>', 'Record-Route': '<sip:p1.example.com;lr>' }),
    },
    { name: 'a response', text: ok('INVITE', { Via: VIAS, 'Record-Route': '<sip:p1.example.com;lr>' }) },
    {
      name: 'a second row',
      text: invite({ ...SIPS, 'Record-Route': ['<sips:p1.example.com;lr>', '<sip:p1.example.com;lr>'] }),
    },
  ],
  bad: [
    {
      name: 'the Request-URI',
      text: invite({ ...SIPS, 'Record-Route': '<<|SIP|>:P1.example.com:5061;lr>' }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'the topmost Route',
      text: invite({ Via: VIAS, Route: '<sips:p2;lr>', 'Record-Route': '<<|sip|>:p1.example.com;lr>' }),
    },
    {
      name: 'both Vias in one row',
      text: invite({ ...SIPS, Via: VIAS.join(', '), 'Record-Route': '<<|sip|>:p1.example.com;lr>' }),
    },
  ],
});
