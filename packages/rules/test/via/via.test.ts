import { testRule } from '@siplint/core/testing';
import { altered, type Changes, file, invite, line, ok, register } from '../../src/examples/messages.js';
import tooLarge from '../../src/via/message-exceeds-udp-datagram.js';
import maddrMissing from '../../src/via/via-maddr-missing-for-multicast.js';
import malformed from '../../src/via/via-malformed.js';
import protocol from '../../src/via/via-protocol-not-sip-2-0.js';
import receivedInvalid from '../../src/via/via-received-invalid.js';
import sentByInvalid from '../../src/via/via-sent-by-invalid.js';
import transportUnknown from '../../src/via/via-transport-unknown.js';
import ttlInvalid from '../../src/via/via-ttl-invalid.js';

const B = 'branch=z9hG4bK776asdhds-invite';
const TOP = `SIP/2.0/UDP p1.example.com;branch=z9hG4bK1`;
const via = (...values: string[]) => invite({ Via: values });
const viaOfResponse = (...values: string[]) => ok('INVITE', { Via: values });

testRule(malformed, {
  good: [
    { name: 'folds', text: via(`SIP\r\n / 2.0\r\n / UDP\r\n h\r\n :\r\n 5060;${B}`) },
    { name: 'parameters, which have a rule of their own', text: via(`SIP/2.0/UDP h;${B};;x=@`) },
    { name: 'a sent-by that is wrong', text: via(`SIP/2.0/UDP ::1;${B}`) },
    { name: 'a placeholder', text: via('{{via}}') },
    { name: 'a placeholder for the sent-by', text: via(`SIP/2.0/UDP {{host}}:{{port}};${B}`) },
  ],
  bad: [
    { name: 'no transport', text: via(`<|SIP/2.0|> h;${B}`), findings: [{ messageId: 'protocol', severity: 'error' }] },
    { name: 'blanks for slashes', text: via(`<|SIP|> 2.0 UDP h;${B}`), findings: [{ messageId: 'protocol' }] },
    { name: 'no version', text: via(`<|SIP//UDP|> h;${B}`), findings: [{ messageId: 'protocol' }] },
    { name: 'one of several', text: via(`${TOP}, <|h|>;${B}`), findings: [{ messageId: 'protocol' }] },
    { name: 'no sent-by', text: via('<|SIP/2.0/UDP|>'), findings: [{ messageId: 'sentBy' }] },
    { name: 'no white space', text: via(`<|SIP/2.0/UDP[::1]|>;${B}`), findings: [{ messageId: 'whiteSpace' }] },
    { name: 'text behind the sent-by', text: via(`SIP/2.0/UDP h <|x;${B}|>`), findings: [{ messageId: 'trailing' }] },
    {
      name: 'the response repeats it',
      text: file(via(TOP, `<|SIP/2.0|> h;${B}`), viaOfResponse(TOP, `SIP/2.0 h;${B}`)),
    },
  ],
});

testRule(protocol, {
  good: [
    { name: 'any case', text: via(`sIp/2.0/UDP h;${B}`) },
    {
      name: 'as the first line says',
      text: invite({ startLine: 'INVITE sip:b@h sip/7.0', Via: `SIP/7.0/UDP h;${B}` }),
    },
  ],
  bad: [
    {
      name: 'writes SIP/2.0',
      text: via(`<|SIPS / 2.0|> / TLS h;${B}`),
      findings: [{ data: { found: 'SIPS/2.0' }, severity: 'error' }],
      fixed: via(`SIP/2.0 / TLS h;${B}`),
    },
    { name: 'a lower Via', text: via(TOP, `<|SIP/1.0|>/UDP h;${B}`) },
    {
      name: 'the response repeats it',
      text: file(via(`<|HTTP/1.1|>/TCP h;${B}`), viaOfResponse(`HTTP/1.1/TCP h;${B};received=::1`)),
    },
  ],
});

testRule(transportUnknown, {
  good: [{ name: 'any case', text: via(`SIP/2.0/Sctp h;${B}`) }],
  bad: [
    {
      name: 'once a call',
      text: file(
        via(`SIP/2.0/<|DTLS|> h;${B}`, 'SIP/2.0/DTLS g;branch=z9hG4bK2'),
        viaOfResponse(`SIP/2.0/DTLS h;${B}`),
      ),
      findings: [{ severity: 'info' }],
    },
  ],
});

