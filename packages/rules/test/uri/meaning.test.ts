import { testRule } from '@siplint/core/testing';
import { file, invite, ok, options, register, request, response } from '../../src/examples/messages.js';
import disallowedComponent from '../../src/uri/contact-route-uri-disallowed-component.js';
import transportUnknown from '../../src/uri/sip-uri-transport-unknown.js';
import ttlWithoutMaddr from '../../src/uri/sip-uri-ttl-without-multicast-maddr.js';
import unreliable from '../../src/uri/sips-uri-unreliable-transport.js';
import unregistered from '../../src/uri/uri-scheme-unregistered.js';

const contact = (uri: string) => invite({ Contact: `<${uri}>` });
const target = (uri: string) => options({ startLine: `OPTIONS ${uri} SIP/2.0` });

testRule(unregistered, {
  good: [
    { name: 'a registered scheme in any case', text: target('MAILTO:bob@example.net') },
    { name: 'a host with a port, which has no scheme', text: contact('pc33:5060') },
    { name: 'Alert-Info', text: invite({ 'Alert-Info': '<xyz:a>' }) },
    { name: 'an extension header field', text: invite({ 'P-Asserted-Identity': '<xyz:a>' }) },
    { name: 'a listed scheme', text: contact('x-Call:1'), options: { known: ['X-call'] } },
    { name: 'a placeholder', text: target('x{{scheme}}:bob') },
  ],
  bad: [
    {
      name: 'letters the other way round',
      text: target('<|spi|>:bob@h'),
      findings: [{ messageId: 'similar', data: { suggestion: 'sip' }, severity: 'info' }],
      fixed: target('sip:bob@h'),
    },
    {
      name: 'a letter too many',
      text: contact('<|SIIPS|>:bob@h'),
      findings: [{ messageId: 'similar', data: { scheme: 'SIIPS', suggestion: 'sips' } }],
      fixed: contact('sips:bob@h'),
    },
    { name: 'another scheme', text: contact('<|xyzzy|>:bob'), findings: [{ messageId: 'unknown' }], fixed: null },
    {
      name: 'once a URI and call',
      text: file(
        invite({ To: '<<|xyz|>:a>', From: '<<|xyz|>:b>;tag=1' }),
        ok('INVITE', { To: '<xyz:a>;tag=2', From: '<xyz:b>;tag=1' }),
        options({ To: '<<|xyz|>:a>' }),
      ),
    },
    {
      name: 'in every place',
      text: invite({ Route: '<<|xyz|>:p>', 'Record-Route': '<<|xyz|>:q>', 'Reply-To': '<<|xyz|>:r>' }),
    },
  ],
});

testRule(unreliable, {
  good: [
    { name: 'no transport', text: contact('sips:h') },
    { name: 'an unknown transport', text: contact('sips:h;transport=pigeon') },
    { name: 'From and To, which have no transport', text: invite({ To: '<sips:h;transport=udp>' }) },
    { name: 'the header parameter', text: invite({ Contact: '<sips:h>;transport=udp' }) },
  ],
  bad: [
    {
      name: 'writes tcp',
      text: contact('sips:h;Transport=<|UDP|>;lr'),
      findings: [{ severity: 'error' }],
      fixed: contact('sips:h;Transport=tcp;lr'),
    },
    {
      name: 'once a call and header field',
      text: file(
        invite({ Route: '<sips:h;transport=<|udp|>;lr>', 'Record-Route': '<sips:h;transport=<|udp|>;lr>' }),
        ok('INVITE', { 'Record-Route': '<sips:h;transport=udp;lr>' }),
      ),
    },
  ],
});

testRule(transportUnknown, {
  good: [
    { name: 'any case', text: contact('sip:h;transport=TLS-Sctp') },
    { name: 'From and To', text: invite({ To: '<sip:h;transport=xyz>' }) },
    { name: 'a malformed value', text: contact('sip:h;transport=') },
    { name: 'another scheme', text: contact('im:h;transport=xyz') },
    { name: 'a placeholder', text: contact('sip:h;transport={{t}}') },
  ],
  bad: [
    {
      name: 'letters the other way round',
      text: contact('sip:h;transport=<|TPC|>'),
      findings: [{ messageId: 'similar', data: { suggestion: 'tcp' }, severity: 'info' }],
      fixed: contact('sip:h;transport=tcp'),
    },
    { name: 'a letter too many', text: target('sip:h;transport=<|udpp|>'), fixed: target('sip:h;transport=udp') },
    {
      name: 'two letters off in a long name',
      text: contact('sip:h;transport=<|tls_scdp|>'),
      fixed: contact('sip:h;transport=tls-sctp'),
    },
    {
      name: 'another token',
      text: contact('sip:h;transport=<|xy|>'),
      findings: [{ messageId: 'unknown' }],
      fixed: null,
    },
    { name: 'routes', text: invite({ Route: '<sip:a;transport=<|x|>>', 'Record-Route': '<sip:b;transport=<|x|>>' }) },
  ],
});

