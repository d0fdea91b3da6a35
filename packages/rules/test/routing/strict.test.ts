import { testRule } from '@siplint/core/testing';
import { ack, bye, cancel, file, invite, ok, options } from '../../src/examples/messages.js';
import initialValue from '../../src/routing/max-forwards-initial-value.js';
import transportParameter from '../../src/routing/record-route-transport-parameter.js';

const VIA = 'SIP/2.0/UDP a.example.com;branch=z9hG4bKa';

testRule(initialValue, {
  good: [
    { name: 'received', text: invite({ Via: `${VIA};received=192.0.2.1`, 'Max-Forwards': 10 }) },
    { name: 'two Vias in a row', text: invite({ Via: `${VIA}, ${VIA}b`, 'Max-Forwards': 10 }) },
    { name: 'two rows', text: invite({ Via: [VIA, `${VIA}b`], 'Max-Forwards': 10 }) },
    ...[options, ack, cancel].map((build) => ({ name: build.name, text: build({ 'Max-Forwards': 0 }) })),
    { name: 'zeros in front', text: invite({ 'Max-Forwards': '070' }) },
    { name: 'a malformed one', text: invite({ 'Max-Forwards': 'many' }) },
    { name: 'a placeholder', text: invite({ 'Max-Forwards': '{{hops}}' }) },
    { name: 'a placeholder for rows', text: invite({ 'Max-Forwards': 10, rows: ['{{more}}'] }) },
  ],
  bad: [
    {
      name: 'more, once a call',
      text: file(invite({ Via: `${VIA};rport`, 'Max-Forwards': '<|255|>' }), bye({ 'Max-Forwards': 255 })),
      findings: [{ severity: 'info', data: { value: 255 } }],
      safety: 'safe',
      fixed: null,
    },
    { name: 'within a dialog', text: bye({ 'Max-Forwards': '<|69|>' }), fixed: bye() },
  ],
});

const STRICT = { tolerated: ['tls', 'ws', 'wss'] };
const routes = (value: string | string[]) => invite({ 'Record-Route': value });

testRule(transportParameter, {
  good: [
    ...['udp', 'tcp', 'TLS', 'ws', 'WSS'].map((transport) => ({
      name: transport,
      text: routes(`<sip:p1.example.com;transport=${transport};lr>`),
    })),
    ...['tls', 'ws', 'wss'].map((transport) => ({
      name: `${transport} under strict`,
      text: routes(`<sip:p1.example.com;transport=${transport};lr>`),
      options: STRICT,
    })),
    {
      name: 'double record-routing over rows',
      text: routes(['<sip:P1.example.com;lr;transport=tcp>', '<sip:p1.example.com;lr;transport=udp>']),
      options: STRICT,
    },
    { name: 'an unknown one, which is another defect', text: routes('<sip:p1.example.com;transport=pigeon;lr>') },
    { name: 'a parameter of the header field', text: routes('<sip:p1.example.com;lr>;transport=sctp') },
    { name: 'a placeholder', text: routes('<sip:p1.example.com;transport={{transport}};lr>') },
  ],
  bad: [
    {
      name: 'udp and tcp under strict, once a URI',
      text: file(
        routes('<sip:p1.example.com;transport=<|tcp|>;lr>, <sip:p2.example.com;transport=<|udp|>;lr>'),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com;transport=tcp;lr>' }),
      ),
      options: STRICT,
      findings: [{ severity: 'hint', data: { transport: 'tcp' } }, { data: { transport: 'udp' } }],
    },
    {
      name: 'an option that takes away',
      text: routes('<sip:p1.example.com;transport=<|ws|>;lr>'),
      options: { tolerated: [] },
    },
  ],
});