testRule(sentByInvalid, {
  good: [
    { name: 'a name of one label', text: via(`SIP/2.0/UDP h;${B}`) },
    { name: 'a name that means nothing', text: via(`SIP/2.0/WS a.invalid;${B}`) },
    { name: 'a placeholder', text: via(`SIP/2.0/UDP {{host}};${B}`) },
  ],
  bad: [
    {
      name: 'puts brackets around an address',
      text: via(`SIP/2.0/UDP <|2001:db8::1|>;${B}`),
      findings: [{ messageId: 'bareIPv6', severity: 'error' }],
      fixed: via(`SIP/2.0/UDP [2001:db8::1];${B}`),
    },
    { name: 'what is no address', text: via(`SIP/2.0/UDP <|1:2:3|>;${B}`), fixed: null },
    {
      name: 'a user part',
      text: via(`SIP/2.0/UDP <|a@h|>;${B}`),
      findings: [{ messageId: 'host', severity: 'error' }],
    },
    {
      name: 'an underscore',
      text: via(`SIP/2.0/UDP <|a_b|>;${B}`),
      findings: [{ messageId: 'underscore', severity: 'warning' }],
    },
    {
      name: 'an IPv4 group',
      text: via(`SIP/2.0/UDP <|1.2.3.04|>;${B}`),
      findings: [{ messageId: 'ipv4', severity: 'warning' }],
    },
    {
      name: 'port 0',
      text: via(`SIP/2.0/UDP h:<|0|>;${B}`),
      findings: [{ messageId: 'noSuchPort', severity: 'warning' }],
    },
    { name: 'a great port', text: via(`SIP/2.0/UDP h : <|65536|>;${B}`), findings: [{ messageId: 'noSuchPort' }] },
    { name: 'no port', text: via(`SIP/2.0/UDP h<|:|> ;${B}`), findings: [{ messageId: 'noPort', severity: 'error' }] },
    {
      name: 'two defects of one Via',
      text: via(`SIP/2.0/UDP <|a_b|>:<|0|>;${B}`),
      findings: [{ messageId: 'underscore' }, { messageId: 'noSuchPort' }],
    },
    {
      name: 'on the next hop and in the response',
      text: file(
        via(`SIP/2.0/UDP <|a_b|>:5060;${B}`),
        via(TOP, `SIP/2.0/UDP a_b:5060;received=192.0.2.1;${B}`),
        viaOfResponse(`SIP/2.0/UDP a_b:5060;received=192.0.2.1;${B}`),
      ),
    },
    { name: 'a lower Via that comes first', text: via(TOP, `SIP/2.0/UDP <|a_b|>;${B}`) },
  ],
});

testRule(receivedInvalid, {
  good: [
    { name: 'IPv4', text: viaOfResponse(`SIP/2.0/UDP h;${B};received=192.0.2.1`) },
    { name: 'a placeholder', text: viaOfResponse(`SIP/2.0/UDP h;${B};received={{ip}}`) },
  ],
  bad: [
    {
      name: 'a port',
      text: viaOfResponse(`SIP/2.0/UDP h;${B};received=<|192.0.2.1:5060|>`),
      findings: [{ messageId: 'invalid', severity: 'error' }],
    },
    { name: 'no value', text: viaOfResponse(`SIP/2.0/UDP h;${B};<|received=|>`), findings: [{ messageId: 'empty' }] },
    {
      name: 'below the topmost Via',
      text: via(TOP, `SIP/2.0/UDP h;${B};received=<|h|>`),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'once a call',
      text: file(via(TOP, `SIP/2.0/UDP h;${B};received=<|h|>`), via(`${TOP}2`, `SIP/2.0/UDP h;${B};received=h`)),
    },
  ],
});

