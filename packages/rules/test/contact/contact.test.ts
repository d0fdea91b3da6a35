import { testRule } from '@siplint/core/testing';
import multipleInResponse from '../../src/contact/contact-multiple-in-dialog-response.js';
import notExactlyOne from '../../src/contact/contact-not-exactly-one-in-invite.js';
import notGloballyUsable from '../../src/contact/contact-not-globally-usable.js';
import notSipUri from '../../src/contact/contact-not-sip-uri-in-dialog.js';
import sipsRequired from '../../src/contact/contact-sips-required.js';
import starSyntax from '../../src/contact/contact-star-syntax.js';
import { file, invite, ok, options, register, request, response } from '../../src/examples/messages.js';

const TAGLESS = { To: '<sip:bob@example.net>' };
const REINVITE = { To: '<sip:bob@example.net>;tag=8321234356' };

testRule(notExactlyOne, {
  good: [
    { name: 'a star is another rule', text: invite({ Contact: '*, <sip:a@192.0.2.4>, <sip:a@192.0.2.5>' }) },
    { name: 'a star in another row too', text: invite({ Contact: ['*', '<sip:a@192.0.2.4>, <sip:a@192.0.2.5>'] }) },
    { name: 'a second value that did not parse', text: invite({ Contact: '<sip:a@192.0.2.4>, <sip:>' }) },
    { name: 'a display name that needs quotes', text: invite({ Contact: 'Bob, Smith <sip:a@192.0.2.4>' }) },
    { name: 'REGISTER', text: register({ Contact: '<sip:a@192.0.2.4>, <sip:a@192.0.2.5>' }) },
    { name: 'an empty element', text: invite({ Contact: '<sip:a@192.0.2.4>,' }) },
  ],
  bad: [
    {
      name: 'one finding for three values over rows',
      text: invite({ Contact: ['<sip:a@192.0.2.4>, <|<sip:a@192.0.2.5>;x|>', '<sip:a@192.0.2.6>'] }),
      findings: [{ severity: 'error', data: { count: 3 } }],
      fixed: invite({ Contact: '<sip:a@192.0.2.4>' }),
    },
    {
      name: 're-INVITE',
      text: invite({ ...REINVITE, m: '<sip:a@192.0.2.4>,<|<sip:a@192.0.2.5>|>' }),
      fixed: invite({ ...REINVITE, m: '<sip:a@192.0.2.4>' }),
    },
    {
      name: 'no fix where the first value did not parse',
      text: invite({ Contact: '<sip:>, <sip:a@192.0.2.4>, <|<sip:a@192.0.2.5>|>' }),
      fixed: null,
    },
  ],
});

testRule(multipleInResponse, {
  good: [
    { name: '180 without To tag', text: response(180, 'INVITE', { ...TAGLESS, Contact: '<sip:b@a.b>, <sip:b@c.d>' }) },
    { name: '485', text: response(485, 'INVITE', { Contact: '<sip:b@a.b>, <sip:b@c.d>' }) },
    { name: '200 to OPTIONS', text: ok('OPTIONS', { Contact: '<sip:b@a.b>, <sip:b@c.d>' }) },
    { name: '100', text: response(100, 'INVITE', { Contact: '<sip:b@a.b>, <sip:b@c.d>' }) },
  ],
  bad: [
    {
      name: '200 in one row',
      text: ok('INVITE', { Contact: '<sip:b@a.b>, <|<sip:b@c.d>|>, <sip:b@e.f>' }),
      findings: [{ severity: 'info', data: { count: 3 } }],
    },
  ],
});

testRule(notSipUri, {
  good: [
    { name: '486', text: response(486, 'INVITE', { Contact: '<mailto:bob@example.net>' }) },
    { name: '180 without To tag', text: response(180, 'INVITE', { ...TAGLESS, Contact: '<tel:+1>' }) },
    { name: 'REGISTER', text: register({ Contact: '<tel:+358-555-1234567>' }) },
    { name: 'a placeholder', text: invite({ Contact: '<{{contact}}>' }) },
    { name: 'a star', text: invite({ Contact: '*' }) },
  ],
  bad: [
    { name: '183', text: response(183, 'INVITE', { Contact: '<<|im:bob@example.net|>>' }) },
    {
      name: 're-INVITE',
      text: invite({ ...REINVITE, Contact: '<|tel:+1|>;expires=60' }),
      findings: [{ data: { scheme: 'tel' } }],
    },
  ],
});

const LOOPBACKS = ['localhost', 'LOCALHOST.', '127.1.2.3', '0.0.0.0', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]'];
const REACHABLE = [
  '10.0.0.7',
  '128.0.0.1',
  '1.2.3.4',
  '[::10]',
  '[1::]',
  '[fe80::1]',
  'localhost.example.com',
  'a.invalid',
  'l',
];

