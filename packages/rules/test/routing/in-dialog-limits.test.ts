import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import remoteTarget from '../../src/routing/dialog-request-uri-not-remote-target.js';
import routeSet from '../../src/routing/dialog-route-set-mismatch.js';
import { ack, byAlice, byBob, bye, type Changes, call, file, invite, line, ok, response } from '../calls.js';

// Where target and route of a request are not what the dialog says, for a reason that is not theirs.

const to = (method: string, uri: string): Changes => ({ startLine: `${method} ${uri} SIP/2.0` });
const PRIVATE = { Contact: '<sip:bob@10.0.0.4>' };
const TO_BOB = '<sip:bob@example.net>;tag=8321234356';
const P1 = '<sip:p1.example.com;lr>';
const BY_ALICE_AS_BOB = { From: '<sip:bob@example.net>;tag=8321234356', To: '<sip:alice@example.com>;tag=9fxced76sl' };

testRule(remoteTarget, {
  bad: [
    {
      name: 'another address of the same private network',
      text: file(invite(), ok('INVITE', PRIVATE), ack(to('ACK', '<|sip:bob@10.0.0.1|>'))),
    },
    {
      name: 'a Contact with what is not for a Request-URI is not written there',
      text: file(
        invite(),
        ok('INVITE', { Contact: '<sip:bob@client.example.net;method=INVITE>' }),
        ack(to('ACK', '<|sip:bob@example.net|>')),
      ),
      fixed: null,
    },
  ],
  good: [
    {
      name: 'an address of another private network',
      text: file(invite(), ok('INVITE', PRIVATE), ack(to('ACK', 'sip:bob@192.168.1.4:1024'))),
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
      name: 'a response that reached another host',
      text: file(
        line('U 192.0.2.1:5060 -> 192.0.2.10:5060'),
        invite(),
        line('U 192.0.2.10:5060 -> 192.0.2.7:5060'),
        ok('INVITE'),
        line('U 192.0.2.1:5060 -> 192.0.2.10:5060'),
        ack(to('ACK', 'sip:bob@example.net')),
      ),
    },
    {
      name: 'either Contact while a re-INVITE is under way',
      text: call(
        byBob('INVITE', 1, { Contact: '<sip:bob@mobile.example.net>' }),
        byAlice('INFO', 314160, to('INFO', 'sip:bob@mobile.example.net')),
        bye({ CSeq: '314161 BYE' }),
      ),
    },
    {
      name: 'the Contact of another branch of the call',
      text: file(
        invite(),
        response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234357', Contact: '<sip:bob@other.example.net>' }),
        ok('INVITE'),
        ack(),
      ),
    },
    { name: 'tags of the other side: dialog-tags-swapped', text: call(bye(BY_ALICE_AS_BOB)) },
    {
      name: 'a placeholder in the Contact',
      text: file(invite(), ok('INVITE', { Contact: '<sip:bob@{{host}}>' }), ack(to('ACK', 'sip:bob@example.net'))),
    },
  ],
});

testRule(routeSet, {
  good: [
    {
      name: 'the callee, where the proxy kept its Record-Route back from the 180: record-route-not-copied',
      text: file(
        invite(),
        forwarded('INVITE', { 'Record-Route': P1 }),
        fromBranch(180, 'INVITE', { To: TO_BOB }),
        response(180, 'INVITE'),
        fromBranch(200, 'INVITE', { To: TO_BOB, 'Record-Route': P1 }),
        ok('INVITE', { 'Record-Route': P1 }),
        byBob('BYE', 1, { Route: P1 }),
      ),
    },
    {
      name: 'an INVITE that stands behind the request',
      text: file(
        ok('INVITE', { 'Record-Route': '<sip:p2.example.com;lr>' }),
        byBob('BYE', 1, { Route: P1 }),
        invite({ 'Record-Route': '<sip:p2.example.com;lr>' }),
      ),
    },
    {
      name: 'tags of the other side: dialog-tags-swapped',
      text: file(
        invite({ 'Record-Route': P1 }),
        ok('INVITE', { 'Record-Route': P1 }),
        ack({ Route: P1 }),
        bye({ ...BY_ALICE_AS_BOB, Route: '<sip:p2.example.com;lr>' }),
      ),
    },
  ],
});
