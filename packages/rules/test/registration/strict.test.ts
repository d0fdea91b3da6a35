import { testRule } from '@siplint/core/testing';
import { file, ok, options, register, response } from '../../src/examples/messages.js';
import withoutDate from '../../src/registration/register-2xx-without-date.js';
import domainMismatch from '../../src/registration/register-domain-mismatch.js';
import thirdParty from '../../src/registration/register-third-party.js';

const from = (uri: string) => register({ From: `<${uri}>;tag=456248x` });

testRule(thirdParty, {
  good: [
    { name: 'the case of the host', text: from('sip:alice@EXAMPLE.COM') },
    { name: 'a transport in one', text: from('sip:alice@example.com;transport=tcp') },
    { name: 'SIPS in one', text: from('sips:alice@example.com') },
    { name: 'another scheme', text: from('tel:+12015550123') },
    { name: 'a placeholder', text: from('sip:{{user}}@example.com') },
    { name: 'another method', text: options({ From: '<sip:carol@example.com>;tag=456248x' }) },
    { name: 'a response', text: ok('REGISTER', { From: '<sip:carol@example.com>;tag=456248x' }) },
  ],
  bad: [
    {
      name: 'the case of the user, once a Call-ID',
      text: file(from('<|sip:Alice@example.com|>'), from('sip:Alice@example.com')),
      findings: [{ severity: 'hint', data: { to: 'sip:alice@example.com' } }],
    },
    { name: 'another host', text: from('<|sip:alice@example.net|>') },
    { name: 'SIPS and another user', text: from('<|sips:bob@example.com|>') },
  ],
});

const at = (uri: string, host = 'example.com') =>
  register({ startLine: `REGISTER ${uri} SIP/2.0`, To: `<sip:alice@${host}>` });

testRule(domainMismatch, {
  good: [
    { name: 'case and port', text: at('sip:Example.COM:5070;transport=tcp') },
    { name: 'below', text: at('sip:example.com', 'users.example.com') },
    { name: 'above', text: at('sip:sip.example.com') },
    { name: 'all registrars', text: at('sip:sip.mcast.net') },
    { name: 'an address', text: at('sip:[2001:db8::1]') },
    { name: 'an address of the user', text: at('sip:example.net', '192.0.2.1') },
    { name: 'placeholders', text: file(at('sip:{{registrar}}'), at('sip:example.net', '{{domain}}')) },
    { name: 'a response', text: ok('REGISTER', { To: '<sip:a@example.net>;tag=123456' }) },
  ],
  bad: [
    {
      name: 'the end of a name that is no label, once a Call-ID',
      text: file(at('sip:ample.com', '<|example.com|>'), at('sip:ample.com')),
      findings: [{ severity: 'hint', data: { domain: 'example.com', registrar: 'ample.com' } }],
    },
    { name: 'siblings', text: at('sip:a.example.com', '<|b.example.com|>') },
  ],
});

testRule(withoutDate, {
  good: [
    { name: 'a malformed one', text: ok('REGISTER', { Date: 'today' }) },
    { name: 'a failure', text: response(403, 'REGISTER') },
    { name: 'another method', text: ok('OPTIONS') },
  ],
  bad: [
    {
      name: 'once a Call-ID',
      text: file(ok('REGISTER', { startLine: 'SIP/2.0 <|200|> OK', Date: null }), ok('REGISTER', { Date: null })),
      findings: [{ severity: 'hint' }],
    },
  ],
});
