import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { file, invite, response } from '../../src/examples/messages.js';
import redirectDowngrades from '../../src/security/redirect-downgrades-sips.js';

const SECURE = { startLine: 'INVITE SIPS:bob@example.net SIP/2.0' };
const redirected = (contact: string | null, code = 302) =>
  file(invite(SECURE), response(code, 'INVITE', { Contact: contact }));

testRule(redirectDowngrades, {
  good: [
    { name: 'any SIPS URI among others', text: redirected('<sip:b@c>, <sips:b@d>') },
    { name: 'other schemes only', text: redirected('<tel:+15550123>, <mailto:b@c>') },
    { name: 'no Contact', text: redirected(null, 380) },
    { name: 'a placeholder', text: redirected('<{{contact}}>') },
    { name: 'a Contact that did not parse', text: redirected('<sip:b@c>, <>') },
    { name: 'not redirected', text: file(invite(SECURE), response(404, 'INVITE', { Contact: '<sip:b@c>' })) },
    { name: 'the request is not in the file', text: response(302, 'INVITE', { Contact: '<sip:b@c>' }) },
  ],
  bad: [
    {
      name: 'the first SIP URI',
      text: redirected('<tel:+15550123>, "sips:b@c" <<|Sip:b@c|>>, <sip:b@d>', 300),
      findings: [{ severity: 'info', data: { uri: 'Sip:b@c' } }],
    },
    {
      name: 'once on the hop where it is seen first',
      text: file(
        invite(SECURE),
        forwarded('INVITE', SECURE),
        fromBranch(302, 'INVITE', { Contact: '<<|sip:b@c|>>' }),
        response(302, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356-a', Contact: '<sip:b@c>' }),
      ),
    },
  ],
});
