import { testRule } from '@siplint/core/testing';
import inResponse from '../../src/contact/contact-sips-required-in-response.js';
import lost from '../../src/contact/dialog-contact-lost-sips.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { byAlice, byBob, toAlice } from '../../src/examples/in-dialog.js';
import { type Changes, file, invite, line, ok, response } from '../../src/examples/messages.js';

const TLS = line('# siplint-set transport=tls');
const SIPS = '<sips:bob@client.example.net>';
const PLAIN = '<<|sip|>:bob@client.example.net>';
const toSips: Changes = { startLine: 'INVITE sips:bob@example.net SIP/2.0', Contact: '<sips:alice@pc33.example.com>' };
const answer = (contact: string, changes: Changes = {}) => ok('INVITE', { Contact: contact, ...changes });

testRule(inResponse, {
  bad: [
    {
      name: 'by the Request-URI',
      text: file(invite(toSips), answer(PLAIN)),
      findings: [{ severity: 'error', data: { source: 'Request-URI', code: 200 } }],
      fixed: file(invite(toSips), answer(SIPS)),
    },
    {
      name: 'by Record-Route',
      text: file(
        invite({ 'Record-Route': '<sips:p1.example.com;lr>' }),
        answer(PLAIN, { 'Record-Route': '<sips:p1.example.com;lr>' }),
      ),
      findings: [{ severity: 'error', data: { source: 'Topmost Record-Route' } }],
    },
    {
      name: 'by Contact',
      text: file(invite({ Contact: '<SIPS:alice@pc33.example.com>' }), answer(PLAIN)),
      findings: [{ data: { source: 'Contact' } }],
    },
    {
      name: 'once for 18x and 2xx',
      text: file(invite(toSips), response(180, 'INVITE', { Contact: PLAIN }), answer('<sip:bob@client.example.net>')),
      findings: [{ data: { code: 180 } }],
    },
    {
      name: 'each callee of a fork',
      text: file(
        invite(toSips),
        response(180, 'INVITE', { Contact: PLAIN }),
        response(180, 'INVITE', { Contact: PLAIN, To: '<sip:bob@example.net>;tag=other' }),
      ),
    },
    {
      name: 'on the hop of the callee',
      text: file(
        invite(toSips),
        forwarded('INVITE', toSips),
        fromBranch(200, 'INVITE', { Contact: PLAIN }),
        answer('<sip:bob@client.example.net>', { To: '<sip:bob@example.net>;tag=8321234356-a' }),
      ),
    },
    {
      name: 'with proxies behind: a warning',
      text: file(invite({ ...toSips, Route: '<sips:p1.example.com;lr>' }), answer(PLAIN)),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'with proxies behind that recorded themselves: a warning',
      text: file(invite(toSips), answer(PLAIN, { 'Record-Route': '<sips:p1.example.com;lr>' })),
      findings: [{ severity: 'warning' }],
    },
  ],
  good: [
    { name: 'sips', text: file(invite(toSips), answer(SIPS)) },
    { name: 'tel', text: file(invite(toSips), answer('<tel:+15550123>')) },
    {
      name: 'a Contact of sips below a Record-Route of sip',
      text: file(
        invite({ Contact: '<sips:alice@pc33.example.com>', 'Record-Route': '<sip:p1.example.com;lr>' }),
        answer('<sip:bob@client.example.net>', { 'Record-Route': '<sip:p1.example.com;lr>' }),
      ),
    },
    { name: 'a redirection', text: file(invite(toSips), response(302, 'INVITE')) },
    {
      name: '180 without a To tag',
      text: file(invite(toSips), response(180, 'INVITE', { To: '<sip:bob@example.net>', Contact: '<sip:bob@a.b>' })),
    },
    {
      name: 'a re-INVITE',
      text: file(
        byAlice('INVITE', 2, { startLine: 'INVITE sips:bob@client.example.net SIP/2.0' }),
        toAlice(200, 'INVITE', 2),
      ),
    },
    { name: 'no request', text: answer('<sip:bob@client.example.net>') },
  ],
});

const SECURE = [TLS, invite(toSips), answer(SIPS)];
const plainAgain: Changes = { Contact: '<<|sip|>:alice@pc33.example.com>' };

testRule(lost, {
  bad: [
    {
      name: 'a re-INVITE',
      text: file(...SECURE, byAlice('INVITE', 314160, plainAgain)),
      findings: [{ severity: 'error', data: { method: 'INVITE' } }],
    },
    {
      name: 'each side once',
      text: file(
        ...SECURE,
        byAlice('UPDATE', 314160, plainAgain),
        byBob('UPDATE', 1, { Contact: PLAIN }),
        byAlice('INVITE', 314161, { Contact: '<sip:alice@pc33.example.com>' }),
      ),
    },
  ],
  good: [
    { name: 'sips', text: file(...SECURE, byAlice('INVITE', 314160, { Contact: '<sips:alice@192.0.2.9>' })) },
    { name: 'no Contact', text: file(...SECURE, byAlice('UPDATE', 314160, { Contact: null })) },
    {
      name: 'not over TLS',
      text: file(invite(toSips), answer(SIPS), byAlice('INVITE', 314160)),
    },
    {
      name: 'a sip Request-URI',
      text: file(TLS, invite({ Contact: '<sips:alice@pc33.example.com>' }), answer(SIPS), byAlice('INVITE', 314160)),
    },
    {
      name: 'no sips from the beginning: contact-sips-required',
      text: file(
        TLS,
        invite({ ...toSips, Contact: '<sip:alice@pc33.example.com>' }),
        answer(SIPS),
        byAlice('INVITE', 314160),
      ),
    },
    {
      name: 'the same of the callee',
      text: file(TLS, invite(toSips), answer('<sip:bob@client.example.net>'), byBob('UPDATE', 1)),
    },
    {
      name: 'another hop that is not secure',
      text: file(
        TLS,
        invite(toSips),
        forwarded('INVITE', { ...toSips, startLine: 'INVITE sip:bob@client.example.net SIP/2.0' }),
        fromBranch(200, 'INVITE', { Contact: SIPS }),
        byAlice('INVITE', 314160, { To: '<sip:bob@example.net>;tag=8321234356-a' }),
      ),
    },
    { name: 'an INVITE that the file lacks', text: file(TLS, byAlice('INVITE', 314160)) },
  ],
});
