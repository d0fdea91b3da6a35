import { testRule } from '@siplint/core/testing';
import { again } from '../../src/examples/again.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { type Changes, file, invite, options, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import sameUri from '../../src/routing/redirect-to-request-uri.js';
import dropped from '../../src/routing/redirected-request-keeps-forbidden-uri-parts.js';

const asked = (uri: string) => invite({ startLine: `INVITE ${uri} SIP/2.0` });
const redirected = (contact: string, status = 302) => response(status, 'INVITE', { Contact: contact });

testRule(sameUri, {
  bad: [
    {
      name: 'the same',
      text: file(asked('sip:bob@example.net'), redirected('<<|sip:bob@example.net|>>')),
      findings: [{ severity: 'error', data: { code: 302, method: 'INVITE' } }],
    },
    {
      name: 'host in other case, an escape',
      text: file(asked('sip:bob@example.net'), redirected('<<|sip:%62ob@EXAMPLE.net|>>')),
    },
    {
      name: 'one of several',
      text: file(asked('sip:bob@example.net'), redirected('<sip:c@d.e>, <<|sip:bob@example.net|>>', 300)),
    },
    {
      name: 'all parameters',
      text: file(
        asked('sip:bob@example.net;transport=tcp;lr'),
        redirected('<<|sip:bob@example.net;lr;transport=TCP|>>', 301),
      ),
    },
    {
      name: 'an unknown parameter',
      text: file(asked('sip:bob@example.net'), redirected('<<|sip:bob@example.net;x=1|>>')),
    },
    { name: 'tel', text: file(asked('tel:+1555'), redirected('<<|tel:+1-555|>>')) },
    {
      name: 'on the hop of the redirect server',
      text: file(
        asked('sip:bob@example.net'),
        forwarded('INVITE', { startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0' }),
        fromBranch(302, 'INVITE', { Contact: '<<|sip:bob@192.0.2.4|>>' }),
        redirected('<sip:bob@192.0.2.4>'),
      ),
    },
  ],
  good: [
    ...['transport=tcp', 'maddr=192.0.2.1', 'ttl=1', 'user=phone', 'lr'].map((param) => ({
      name: `${param} added`,
      text: file(asked('sip:bob@example.net'), redirected(`<sip:bob@example.net;${param}>`)),
    })),
    {
      name: 'another transport',
      text: file(asked('sip:bob@example.net;transport=udp'), redirected('<sip:bob@example.net;transport=tcp>')),
    },
    { name: 'another user', text: file(asked('sip:bob@example.net'), redirected('<sip:Bob@example.net>')) },
    { name: 'a port', text: file(asked('sip:bob@example.net'), redirected('<sip:bob@example.net:5060>')) },
    { name: 'another status', text: file(asked('sip:bob@example.net'), redirected('<sip:bob@example.net>', 305)) },
    { name: 'no request', text: redirected('<sip:bob@example.net>') },
  ],
});

const TCP = 'SIP/2.0/TCP pc33.example.com;branch=z9hG4bK776asdhds-invite-1';
const retry = (uri: string, changes: Changes = {}) =>
  again('INVITE', { startLine: `INVITE ${uri} SIP/2.0`, Via: TCP, ...changes });
const before = (contact: string) => [invite(), redirected(contact), failureAck()];

testRule(dropped, {
  bad: [
    {
      name: 'transport',
      text: file(...before('<sip:bob@192.0.2.4;transport=tcp>'), retry('<|sip:bob@192.0.2.4|>')),
      findings: [{ severity: 'warning', data: { parameter: 'transport=tcp', code: 302 } }],
    },
    ...['maddr=192.0.2.9', 'ttl=15', 'user=phone', 'x=1', 'x'].map((param) => ({
      name: param,
      text: file(...before(`<sip:bob@192.0.2.4;${param}>`), retry('<|sip:bob@192.0.2.4|>')),
    })),
    {
      name: 'of the second target that is tried',
      text: file(
        invite(),
        redirected('<sip:bob@192.0.2.4>, <sip:bob@192.0.2.5;x=1>', 300),
        failureAck(),
        again('INVITE', { startLine: 'INVITE sip:bob@192.0.2.4 SIP/2.0' }),
        response(404, 'INVITE', {
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite-1',
          CSeq: '314160 INVITE',
        }),
        again('INVITE', { startLine: 'INVITE <|sip:bob@192.0.2.5|> SIP/2.0' }, 2),
      ),
    },
  ],
  good: [
    {
      name: 'kept',
      text: file(...before('<sip:bob@192.0.2.4;transport=tcp;x>'), retry('sip:bob@192.0.2.4;X;transport=tcp')),
    },
    {
      name: 'the text of the Contact',
      text: file(...before('<sip:bob@192.0.2.4;x=1>'), retry('sip:bob@192.0.2.4;x=1')),
    },
    {
      name: 'method and headers, which have to go',
      text: file(...before('<sip:bob@192.0.2.4;method=INVITE?Subject=a>'), retry('sip:bob@192.0.2.4')),
    },
    {
      name: 'another Contact that has none',
      text: file(...before('<sip:bob@192.0.2.4;x=1>, <sip:bob@192.0.2.4>'), retry('sip:bob@192.0.2.4')),
    },
    { name: 'another target', text: file(...before('<sip:bob@192.0.2.4;x=1>'), retry('sip:bob@192.0.2.5')) },
    { name: 'the old target', text: file(...before('<sip:bob@example.net;x=1>'), retry('sip:bob@example.net')) },
    {
      name: 'behind another failure',
      text: file(invite(), response(486, 'INVITE', { Contact: '<sip:bob@192.0.2.4;x=1>' }), retry('sip:bob@192.0.2.4')),
    },
    {
      name: 'another call',
      text: file(...before('<sip:bob@192.0.2.4;x=1>'), options({ startLine: 'OPTIONS sip:bob@192.0.2.4 SIP/2.0' })),
    },
    {
      name: 'another caller',
      text: file(...before('<sip:bob@192.0.2.4;x=1>'), retry('sip:bob@192.0.2.4', { From: '<sip:c@d.e>;tag=1' })),
    },
  ],
});
