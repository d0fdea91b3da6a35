import { testRule } from '@siplint/core/testing';
import { file, invite, ok } from '../../src/examples/messages.js';
import broadcast from '../../src/security/via-sent-by-broadcast-address.js';
import notTls from '../../src/security/via-transport-not-tls-for-sips.js';

const B = 'branch=z9hG4bK776asdhds-invite';
const via = (...values: string[]) => invite({ Via: values.map((value) => `SIP/2.0/UDP ${value}`) });
const viaOfResponse = (...values: string[]) => ok('INVITE', { Via: values.map((value) => `SIP/2.0/UDP ${value}`) });

testRule(broadcast, {
  good: [
    { name: 'a lower Via of a request', text: via(`h;${B}`, '255.255.255.255;branch=z9hG4bK2') },
    { name: 'received takes its place', text: viaOfResponse(`255.255.255.255;received=192.0.2.1;${B}`) },
    { name: 'a multicast address with maddr', text: via(`239.1.1.1;maddr=239.1.1.1;ttl=1;${B}`) },
    { name: 'what may be the broadcast address of a network', text: via(`192.0.2.255;${B}`) },
    { name: 'a name', text: via(`ff02;${B}`) },
    { name: 'an address of another form', text: via(`240.0.0.1;${B}`) },
  ],
  bad: [
    {
      name: 'every Via of a response',
      text: viaOfResponse(`<|255.255.255.255|>;${B}`, '<|[ff02::1]|>:5060;branch=z9hG4bK2'),
      findings: [
        { messageId: 'broadcast', severity: 'warning' },
        { messageId: 'multicast', severity: 'warning' },
      ],
    },
    { name: 'received', text: viaOfResponse(`h;${B};received=<|224.0.1.75|>`), findings: [{ messageId: 'multicast' }] },
    { name: 'maddr does not help broadcast', text: via(`<|255.255.255.255|>;maddr=224.0.1.75;ttl=1;${B}`) },
    {
      name: 'no address yet',
      text: via(`<|0.0.0.0|>:5060;${B}`),
      findings: [{ messageId: 'unspecified', severity: 'info' }],
    },
    { name: 'no IPv6 address yet', text: via(`<|[::]|>;${B}`), findings: [{ messageId: 'unspecified' }] },
    {
      name: 'the response repeats it',
      text: file(via(`<|255.255.255.255|>;${B}`), viaOfResponse(`255.255.255.255;${B}`)),
    },
  ],
});

const secure = (transport: string, ...more: string[]) =>
  invite({
    startLine: 'INVITE sips:bob@example.net SIP/2.0',
    Via: [`SIP/2.0/${transport} pc33.example.com;${B}`, ...more],
  });

testRule(notTls, {
  good: [
    { name: 'TLS over SCTP', text: secure('tls-sctp') },
    { name: 'an unknown transport', text: secure('PIGEON') },
    { name: 'a sip: URI', text: invite() },
    { name: 'a Via that did not parse', text: secure('UDP x') },
  ],
  bad: [
    { name: 'the sender itself', text: secure('<|udp|>'), findings: [{ severity: 'warning' }] },
    { name: 'WebSocket without TLS', text: secure('<|WS|>') },
    {
      name: 'within the domain of the callee',
      text: secure('<|TCP|>', 'SIP/2.0/TLS a;branch=z9hG4bK2'),
      findings: [{ severity: 'info' }],
    },
  ],
});