testRule(ttlWithoutMaddr, {
  good: [
    { name: 'a host name', text: target('sip:h;maddr=all.example.com;ttl=1') },
    { name: 'a multicast IPv6 address', text: target('sip:h;maddr=[FF05::1];ttl=1') },
    { name: 'From and To', text: invite({ To: '<sip:h;ttl=1>' }) },
    { name: 'Route', text: invite({ Route: '<sip:h;ttl=1;lr>' }) },
    { name: 'the Contact of a dialog', text: contact('sip:h;ttl=1') },
    { name: 'the user part', text: target('sip:a;ttl=1@h') },
    { name: 'a placeholder', text: target('sip:h;maddr={{group}};ttl=1') },
  ],
  bad: [
    {
      name: 'takes the ttl away',
      text: target('sip:h;<|ttl=15|>;transport=udp'),
      findings: [{ messageId: 'noMaddr', severity: 'warning' }],
      fixed: target('sip:h;transport=udp'),
    },
    { name: 'one host', text: target('sip:h;maddr=223.1.1.1;<|ttl=1|>'), findings: [{ messageId: 'notMulticast' }] },
    {
      name: 'one IPv6 host',
      text: target('sip:h;maddr=[2001:db8::ff02];<|ttl=1|>'),
      findings: [{ messageId: 'notMulticast' }],
    },
    {
      name: 'sips, which is for TCP',
      text: target('sips:h;maddr=224.0.1.75;<|ttl=1|>'),
      findings: [{ messageId: 'notUdp' }],
    },
    { name: 'a Contact of a redirection', text: response(302, 'INVITE', { Contact: '<sip:h;<|ttl=1|>>' }) },
  ],
});

testRule(disallowedComponent, {
  good: [
    { name: 'all that a dialog admits', text: contact('sip:a:b@h:1;transport=udp;maddr=h;user=ip;lr;x') },
    { name: 'headers and ttl of a registration', text: register({ Contact: '<sip:h;maddr=224.0.1.75;ttl=1?a=b>' }) },
    { name: 'a response that is no 2xx', text: response(423, 'REGISTER', { Contact: '<sip:h;lr>' }) },
    {
      name: 'a provisional response without a dialog',
      text: response(100, 'INVITE', { Contact: '<sip:h;method=BYE>' }),
    },
    { name: 'an OPTIONS', text: options({ Contact: '<sip:h;method=BYE?a=b>' }) },
    { name: 'the Request-URI, which has rules of its own', text: target('sip:h;method=BYE?a=b') },
    { name: 'header parameters', text: invite({ Contact: '<sip:h>;method=x;ttl=1' }) },
    { name: 'the user part', text: contact('sip:a;method=x;ttl=1?b=c@h') },
  ],
  bad: [
    {
      name: 'each component of a Contact',
      text: contact('sip:h;x;<|method=BYE|>;<|ttl=1|><|?a=b|>'),
      findings: [{ messageId: 'dialog', severity: 'warning' }, {}, {}],
      fixed: contact('sip:h;x'),
    },
    { name: 'a 2xx', text: ok('INVITE', { Contact: '<sip:h;<|method=BYE|>>' }) },
    { name: 'a provisional response', text: response(180, 'INVITE', { Contact: '<sip:h;<|method=BYE|>>' }) },
    { name: 'a SUBSCRIBE', text: request('SUBSCRIBE', { Contact: '<sip:h<|?a=b|>>' }) },
    {
      name: 'a 2xx to REGISTER',
      text: ok('REGISTER', { Contact: '<sip:h;<|lr|>;<|method=X|>?a=b>;expires=60' }),
      findings: [{ messageId: 'contact' }, { messageId: 'contact' }],
    },
    {
      name: 'a 3xx',
      text: response(302, 'INVITE', { Contact: '<sip:h;<|lr|>?a=b>' }),
      fixed: response(302, 'INVITE', { Contact: '<sip:h?a=b>' }),
    },
    {
      name: 'once a call',
      text: file(invite({ Route: '<sip:h<|?a=b|>>' }), invite({ Route: '<sip:h?a=b>' })),
    },
  ],
});
