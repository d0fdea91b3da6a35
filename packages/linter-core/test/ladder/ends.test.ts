import assert from 'node:assert/strict';
import { arrowsOf, ladderOf, type Sent } from './traffic.js';

interface Case {
  readonly name: string;
  readonly messages: readonly (Sent | string)[];
  readonly arrows: readonly string[];
}

const INVITE = 'INVITE sip:bob@example.net';
const BOB_OK: Sent = { line: '200 INVITE', to: 'bob@example.net/B', rows: ['Contact: <sip:bob@198.51.100.7>'] };
const ACK: Sent = { line: 'ACK sip:bob@198.51.100.7', via: 'b2@192.0.2.1', to: 'bob@example.net/B' };
const BYE_OF_BOB: Sent = {
  line: 'BYE sip:alice@192.0.2.1',
  via: 'b9@198.51.100.7',
  from: 'bob@example.net/B',
  to: 'alice@example.com/A',
};
const FROM_BOB = { from: 'bob@example.net/B', to: 'alice@example.com/A' };

const CASES: readonly Case[] = [
  {
    name: 'two parties without a trace: the dialog shows who the peer is',
    messages: [{ line: INVITE }, { line: '180 INVITE', to: 'bob@example.net/B' }, BOB_OK, ACK, BYE_OF_BOB],
    arrows: [
      'alice@example.com -> bob@example.net INVITE via/dialog',
      'bob@example.net -> alice@example.com 180 dialog/via',
      'bob@example.net -> alice@example.com 200 dialog/via',
      'alice@example.com -> bob@example.net ACK via/request-uri',
      'bob@example.net -> alice@example.com BYE via/request-uri',
    ],
  },
  {
    name: 'a single request: the peer is known from To only',
    messages: [{ line: INVITE }],
    arrows: ['alice@example.com -> (bob@example.net) INVITE via/address'],
  },
  {
    name: 'a request to an IP address goes there',
    messages: [
      { line: 'INVITE sip:service@127.0.0.1:5070', via: 'b1@127.0.0.1:5061' },
      { line: '200 INVITE', via: 'b1@127.0.0.1:5061' },
    ],
    arrows: [
      'alice@example.com -> 127.0.0.1:5070 INVITE via/request-uri',
      '127.0.0.1:5070 -> alice@example.com 200 request-uri/via',
    ],
  },
  {
    name: 'an explicit default port is not another port of the same host',
    messages: [{ line: 'INVITE sip:service@127.0.0.1:5060', via: 'b1@127.0.0.1:5070' }],
    arrows: ['alice@example.com -> 127.0.0.1 INVITE via/request-uri'],
  },
  {
    name: 'only responses: they go to the topmost Via',
    messages: [
      { line: '180 INVITE', to: 'bob@example.net/B' },
      { line: '486 INVITE', to: 'bob@example.net/B' },
    ],
    arrows: ['(bob@example.net) -> 192.0.2.1 180 address/via', '(bob@example.net) -> 192.0.2.1 486 address/via'],
  },
  {
    name: 'a response with the route: the proxy next to the caller',
    messages: [{ ...BOB_OK, rows: ['Record-Route: <sip:p2.example.net;lr>, <sip:p1.example.com;lr>'] }],
    arrows: ['p1.example.com -> 192.0.2.1 200 record-route/via'],
  },
  {
    name: 'through a proxy, seen at the caller: Route, Record-Route and Via name the proxy',
    messages: [
      { line: INVITE, rows: ['Contact: <sip:alice@192.0.2.1>'] },
      { ...BOB_OK, rows: ['Record-Route: <sip:192.0.2.11;lr>', 'Contact: <sip:bob@198.51.100.7>'] },
      { ...ACK, rows: ['Route: <sip:192.0.2.11;lr>'] },
      { ...BYE_OF_BOB, via: 'b8@192.0.2.11 b9@198.51.100.7' },
    ],
    arrows: [
      'alice@example.com -> 192.0.2.11 INVITE via/record-route',
      '192.0.2.11 -> alice@example.com 200 record-route/via',
      'alice@example.com -> 192.0.2.11 ACK via/route',
      '192.0.2.11 -> alice@example.com BYE via/request-uri',
    ],
  },
  {
    name: 'the name of a proxy on the route is the element that forwards, if it is the only one',
    messages: [
      { line: INVITE, rows: ['Route: <sip:proxy.example.com;lr>'] },
      { ...BYE_OF_BOB, via: 'b8@192.0.2.11 b9@198.51.100.7', rows: ['Record-Route: <sip:proxy.example.com;lr>'] },
    ],
    arrows: ['alice@example.com -> 192.0.2.11 INVITE via/route', '192.0.2.11 -> alice@example.com BYE via/request-uri'],
  },
  {
    name: 'both hops of a proxy: the Vias prove who received',
    messages: [
      { line: INVITE },
      { line: INVITE, via: 'p1@192.0.2.11 b1@192.0.2.1' },
      {
        line: '200 INVITE',
        via: 'p1@192.0.2.11 b1@192.0.2.1',
        to: 'bob@example.net/B',
        rows: ['Contact: <sip:bob@198.51.100.7>'],
      },
      { line: '200 INVITE', to: 'bob@example.net/B', rows: ['Contact: <sip:bob@198.51.100.7>'] },
    ],
    arrows: [
      'alice@example.com -> 192.0.2.11 INVITE via/next-hop',
      '192.0.2.11 -> bob@example.net INVITE via/dialog',
      'bob@example.net -> 192.0.2.11 200 dialog/via',
      '192.0.2.11 -> alice@example.com 200 next-hop/via',
    ],
  },
  {
    name: 'a hop that was not captured is not invented',
    messages: [{ line: INVITE }, { line: INVITE, via: 'p2@192.0.2.12 p1@192.0.2.11 b1@192.0.2.1' }],
    arrows: [
      'alice@example.com -> (bob@example.net) INVITE via/address',
      '192.0.2.12 -> (bob@example.net) INVITE via/address',
    ],
  },
  {
    name: 'three branches of a fork, each with its own contact',
    messages: [1, 2, 3].flatMap((i): Sent[] => [
      { line: `INVITE sip:bob@198.51.100.${i}`, via: `f${i}@192.0.2.11 b1@192.0.2.1` },
      { line: '180 INVITE', via: `f${i}@192.0.2.11 b1@192.0.2.1`, to: `bob@example.net/B${i}` },
    ]),
    arrows: [1, 2, 3].flatMap((i) => [
      `192.0.2.11 -> 198.51.100.${i} INVITE via/request-uri`,
      `198.51.100.${i} -> 192.0.2.11 180 request-uri/via`,
    ]),
  },
  {
    name: 'three branches of a fork that nothing tells apart',
    messages: [1, 2, 3].map((i): Sent => ({ line: INVITE, via: `f${i}@192.0.2.11 b1@192.0.2.1` })),
    arrows: [1, 2, 3].map((i) => `192.0.2.11 -> (bob@example.net (branch ${i})) INVITE via/address`),
  },
  {
    name: 'a fork behind the proxy, seen before it: all responses come from the proxy',
    messages: [
      { line: INVITE, rows: ['Route: <sip:192.0.2.11;lr>'] },
      { line: '180 INVITE', to: 'bob@example.net/B1', rows: ['Contact: <sip:bob@198.51.100.1>'] },
      { line: '180 INVITE', to: 'bob@example.net/B2', rows: ['Contact: <sip:bob@198.51.100.2>'] },
    ],
    arrows: [
      'alice@example.com -> 192.0.2.11 INVITE via/route',
      '192.0.2.11 -> alice@example.com 180 route/via',
      '192.0.2.11 -> alice@example.com 180 route/via',
    ],
  },
  {
    name: 'a registration goes to the domain of its Request-URI, which requests to it then go to as well',
    messages: [
      {
        line: 'REGISTER sip:example.com',
        from: 'alice@example.com/A',
        to: 'alice@example.com',
        rows: ['Contact: <sip:alice@192.0.2.1>'],
      },
      {
        line: '200 REGISTER',
        from: 'alice@example.com/A',
        to: 'alice@example.com/R',
        rows: ['Contact: <sip:alice@192.0.2.1>'],
      },
      { line: 'OPTIONS sip:example.com', via: 'b3@192.0.2.1', to: 'example.com', callId: 'c2' },
    ],
    arrows: [
      'alice@example.com -> example.com REGISTER via/request-uri',
      'example.com -> alice@example.com 200 request-uri/via',
      'alice@example.com -> example.com OPTIONS via/request-uri',
    ],
  },
  {
    name: 'a B2BUA with two Call-IDs is one element, named by neither of its users',
    messages: [
      { line: INVITE },
      {
        line: INVITE,
        via: 'x1@192.0.2.50',
        callId: 'c2',
        from: 'alice@example.com/X',
        rows: ['Contact: <sip:b2bua@192.0.2.50>'],
      },
      {
        line: '200 INVITE',
        via: 'x1@192.0.2.50',
        callId: 'c2',
        from: 'alice@example.com/X',
        to: 'bob@example.net/Y',
        rows: ['Contact: <sip:bob@198.51.100.7>'],
      },
      { ...BOB_OK, rows: ['Contact: <sip:b2bua@192.0.2.50>'] },
    ],
    arrows: [
      'alice@example.com -> 192.0.2.50 INVITE via/dialog',
      '192.0.2.50 -> bob@example.net INVITE via/dialog',
      'bob@example.net -> 192.0.2.50 200 dialog/via',
      '192.0.2.50 -> alice@example.com 200 dialog/via',
    ],
  },
  {
    name: 'addresses of a trace win over what the message says',
    messages: [
      { trace: '2024/05/04 12:30:00.000000 203.0.113.5:61000 -> 192.0.2.11:5060', line: INVITE, via: 'b1@10.0.0.5' },
      {
        trace: '2024/05/04 12:30:00.500000 192.0.2.11:5060 -> 203.0.113.5:61000',
        line: '486 INVITE',
        via: 'b1@10.0.0.5',
      },
    ],
    arrows: ['alice@example.com -> 192.0.2.11 INVITE trace/trace', '192.0.2.11 -> alice@example.com 486 trace/trace'],
  },
  {
    name: 'the port of a connection is none of an element of its own',
    messages: [
      {
        trace: 'T 2024/05/04 12:30:00.000000 192.0.2.1:49152 -> 192.0.2.11:5060',
        line: INVITE,
        via: 'b1@TCP/192.0.2.1',
      },
      {
        trace: 'T 2024/05/04 12:30:01.000000 192.0.2.11:50000 -> 192.0.2.1:5060',
        line: 'OPTIONS sip:alice@192.0.2.1',
        via: 'q1@TCP/192.0.2.11',
        callId: 'c2',
        ...FROM_BOB,
      },
    ],
    arrows: [
      'alice@example.com -> bob@example.net INVITE trace/trace',
      'bob@example.net -> alice@example.com OPTIONS trace/trace',
    ],
  },
  {
    name: 'two users on one host are two elements',
    messages: [
      { trace: '2024/05/04 12:30:00.000000 127.0.0.1:5061 -> 127.0.0.1:5060', line: INVITE, via: 'b1@127.0.0.1:5061' },
      {
        trace: '2024/05/04 12:30:01.000000 127.0.0.1:5060 -> 127.0.0.1:5062',
        line: INVITE,
        via: 'p1@127.0.0.1 b1@127.0.0.1:5061',
      },
    ],
    arrows: ['alice@example.com -> 127.0.0.1 INVITE trace/trace', '127.0.0.1 -> 127.0.0.1:5062 INVITE trace/trace'],
  },
  {
    name: 'a trace that gives the peer only was taken at the other end',
    messages: [
      { trace: '<--- Received SIP request (400 bytes) from UDP:192.0.2.1:5060 --->', line: INVITE },
      {
        trace: '<--- Transmitting SIP response (400 bytes) to UDP:192.0.2.1:5060 --->',
        line: '486 INVITE',
        to: 'bob@example.net/B',
      },
    ],
    arrows: ['alice@example.com -> local INVITE trace/direction', 'local -> alice@example.com 486 direction/trace'],
  },
  {
    name: 'a direction names the element where the trace was taken',
    messages: [
      { trace: '# siplint-set direction=out', line: INVITE, rows: ['Contact: <sip:alice@192.0.2.1>'] },
      { trace: '# siplint-set direction=in', ...BYE_OF_BOB },
    ],
    arrows: [
      'alice@example.com -> bob@example.net INVITE direction/address',
      'bob@example.net -> alice@example.com BYE via/direction',
    ],
  },
  {
    name: 'a CANCEL, and an ACK to a failure, go the way of their INVITE',
    messages: [
      { line: INVITE, rows: ['Route: <sip:192.0.2.11;lr>'] },
      { line: 'CANCEL sip:bob@example.net' },
      { line: '487 INVITE', to: 'bob@example.net/B' },
      { line: 'ACK sip:bob@example.net', to: 'bob@example.net/B' },
    ],
    arrows: [
      'alice@example.com -> 192.0.2.11 INVITE via/route',
      'alice@example.com -> 192.0.2.11 CANCEL via/route',
      '192.0.2.11 -> alice@example.com 487 route/via',
      'alice@example.com -> 192.0.2.11 ACK via/route',
    ],
  },
  {
    name: 'so they do with a branch of their own',
    messages: [
      { line: INVITE, rows: ['Route: <sip:192.0.2.11;lr>'] },
      { line: 'CANCEL sip:bob@example.net', via: 'bx@192.0.2.1' },
      { line: '487 INVITE', to: 'bob@example.net/B' },
      { line: 'ACK sip:bob@example.net', via: 'by@192.0.2.1', to: 'bob@example.net/B' },
    ],
    arrows: [
      'alice@example.com -> 192.0.2.11 INVITE via/route',
      'alice@example.com -> 192.0.2.11 CANCEL via/route',
      '192.0.2.11 -> alice@example.com 487 route/via',
      'alice@example.com -> 192.0.2.11 ACK via/route',
    ],
  },
  {
    name: 'a proxy that cancels is not the user agent in From',
    messages: [
      { line: INVITE, via: 'p1@192.0.2.11 b1@192.0.2.1' },
      { line: 'CANCEL sip:bob@example.net', via: 'p1@192.0.2.11' },
      { line: 'ACK sip:bob@example.net', via: 'p1@192.0.2.11', to: 'bob@example.net/B' },
    ],
    arrows: [
      '192.0.2.11 -> (bob@example.net) INVITE via/address',
      '192.0.2.11 -> (bob@example.net) CANCEL via/address',
      '192.0.2.11 -> (bob@example.net) ACK via/address',
    ],
  },
  {
    name: 'a Route that names the sender shows nothing',
    messages: [{ line: INVITE, rows: ['Route: <sip:192.0.2.1;lr>'] }],
    arrows: ['alice@example.com -> (bob@example.net) INVITE via/address'],
  },
  {
    name: 'a redirection tells of others than who answered',
    messages: [
      { line: INVITE },
      { line: '302 INVITE', to: 'bob@example.net/B', rows: ['Contact: <sip:bob@198.51.100.9>'] },
    ],
    arrows: [
      'alice@example.com -> (bob@example.net) INVITE via/address',
      '(bob@example.net) -> alice@example.com 302 address/via',
    ],
  },
  {
    name: 'a peer that is known from another call, if the two were seen to talk',
    messages: [
      { line: INVITE },
      BOB_OK,
      BYE_OF_BOB,
      { line: INVITE, via: 'b5@192.0.2.1', callId: 'c2' },
      { line: INVITE, via: 'b6@192.0.2.99', callId: 'c3', from: 'carol@example.com/C' },
    ],
    arrows: [
      'alice@example.com -> bob@example.net INVITE via/dialog',
      'bob@example.net -> alice@example.com 200 dialog/via',
      'bob@example.net -> alice@example.com BYE via/request-uri',
      'alice@example.com -> bob@example.net INVITE via/address',
      'carol@example.com -> (bob@example.net) INVITE via/address',
    ],
  },
  {
    name: 'placeholders: From and To',
    messages: [{ line: 'INVITE sip:{{user}}@example.net', via: 'b1@{{host}}', to: '{{user}}@example.net' }],
    arrows: ['(alice@example.com) -> ({{user}}@example.net) INVITE address/address'],
  },
  {
    name: 'a message whose start line is neither: a row without an arrow',
    messages: [
      'HELLO\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:c@d>\r\n\r\n',
      { line: INVITE },
    ],
    arrows: ['HELLO', 'alice@example.com -> (bob@example.net) INVITE via/address'],
  },
  {
    name: 'a message without any party',
    messages: ['INVITE sip:bob@example.net SIP/2.0\r\nSubject: nothing else\r\nContent-Length: 0\r\n\r\n'],
    arrows: ['INVITE'],
  },
  {
    name: 'IPv6, with and without the default port',
    messages: [
      {
        trace: '2024/05/04 12:30:00.000000 [2001:db8::1]:5060 -> [2001:db8::2]:5080',
        line: INVITE,
        via: 'b1@[2001:db8::1]',
      },
      { line: 'OPTIONS sip:[2001:DB8::2]:5080', via: 'b2@[2001:db8::1]:5060', callId: 'c2' },
    ],
    arrows: [
      'alice@example.com -> [2001:db8::2]:5080 INVITE trace/trace',
      'alice@example.com -> [2001:db8::2]:5080 OPTIONS via/request-uri',
    ],
  },
  {
    name: 'an element that sends to itself',
    messages: [
      {
        trace: '2024/05/04 12:30:00.000000 192.0.2.11:5060 -> 192.0.2.11:5060',
        line: INVITE,
        via: 'p1@192.0.2.11 b1@192.0.2.1',
      },
    ],
    arrows: ['192.0.2.11 -> 192.0.2.11 INVITE trace/trace'],
  },
];

describe('ladder: who sent to whom', () => {
  for (const { name, messages, arrows } of CASES) {
    it(name, () => assert.deepEqual(arrowsOf(ladderOf(messages)), arrows));
  }
});
