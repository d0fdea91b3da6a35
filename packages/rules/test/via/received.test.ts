import { testRule } from '@siplint/core/testing';
import { ack, altered, type Changes, cancel, file, invite, line, ok } from '../../src/examples/messages.js';
import over1300 from '../../src/via/udp-request-over-1300-bytes.js';
import receivedMissing from '../../src/via/via-received-missing-for-host-name.js';

const TOP = 'SIP/2.0/UDP p;branch=z9hG4bK1';

testRule(receivedMissing, {
  good: [
    { name: 'the topmost of a request', text: invite({ Via: TOP }) },
    { name: 'addresses', text: ok('INVITE', { Via: ['SIP/2.0/UDP 192.0.2.1', 'SIP/2.0/UDP [2001:db8::1]:5060'] }) },
    {
      name: 'a name that leads nowhere, with received',
      text: ok('INVITE', { Via: 'SIP/2.0/WS x.invalid;received=192.0.2.1' }),
    },
    { name: 'in any case', text: ok('INVITE', { Via: 'SIP/2.0/UDP h;RECEIVED=192.0.2.1' }) },
    { name: 'malformed', text: ok('INVITE', { Via: 'SIP/2.0/UDP h;branch=' }) },
    {
      name: 'placeholders',
      text: ok('INVITE', { Via: ['SIP/2.0/UDP {{host}};branch=z9hG4bK1', `SIP/2.0/UDP h;{{more}}`] }),
    },
  ],
  bad: [
    {
      name: 'below the topmost of a request, in one row or several',
      text: invite({
        Via: [`${TOP}, SIP/2.0/TLS <|a|>;branch=z9hG4bK2`, 'SIP/2.0/TCP <|x.invalid|>:5060;branch=z9hG4bK3'],
      }),
      findings: [{ severity: 'warning', data: { host: 'a' } }, {}],
    },
    {
      name: 'all of a response',
      text: ok('INVITE', { Via: ['SIP/2.0/UDP <|p|>;branch=z9hG4bK1', 'SIP/2.0/UDP <|a|>;branch=z9hG4bK2'] }),
    },
    {
      name: 'once a call',
      text: file(
        invite({ Via: [TOP, 'SIP/2.0/UDP <|a|>;branch=z9hG4bK2'] }),
        line('---'),
        ok('INVITE', { Via: 'SIP/2.0/UDP a;branch=z9hG4bK2' }),
      ),
    },
  ],
});

const sized = (octets: number, Via = 'SIP/2.0/<|UDP|> h;branch=z9hG4bK1') =>
  altered(invite({ Via, Subject: '-', body: null }), (text) => {
    const marks = text.includes('<|') ? 4 : 0;
    return text.replace('Subject: -', `Subject: ${'x'.repeat(octets - text.length + marks + 1)}`);
  });
const long: Changes = { 'X-Text': 'x'.repeat(1300) };

testRule(over1300, {
  good: [
    { name: '1300 octets', text: sized(1300, 'SIP/2.0/UDP h;branch=z9hG4bK1') },
    { name: 'TCP', text: sized(2000, 'SIP/2.0/TCP h;branch=z9hG4bK1') },
    { name: 'ACK', text: ack(long) },
    { name: 'CANCEL', text: cancel(long) },
    { name: 'a response', text: ok('INVITE', long) },
    { name: 'another limit', text: sized(1400, 'SIP/2.0/UDP h;branch=z9hG4bK1'), options: { mostOctets: 1400 } },
    { name: 'a capture that tells another transport', text: file(line('# siplint-set transport=tcp'), invite(long)) },
  ],
  bad: [
    { name: '1301 octets', text: sized(1301), findings: [{ severity: 'warning', data: { size: 1301, most: 1300 } }] },
    {
      name: 'octets, not characters',
      text: invite({ Via: 'SIP/2.0/<|UDP|> h;branch=z9hG4bK1', Subject: '\u20ac'.repeat(400) }),
    },
    { name: 'another limit', text: sized(801), options: { mostOctets: 800 } },
    { name: 'once a request', text: file(sized(1400), line('---'), sized(1400, 'SIP/2.0/UDP g;branch=z9hG4bK2')) },
  ],
});
