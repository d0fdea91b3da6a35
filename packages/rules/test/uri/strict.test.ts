import { testRule } from '@siplint/core/testing';
import { bye, file, invite, line, ok, options, register, response } from '../../src/examples/messages.js';
import fromTo from '../../src/uri/from-to-uri-disallowed-component.js';
import lrWithValue from '../../src/uri/sip-uri-lr-with-value.js';
import maddr from '../../src/uri/sip-uri-maddr-source-routing.js';
import transportTls from '../../src/uri/sip-uri-transport-tls-deprecated.js';

const between = line('---');
const contact = (uri: string) => invite({ Contact: `<${uri}>` });
const target = (uri: string) => options({ startLine: `OPTIONS ${uri} SIP/2.0` });
const recorded = (...routes: string[]) => ({ 'Record-Route': routes });

testRule(lrWithValue, {
  good: [
    { name: 'where lr itself has no place', text: invite({ To: '<sip:h;lr=on>' }) },
    { name: 'the Contact of a registration', text: register({ Contact: '<sip:h;lr=on>' }) },
    { name: 'the header parameter', text: invite({ Route: '<sip:h;lr>;lr=on' }) },
    { name: 'a placeholder', text: invite({ Route: '<sip:h;lr={{lr}}>' }) },
  ],
  bad: [
    {
      name: 'strips that of the topmost Record-Route',
      text: invite(recorded('<sip:a;LR<|=On|>;x>, <sip:b;lr<|=on|>>', '<sip:c;lr<|=1|>>')),
      findings: [{ severity: 'hint', data: { param: 'LR=On' } }, {}, {}],
      fixed: invite(recorded('<sip:a;LR;x>, <sip:b;lr=on>', '<sip:c;lr=1>')),
    },
    { name: 'nothing of a response', text: ok('INVITE', recorded('<sip:a;lr<|=on|>>')), fixed: null },
    {
      name: 'the Request-URI and Contact',
      text: options({ startLine: 'OPTIONS sip:h;lr<|=on|> SIP/2.0', Contact: '<sip:g;lr<|=on|>>' }),
    },
    {
      name: 'once a call',
      text: file(ok('INVITE', recorded('<sip:a;lr<|=on|>>')), between, bye({ Route: '<sip:a;lr=on>' })),
    },
  ],
});

testRule(transportTls, {
  good: [
    { name: 'tcp', text: contact('sips:h;transport=tcp') },
    { name: 'tls-sctp', text: contact('sip:h;transport=tls-sctp') },
    { name: 'From and To', text: invite({ To: '<sip:h;transport=tls>' }) },
    { name: 'another scheme', text: contact('im:h;transport=tls') },
  ],
  bad: [
    { name: 'sip', text: contact('sip:h;Transport=<|TLS|>;lr'), findings: [{ messageId: 'sip', severity: 'info' }] },
    { name: 'sips', text: contact('sips:h;transport=<|tls|>'), findings: [{ messageId: 'sips' }] },
    { name: 'routes', text: invite({ Route: '<sip:p;lr;transport=<|tls|>>' }) },
    { name: 'a redirection', text: response(302, 'INVITE', { Contact: '<sip:h;transport=<|tls|>>' }) },
    {
      name: 'once a call',
      text: file(contact('sip:h;transport=<|tls|>'), between, contact('sip:h;transport=tls')),
    },
  ],
});

testRule(maddr, {
  good: [
    { name: 'multicast', text: target('sip:h;maddr=224.0.1.75') },
    { name: 'multicast over IPv6', text: contact('sip:h;maddr=[FF02::1]') },
    { name: 'a name', text: contact('sip:h;maddr=p1.example.com') },
    { name: 'no real address', text: contact('sip:h;maddr=192.0.2.999') },
    { name: 'beside a ttl, which is the defect', text: target('sip:h;maddr=192.0.2.1;ttl=1') },
    {
      name: 'other header fields',
      text: invite({ Route: '<sip:h;maddr=192.0.2.1;lr>', To: '<sip:h;maddr=192.0.2.1>' }),
    },
  ],
  bad: [
    {
      name: 'IPv4',
      text: target('sip:h;<|Maddr=192.0.2.1|>'),
      findings: [{ severity: 'hint', data: { maddr: '192.0.2.1' } }],
    },
    { name: 'IPv6', text: contact('sip:h;lr;<|maddr=[2001:db8::1]|>') },
    {
      name: 'once a call',
      text: file(contact('sip:h;<|maddr=192.0.2.1|>'), between, contact('sip:h;maddr=192.0.2.1')),
    },
  ],
});

testRule(fromTo, {
  good: [
    { name: 'what Table 1 admits', text: invite({ To: '<sip:a:b@h;user=phone;x=1;y>' }) },
    { name: 'behind the brackets', text: invite({ To: '<sip:a@h>;transport=tcp;lr' }) },
    {
      name: 'a bare URI, whose parameters are those of the header field',
      text: invite({ To: 'sip:a@h;transport=tcp' }),
    },
    { name: 'another scheme', text: invite({ To: '<im:a@h;lr?b=c>' }) },
    { name: 'placeholders', text: invite({ To: '<sip:a@h:{{port}}>' }) },
  ],
  bad: [
    {
      name: 'each component',
      text: invite({
        To: '<sips:a@h:<|1|>;<|method=X|>;x;<|maddr=h|>;<|ttl=1|>;<|Transport=udp|>;<|lr|><|?a=b|>>',
      }),
      findings: [{ severity: 'warning', data: { component: '1', header: 'To' } }, {}, {}, {}, {}, {}, {}],
      fixed: invite({ To: '<sips:a@h;x>' }),
    },
    {
      name: 'a bare URI with a port',
      text: invite({ From: 'sip:a@h:<|5060|>;tag=1' }),
      fixed: invite({ From: 'sip:a@h;tag=1' }),
    },
    { name: 'not fixed within a dialog', text: bye({ To: '<sip:a@h;<|lr|>>;tag=8321234356' }), fixed: null },
    {
      name: 'one URI in both places',
      text: register({ To: '<sip:a@h;<|lr|>>', From: '<sip:a@h;<|lr|>>;tag=1' }),
      fixed: register({ To: '<sip:a@h>', From: '<sip:a@h>;tag=1' }),
    },
    {
      name: 'once a call, whoever sends',
      text: file(
        invite({ From: '<sip:a@h;<|lr|>>;tag=1' }),
        ok('INVITE', { From: '<sip:a@h;lr>;tag=1' }),
        between,
        bye({ To: '<sip:a@h;lr>;tag=1', From: '<sip:b@h>;tag=2' }),
      ),
    },
  ],
});
