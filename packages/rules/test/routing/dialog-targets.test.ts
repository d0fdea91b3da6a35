import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import remoteTarget from '../../src/routing/dialog-request-uri-not-remote-target.js';
import {
  ack,
  byAlice,
  byBob,
  bye,
  type Changes,
  call,
  file,
  invite,
  line,
  ok,
  response,
  toAlice,
  toBob,
} from '../calls.js';

const TO_BOB = 'sip:bob@client.example.net';
const to = (method: string, uri: string): Changes => ({ startLine: `${method} ${uri} SIP/2.0` });
const MOVED = { Contact: '<sip:bob@mobile.example.net>' };
const PRIVATE = { Contact: '<sip:bob@10.0.0.4>' };
const TO_SERVER = line('U 192.0.2.1:5060 -> 192.0.2.10:5060');
const TO_CLIENT = line('U 192.0.2.10:5060 -> 192.0.2.1:5060');

testRule(remoteTarget, {
  bad: [
    {
      name: 'the URI that was dialled',
      text: file(invite(), ok('INVITE'), ack(to('ACK', '<|sip:bob@example.net|>'))),
      findings: [{ severity: 'warning', data: { method: 'ACK', found: 'sip:bob@example.net', expected: TO_BOB } }],
      fixed: file(invite(), ok('INVITE'), ack()),
    },
    {
      name: 'once for each side',
      text: call(
        bye(to('BYE', '<|sip:bob@example.net|>')),
        bye({ ...to('BYE', 'sip:bob@example.net'), CSeq: '314161 BYE' }),
        byBob('BYE', 1, to('BYE', '<|sip:alice@example.com|>')),
      ),
    },
    { name: 'another port', text: call(bye(to('BYE', `<|${TO_BOB}:5070|>`))) },
    { name: 'another scheme', text: call(bye(to('BYE', '<|sips:bob@client.example.net|>'))) },
    { name: 'letter case of the user', text: call(bye(to('BYE', '<|sip:Bob@client.example.net|>'))) },
    {
      name: 'the Contact before an accepted re-INVITE of the peer',
      text: call(byBob('INVITE', 1, MOVED), toBob(200, 'INVITE', 1), byBob('ACK', 1), bye(to('BYE', `<|${TO_BOB}|>`))),
      findings: [{ data: { expected: 'sip:bob@mobile.example.net' } }],
    },
    {
      name: 'the Contact of a re-INVITE that was refused',
      text: call(byBob('INVITE', 1, MOVED), toBob(488, 'INVITE', 1), bye(to('BYE', '<|sip:bob@mobile.example.net|>'))),
      findings: [{ data: { expected: TO_BOB } }],
    },
    {
      name: 'the name that was dialled in place of a private address',
      text: file(invite(), ok('INVITE', PRIVATE), ack(to('ACK', '<|sip:bob@example.net|>'))),
    },
    {
      name: 'another address of the same private network',
      text: file(invite(), ok('INVITE', PRIVATE), ack(to('ACK', '<|sip:bob@10.0.0.1|>'))),
    },
    {
      name: 'a Contact that has what is not for a Request-URI is not written there',
      text: file(
        invite(),
        ok('INVITE', { Contact: '<sip:bob@client.example.net;method=INVITE>' }),
        ack(to('ACK', '<|sip:bob@example.net|>')),
      ),
      fixed: null,
    },
    {
      name: 'on the way that the addresses of the capture show',
      text: file(TO_SERVER, invite(), TO_CLIENT, ok('INVITE'), TO_SERVER, ack(to('ACK', '<|sip:bob@example.net|>'))),
    },
  ],
  good: [
    { name: 'other parameters', text: call(bye(to('BYE', `${TO_BOB};transport=tcp;ob`))) },
    { name: 'the default port', text: call(bye(to('BYE', `${TO_BOB}:5060`))) },
    {
      name: 'no Contact in the file',
      text: file(invite(), ok('INVITE', { Contact: null }), ack(to('ACK', 'sip:b@example.net'))),
    },
    { name: 'the beginning of the dialog is not in the file', text: file(ack(to('ACK', 'sip:b@example.net')), bye()) },
    {
      name: 'a request that a proxy forwarded',
      text: file(
        invite(),
        ok('INVITE'),
        ack({
          ...to('ACK', 'sip:bob@192.0.2.4'),
          Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bK2', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1'],
        }),
      ),
    },
    {
      name: 'a Contact that was seen behind a proxy only',
      text: file(invite(), forwarded('INVITE'), fromBranch(200, 'INVITE'), ack(to('ACK', 'sip:bob@proxy.example.com'))),
    },
    {
      name: 'a response that reached another host',
      text: file(
        TO_SERVER,
        invite(),
        line('U 192.0.2.10:5060 -> 192.0.2.7:5060'),
        ok('INVITE'),
        TO_SERVER,
        ack(to('ACK', 'sip:bob@example.net')),
      ),
    },
    {
      name: 'a response whose addresses were rewritten on its way',
      text: file(
        invite(),
        ok('INVITE', { To: '<sip:bob@192.0.2.99>;tag=8321234356' }),
        ack(to('ACK', 'sip:bob@example.net')),
      ),
    },
    {
      name: 'either Contact while a re-INVITE is under way',
      text: call(
        byBob('INVITE', 1, MOVED),
        byAlice('INFO', 314160, to('INFO', 'sip:bob@mobile.example.net')),
        bye({ ...to('BYE', TO_BOB), CSeq: '314161 BYE' }),
      ),
    },
    {
      name: 'the Contact in the response to a re-INVITE',
      text: call(
        byAlice('INVITE', 314160),
        toAlice(200, 'INVITE', 314160, MOVED),
        byAlice('ACK', 314160, to('ACK', 'sip:bob@mobile.example.net')),
      ),
    },
    {
      name: 'the Contact of a response that created another dialog of the call',
      text: file(
        invite(),
        response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234357', Contact: '<sip:bob@other.example.net>' }),
        ok('INVITE'),
        ack(),
      ),
    },
    {
      name: 'a strict router',
      text: file(
        invite(),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com>' }),
        ack({ ...to('ACK', 'sip:p1.example.com'), Route: `<${TO_BOB}>` }),
      ),
    },
    {
      name: 'a loose router that was taken for a strict one',
      text: file(
        invite(),
        ok('INVITE', { 'Record-Route': '<sip:p1.example.com;lr>' }),
        ack(to('ACK', 'sip:p1.example.com;lr')),
      ),
    },
    {
      name: 'a public address in place of a private one',
      text: file(invite(), ok('INVITE', PRIVATE), ack(to('ACK', 'sip:bob@198.51.100.4'))),
    },
    {
      name: 'an address of another private network',
      text: file(invite(), ok('INVITE', PRIVATE), ack(to('ACK', 'sip:bob@192.168.1.4:1024'))),
    },
    {
      name: 'a request with the tags of the other side',
      text: call(bye({ From: '<sip:bob@example.net>;tag=8321234356', To: '<sip:alice@example.com>;tag=9fxced76sl' })),
    },
    {
      name: 'a placeholder in the Contact',
      text: file(invite(), ok('INVITE', { Contact: '<sip:bob@{{host}}>' }), ack(to('ACK', 'sip:b@example.net'))),
    },
  ],
});
