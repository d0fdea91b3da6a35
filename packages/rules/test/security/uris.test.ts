import { testRule } from '@siplint/core/testing';
import { file, invite, ok, options, response } from '../../src/examples/messages.js';
import password from '../../src/security/sip-uri-password-present.js';
import escapedNull from '../../src/security/uri-escaped-null.js';

const contact = (uri: string) => invite({ Contact: `<${uri}>` });

testRule(escapedNull, {
  good: [
    { name: 'an escaped "%"', text: contact('sip:a%2500@h') },
    { name: 'the password and headers', text: contact('sip:a:%00@h?b=%00') },
    { name: 'another scheme', text: contact('im:a%00@h') },
    { name: 'the header parameters', text: invite({ Contact: '<sip:h>;x=%00' }) },
  ],
  bad: [
    { name: 'the first of several', text: contact('sip:a<|%00|>b%00@h;x=%00'), findings: [{ severity: 'info' }] },
    { name: 'a parameter behind other places', text: contact('sip:a:%00@h;x=<|%00|>') },
    { name: 'once a URI and call', text: file(contact('sip:<|%00|>@h'), ok('INVITE', { Contact: '<sip:%00@h>' })) },
  ],
});

testRule(password, {
  good: [
    { name: 'a port', text: contact('sip:a@h:5060') },
    { name: 'an empty password', text: contact('sip:a:@h') },
    { name: 'another header field', text: invite({ 'P-Asserted-Identity': '<sip:a:b@h>' }) },
    { name: 'To of a response', text: ok('INVITE', { To: '<sip:a:b@h>;tag=1' }) },
    { name: 'a response to a request of the file', text: file(invite(), ok('INVITE', { Contact: '<sip:a:b@h>' })) },
    { name: 'a placeholder', text: contact('sip:a:{{secret}}@h') },
  ],
  bad: [
    {
      name: 'takes it away',
      text: options({ startLine: 'OPTIONS sip:a<|:b|>@h SIP/2.0' }),
      findings: [{ severity: 'warning', data: { user: 'a' } }],
      fixed: options({ startLine: 'OPTIONS sip:a@h SIP/2.0' }),
    },
    { name: 'a telephone number', text: contact('sip:1234<|:5|>@h;user=phone') },
    {
      name: 'a response on its own',
      text: response(302, 'INVITE', { Contact: '<sip:a<|:b|>@h>' }),
      findings: [{ severity: 'warning' }],
    },
    { name: 'a cookie of a proxy', text: invite({ Route: '<sip:f0x<|:1|>@p;lr>' }), findings: [{ severity: 'info' }] },
    {
      name: 'a user of the call in a route',
      text: invite({ Route: '<sip:bob<|:1|>@p;lr>' }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'once a URI and call',
      text: file(invite({ Contact: '<sip:a<|:b|>@h>' }), invite({ Contact: '<sip:a:b@h>' })),
    },
  ],
});
