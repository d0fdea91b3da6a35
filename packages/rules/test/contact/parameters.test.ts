import { testRule } from '@siplint/core/testing';
import misplaced from '../../src/contact/contact-q-expires-misplaced.js';
import { file, invite, ok, options, register, request, response } from '../../src/examples/messages.js';

const CONTACT = '<sip:a@example.com>;q=0.5;expires=60';

testRule(misplaced, {
  good: [
    { name: 'REGISTER', text: register({ Contact: CONTACT }) },
    { name: '2xx to REGISTER', text: ok('REGISTER', { Contact: CONTACT }) },
    { name: '2xx to OPTIONS', text: ok('OPTIONS', { Contact: CONTACT }) },
    ...[300, 301, 302, 485].map((status) => ({
      name: `${status}`,
      text: response(status, 'INVITE', { Contact: CONTACT }),
    })),
    ...['SUBSCRIBE', 'PUBLISH', 'REFER', 'FOO'].map((method) => ({
      name: method,
      text: request(method, { Contact: CONTACT }),
    })),
    { name: '2xx to SUBSCRIBE', text: ok('SUBSCRIBE', { Contact: CONTACT }) },
    { name: 'another parameter', text: invite({ Contact: '<sip:a@example.com>;+sip.ice;qq=1' }) },
    { name: 'of the URI', text: invite({ Contact: '<sip:a@example.com;q=1;expires=2>' }) },
  ],
  bad: [
    {
      name: 'each parameter',
      text: options({ Contact: '<sip:a@example.com> ;<|Q=0.5|>;x;<|expires=60|>' }),
      findings: [{ severity: 'info', data: { param: 'q' } }, { data: { param: 'expires' } }],
      fixed: options({ Contact: '<sip:a@example.com>;x' }),
    },
    {
      name: '180',
      text: response(180, 'INVITE', { Contact: '<sip:a@example.com>;<|expires=60|>' }),
      safety: 'safe',
      fixed: null,
    },
    { name: '486', text: response(486, 'INVITE', { Contact: '<sip:a@example.com>;<|expires=60|>' }) },
    {
      name: 'once a side of a call',
      text: file(
        invite({ Contact: '<sip:a@example.com>;<|expires=60|>' }),
        invite({ Contact: '<sip:a@example.com>;expires=60' }),
        ok('INVITE', { Contact: '<sip:b@example.com>;<|expires=60|>' }),
        invite({ 'Call-ID': 'other', Contact: '<sip:a@example.com>;<|expires=60|>' }),
      ),
    },
  ],
});