testRule(notGloballyUsable, {
  good: [
    ...REACHABLE.map((host) => ({ name: host, text: invite({ Contact: `<sip:alice@${host}>` }) })),
    {
      name: 'received',
      text: invite({ Via: 'SIP/2.0/UDP a.b;branch=z9hG4bK7;received=127.0.0.1', Contact: '<sip:a@127.0.0.1>' }),
    },
    { name: 'From', text: invite({ From: '<sip:alice@localhost>;tag=1', Contact: '<sip:a@127.0.0.1>' }) },
    { name: 'Request-URI', text: invite({ startLine: 'INVITE sip:bob@[::1] SIP/2.0', Contact: '<sip:a@[::1]>' }) },
    { name: '302', text: response(302, 'INVITE', { Contact: '<sip:a@127.0.0.1>' }) },
    { name: 'REGISTER', text: register({ Contact: '<sip:a@127.0.0.1>' }) },
    {
      name: 'Via sent-by',
      text: ok('INVITE', { Via: 'SIP/2.0/UDP [::1];branch=z9hG4bK7', Contact: '<sip:a@127.0.0.1>' }),
    },
  ],
  bad: [
    ...LOOPBACKS.map((host) => ({ name: host, text: invite({ Contact: `<sip:alice@<|${host}|>:5060>` }) })),
    {
      name: 'once a call: the response to such a request is silent',
      text: file(invite({ Contact: '<sip:alice@<|127.0.0.1|>>' }), ok('INVITE', { Contact: '<sip:bob@127.0.0.1>' })),
      findings: [{ severity: 'warning', data: { host: '127.0.0.1' } }],
    },
  ],
});

const SIPS = { startLine: 'INVITE sips:bob@example.net SIP/2.0' };

testRule(sipsRequired, {
  good: [
    { name: 're-INVITE', text: invite({ ...SIPS, ...REINVITE, Contact: '<sip:a@192.0.2.4>' }) },
    {
      name: 'sips in a second Route',
      text: invite({ Route: '<sip:p.b;lr>, <sips:q.b;lr>', Contact: '<sip:a@192.0.2.4>' }),
    },
    { name: 'another scheme is another rule', text: invite({ ...SIPS, Contact: '<tel:+1>' }) },
    { name: 'an unreadable To', text: invite({ ...SIPS, To: '<sip:', Contact: '<sip:a@192.0.2.4>' }) },
    { name: 'another method', text: options({ startLine: 'OPTIONS sips:bob@example.net SIP/2.0' }) },
  ],
  bad: [
    {
      name: 'one Via',
      text: invite({ ...SIPS, Contact: '<<|SIP|>:a@192.0.2.4>' }),
      findings: [{ severity: 'error', data: { target: 'Request-URI' } }],
      fixed: invite({ ...SIPS, Contact: '<SIPs:a@192.0.2.4>' }),
    },
    {
      name: 'two Vias',
      text: invite({
        ...SIPS,
        Via: ['SIP/2.0/TLS p.b;branch=z9hG4bK2', 'SIP/2.0/UDP a.b;branch=z9hG4bK1'],
        Contact: '<<|sip|>:a@192.0.2.4>',
      }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'two Vias in a row, topmost Route',
      text: invite({
        Route: '<sips:p.b;lr>',
        Via: 'SIP/2.0/TLS p.b;branch=z9hG4bK2, SIP/2.0/UDP a.b;branch=z9hG4bK1',
        Contact: '<<|sip|>:a@192.0.2.4>',
      }),
      findings: [{ severity: 'warning', data: { target: 'Topmost Route' } }],
    },
  ],
});

testRule(starSyntax, {
  good: [
    { name: 'a star as display name', text: register({ Contact: '* <sip:a@192.0.2.4>, <sip:a@192.0.2.5>' }) },
    { name: 'a star without Expires is another rule', text: register({ Contact: '*', Expires: null }) },
    { name: 'an empty element', text: register({ Contact: '*,' }) },
  ],
  bad: [
    {
      name: 'parameters, and no Expires',
      text: register({ Contact: '<|* ; expires=0 ;q=1|>', Expires: null }),
      findings: [{ messageId: 'params', severity: 'error', data: { found: '* ; expires=0 ;q=1' } }],
      fixed: register({ Contact: '*', Expires: null, rows: ['Expires: 0'] }),
    },
    {
      name: 'parameters, and another Expires',
      text: register({ Contact: '<|*;expires=0|>', Expires: '7200' }),
      fixed: register({ Contact: '*', Expires: '0' }),
    },
    {
      name: 'parameters beside others are one finding',
      text: register({ Contact: ['<|*;expires=0|>, <sip:a@192.0.2.4>', '<sip:a@192.0.2.5>'] }),
    },
    {
      name: 'in an INVITE, with no fix',
      text: invite({ Contact: '<|*|>' }),
      findings: [{ messageId: 'notRegister' }],
      fixed: null,
    },
    { name: 'parameters in an INVITE', text: invite({ Contact: '<|*;expires=0|>' }), fixed: null },
    {
      name: 'in a response',
      text: response(302, 'MESSAGE', { Contact: '<|*|>' }),
      findings: [{ messageId: 'notRegister' }],
    },
    { name: 'in another method', text: request('SUBSCRIBE', { Contact: ['<|*|>', '<sip:a@192.0.2.4>'] }) },
    {
      name: 'two stars in two rows',
      text: register({ Contact: ['<|*|>', '*'] }),
      findings: [{ messageId: 'notAlone' }],
    },
    { name: 'two stars in a row', text: register({ Contact: '<|*|>, *' }) },
  ],
});