testRule(ttlInvalid, {
  good: [
    {
      name: '0 and 255',
      text: via(`SIP/2.0/UDP h;maddr=224.0.1.75;ttl=0;${B}`, 'SIP/2.0/UDP g;ttl=255;maddr=g;branch=z9hG4bK2'),
    },
    { name: 'a placeholder', text: via(`SIP/2.0/UDP h;ttl={{ttl}};maddr=h;${B}`) },
    { name: 'a placeholder for the rest', text: via(`SIP/2.0/UDP h;ttl=1;{{rest}};${B}`) },
  ],
  bad: [
    {
      name: 'four digits',
      text: via(`SIP/2.0/UDP h;maddr=h;ttl=<|0001|>;${B}`),
      findings: [{ messageId: 'invalid', severity: 'error' }],
    },
    {
      name: 'three digits above 255',
      text: via(`SIP/2.0/UDP h;maddr=h;ttl=<|256|>;${B}`),
      findings: [{ messageId: 'invalid', severity: 'warning' }],
    },
    { name: 'no value', text: via(`SIP/2.0/UDP h;<|ttl=|>;${B}`), findings: [{ messageId: 'empty' }] },
    {
      name: 'no maddr',
      text: via(`SIP/2.0/UDP h;<|ttl=1|>;${B}`),
      findings: [{ messageId: 'withoutMaddr', severity: 'hint' }],
    },
  ],
});

const multicast = (uri: string, value: string, changes: Changes = {}) =>
  register({ ...changes, startLine: `REGISTER ${uri} SIP/2.0`, Via: `SIP/2.0/UDP ${value}` });

testRule(maddrMissing, {
  good: [
    { name: 'two Vias', text: multicast('sip:224.0.1.75', `h;${B}, SIP/2.0/UDP g;branch=z9hG4bK2`) },
    { name: 'a Route', text: multicast('sip:224.0.1.75', `h;${B}`, { Route: '<sip:p;lr>' }) },
    { name: 'one host', text: multicast('sip:223.255.255.255', `h;${B}`) },
    { name: 'one host in maddr', text: multicast('sip:224.0.1.75;maddr=192.0.2.1', `h;${B}`) },
    { name: 'IPv6', text: multicast('sip:[ff02::1]', `h;${B}`) },
    { name: 'a placeholder', text: multicast('sip:224.0.1.75', `h;{{params}};${B}`) },
    { name: 'a response', text: ok('REGISTER') },
  ],
  bad: [
    {
      name: 'a group in maddr',
      text: multicast('sip:h;maddr=239.1.1.1', `<|h|>;${B}`),
      findings: [{ messageId: 'missing', severity: 'warning', data: { group: '239.1.1.1' } }],
    },
    { name: 'all servers', text: multicast('sip:SIP.mcast.net', `<|h:5060|>;${B}`) },
    {
      name: 'no ttl',
      text: multicast('sip:224.0.1.75', `h;<|maddr=224.0.1.75|>;${B}`),
      findings: [{ messageId: 'ttl', severity: 'warning' }],
    },
    { name: 'another ttl', text: multicast('sip:224.0.1.75', `h;<|maddr=224.0.1.75|>;ttl=15;${B}`) },
  ],
});

/** A message of so many octets on the wire. */
function sized(octets: number, transport: string, host = 'h') {
  return altered(invite({ Via: `SIP/2.0/${transport} ${host};${B}`, Subject: 'x' }), (text) => {
    const length = text.replace(/<\||\|>/g, '').length;
    return text.replace('Subject: x', `Subject: ${'x'.repeat(octets - length + 1)}`);
  });
}

testRule(tooLarge, {
  good: [
    { name: 'the largest over IPv4', text: sized(65_507, 'UDP') },
    { name: 'the largest over IPv6', text: sized(65_527, 'UDP', '[::1]') },
    { name: 'TCP', text: sized(70_000, 'TCP') },
    { name: 'UDP in the Via, TCP in the file', text: file(line('# siplint-set transport=tcp'), sized(70_000, 'UDP')) },
  ],
  bad: [
    {
      name: 'an octet more over IPv4',
      text: sized(65_508, '<|udp|>'),
      findings: [{ severity: 'error', data: { size: 65_508, most: 65_507 } }],
    },
    { name: 'an octet more over IPv6', text: sized(65_528, '<|UDP|>', '[::1]') },
    {
      name: 'line ends stored as LF count as CRLF',
      text: altered(sized(65_508, '<|UDP|>'), (text) => text.replaceAll('\r\n', '\n')),
    },
    { name: 'octets of UTF-8', text: invite({ Via: `SIP/2.0/<|UDP|> h;${B}`, Subject: 'é'.repeat(33_000) }) },
  ],
});
