import { testRule } from '@siplint/core/testing';
import missingInEarlyDialog from '../../src/contact/missing-contact-in-early-dialog-response.js';
import missingInInvite from '../../src/contact/missing-contact-in-invite.js';
import missingInSuccess from '../../src/contact/missing-contact-in-invite-2xx.js';
import missingInRedirect from '../../src/contact/missing-contact-in-redirect.js';
import { file, invite, ok, request, response } from '../../src/examples/messages.js';

const INVITE = '<|INVITE|> sip:bob@example.net SIP/2.0';
const REINVITE = { To: '<sip:bob@example.net>;tag=8321234356' };

testRule(missingInInvite, {
  good: [
    { name: 'an empty one is another rule', text: invite({ Contact: '' }) },
    { name: 'one that did not parse', text: invite({ Contact: '<sip:' }) },
    { name: 'SUBSCRIBE has its own rules', text: request('SUBSCRIBE', { Contact: null }) },
  ],
  bad: [
    { name: 'initial', text: invite({ startLine: INVITE, Contact: null }), findings: [{ severity: 'error' }] },
    {
      name: 're-INVITE',
      text: invite({ startLine: INVITE, ...REINVITE, Contact: null }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'a branch without the magic cookie',
      text: invite({ startLine: INVITE, Via: 'SIP/2.0/UDP a.b;branch=1', Contact: null }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'no branch',
      text: invite({ startLine: INVITE, Via: 'SIP/2.0/UDP a.b', Contact: null }),
      findings: [{ severity: 'warning' }],
    },
  ],
});

testRule(missingInSuccess, {
  good: [{ name: 'another method', text: ok('UPDATE', { Contact: null }) }],
  bad: [
    {
      name: 'a re-INVITE',
      text: file(invite(REINVITE), ok('INVITE', { startLine: 'SIP/2.0 <|200|> OK', Contact: null })),
      findings: [{ severity: 'error' }],
    },
    { name: '202', text: response(202, 'INVITE', { startLine: 'SIP/2.0 <|202|> Accepted', Contact: null }) },
  ],
});

testRule(missingInEarlyDialog, {
  good: [
    { name: '100', text: response(100, 'INVITE', { ...REINVITE, Contact: null }) },
    { name: 'no To tag', text: response(183, 'INVITE', { To: '<sip:bob@example.net>', Contact: null }) },
    { name: 'an unreadable To', text: response(183, 'INVITE', { To: '<sip:;tag=1', Contact: null }) },
    { name: 're-INVITE', text: file(invite(REINVITE), response(183, 'INVITE', { Contact: null })) },
    { name: 'another method', text: response(183, 'UPDATE', { Contact: null }) },
    {
      name: '199 of a proxy (RFC 6228 §6)',
      text: file(invite({ Supported: '199' }), response(199, 'INVITE', { Contact: null, Reason: 'SIP;cause=486' })),
    },
  ],
  bad: [
    {
      name: 'initial INVITE',
      text: file(invite(), response(183, 'INVITE', { startLine: 'SIP/2.0 <|183|> Session Progress', Contact: null })),
      findings: [
        {
          severity: 'warning',
          message:
            '183 response to INVITE has no Contact header field: the caller can send no request in this early dialog',
        },
      ],
    },
  ],
});

testRule(missingInRedirect, {
  good: [
    { name: '380', text: response(380, 'INVITE', { Contact: null }) },
    { name: 'REGISTER', text: response(302, 'REGISTER', { Contact: null }) },
    { name: 'a body', text: response(300, 'INVITE', { Contact: null, c: 'text/plain', body: 'x' }) },
  ],
  bad: [300, 301, 302, 305].map((status) => ({
    name: `${status}`,
    text: response(status, 'MESSAGE', { startLine: `SIP/2.0 <|${status}|> Elsewhere`, Contact: null }),
    findings: [{ severity: 'warning' as const }],
  })),
});
