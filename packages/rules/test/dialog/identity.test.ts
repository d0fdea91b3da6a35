import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import callIdChanged from '../../src/dialog/call-id-changed-in-dialog.js';
import callIdReused from '../../src/dialog/call-id-reused-for-new-call.js';
import tagMismatch from '../../src/dialog/dialog-tag-mismatch.js';
import tagsSwapped from '../../src/dialog/dialog-tags-swapped.js';
import uriChanged from '../../src/dialog/dialog-uri-changed.js';
import unknownDialog from '../../src/dialog/request-for-unknown-dialog.js';
import {
  ack,
  byAlice,
  byBob,
  bye,
  call,
  failureAck,
  file,
  invite,
  line,
  ok,
  options,
  register,
  request,
  response,
  toAlice,
  toBob,
  wholeCall,
} from '../calls.js';

const ALICE = '<sip:alice@example.com>;tag=9fxced76sl';
const BOB = '<sip:bob@example.net>;tag=8321234356';
const STRANGER = '<sip:bob@example.net>;tag=cccc3333';
const MARKED_STRANGER = '<sip:bob@example.net>;tag=<|cccc3333|>';
const MARKED_ALICE = '<|<sip:alice@example.com>;tag=9fxced76sl|>';
const PROXIED = ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bK7', 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK8'];

testRule(tagMismatch, {
  good: [
    { name: 'the tags of the dialog, by either side', text: call(byAlice('INFO', 314160), byBob('BYE', 1)) },
    { name: 'in another case', text: call(bye({ To: BOB.replace('tag=8', 'TAG=8'), From: ALICE.toUpperCase() })) },
    { name: 'a request that the peer accepts', text: call(bye({ To: STRANGER }), ok('BYE', { To: STRANGER })) },
    { name: 'a dialog that began before the file', text: file(toAlice(200, 'INVITE', 5), bye({ To: STRANGER })) },
    { name: 'neither tag known', text: call(bye({ To: STRANGER, From: '<sip:alice@example.com>;tag=dddd4444' })) },
    {
      name: 'subscriptions',
      text: call(byBob('NOTIFY', 1, { From: STRANGER }), byAlice('REFER', 314160, { To: STRANGER })),
    },
    { name: 'another element', text: call(bye({ To: STRANGER, Via: PROXIED })) },
    {
      name: 'the ACK to a refusal with another tag',
      text: file(invite(), response(180, 'INVITE'), response(486, 'INVITE', { To: STRANGER }), ack({ To: STRANGER })),
    },
    {
      name: 'a dialog whose response comes behind',
      text: call(byBob('UPDATE', 1, { From: STRANGER }), ok('INVITE', { To: STRANGER })),
    },
    {
      name: 'one fork more than the file shows, behind the same Contact',
      text: file(
        ...[invite(), response(180, 'INVITE', { To: '<sip:bob@example.net>;tag=aaaa1111' }), ok('INVITE')],
        ...[ack({ To: STRANGER }), ack()],
      ),
    },
    { name: 'no To tag', text: call(bye({ To: '<sip:bob@example.net>' })) },
  ],
  bad: [
    {
      name: 'the tag of the peer',
      text: call(bye({ To: MARKED_STRANGER }), response(481, 'BYE', { To: STRANGER })),
      findings: [{ severity: 'error', messageId: 'remote', data: { found: 'cccc3333', expected: '8321234356' } }],
    },
    {
      name: 'the tag of the caller, by the callee',
      text: call(byBob('BYE', 1, { To: '<sip:alice@example.com>;tag=<|dddd4444|>' })),
      findings: [{ messageId: 'remote', data: { expected: '9fxced76sl' } }],
    },
    {
      name: 'the own tag',
      text: call(bye({ From: '<sip:alice@example.com>;tag=<|dddd4444|>' })),
      findings: [{ messageId: 'local', data: { expected: '9fxced76sl' } }],
    },
    {
      name: 'once for all requests with it',
      text: call(byAlice('INFO', 314160, { To: MARKED_STRANGER }), bye({ To: STRANGER })),
    },
    { name: 'an ACK', text: file(invite(), ok('INVITE'), ack({ To: MARKED_STRANGER })) },
    {
      name: 'the tag of an earlier refusal',
      text: file(
        ...[invite(), response(401, 'INVITE', { To: STRANGER }), failureAck({ To: STRANGER })],
        byAlice('INVITE', 314160, { To: '<sip:bob@example.net>' }),
        ...[toAlice(200, 'INVITE', 314160), byAlice('ACK', 314160), byAlice('BYE', 314161, { To: MARKED_STRANGER })],
      ),
    },
  ],
});

const swapped = (changes = {}) => byBob('BYE', 870, { From: MARKED_ALICE, To: BOB, ...changes });
const between = (from: string, to: string, message: Example) => file(line(`U ${from} -> ${to}`), message);
const noted = (direction: 'in' | 'out', message: Example) =>
  file(line(`# siplint-set direction=${direction}`), message);
const A = '192.0.2.1:5060';
const B = '192.0.2.4:5060';
const seen = (...parts: readonly Example[]) =>
  file(between(A, B, invite()), between(B, A, ok('INVITE')), between(A, B, ack()), ...parts);

testRule(tagsSwapped, {
  good: [
    { name: 'by the callee', text: call(byBob('BYE', 1)) },
    {
      name: 'a Via of the host that the request goes to',
      text: call(bye({ Via: 'SIP/2.0/UDP client.example.net;branch=z9hG4bK1' })),
    },
    { name: 'by an unknown host', text: call(bye({ Via: 'SIP/2.0/UDP 198.51.100.7;branch=z9hG4bK1' })) },
    {
      name: 'two Vias',
      text: call(bye({ Via: ['SIP/2.0/UDP client.example.net;branch=z9hG4bK1', 'SIP/2.0/UDP x;branch=z9hG4bK2'] })),
    },
    {
      name: 'a private address that both networks may have',
      text: file(
        invite(),
        ok('INVITE', { Contact: '<sip:bob@192.168.0.9>' }),
        bye({ Via: 'SIP/2.0/UDP 192.168.0.9;branch=z9hG4bK1' }),
      ),
    },
    {
      name: 'a session border controller that is the Contact of both sides',
      text: file(
        invite(),
        invite({ Via: 'SIP/2.0/UDP client.example.net;branch=z9hG4bKb2b', Contact: '<sip:client.example.net>' }),
        ok('INVITE'),
        bye({ Via: 'SIP/2.0/UDP client.example.net;branch=z9hG4bK1' }),
      ),
    },
    {
      name: 'addresses of the caller',
      text: seen(between(A, B, bye({ Via: 'SIP/2.0/UDP client.example.net;branch=z9hG4bK1' }))),
    },
    { name: 'addresses of the callee', text: seen(between(B, A, byBob('BYE', 1))) },
    { name: 'addresses of another way', text: seen(between(B, '192.0.2.77:5060', bye())) },
    {
      name: 'a call that passes both ways',
      text: file(
        between(A, B, invite()),
        between(B, A, invite({ Via: PROXIED })),
        between(B, A, ok('INVITE')),
        between(B, A, bye()),
      ),
    },
    {
      name: 'the directions of a proxy that the callee answers to',
      text: file(noted('in', invite()), noted('out', ok('INVITE')), noted('in', byBob('BYE', 1))),
    },
    {
      name: 'the ACK of a proxy to a failure',
      text: file(
        noted('in', invite()),
        noted('out', response(180, 'INVITE')),
        noted('out', ack({ Via: 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1' })),
      ),
    },
    {
      name: 'a dialog that began before the file',
      text: file(ok('INVITE'), byBob('BYE', 1, { From: ALICE, To: BOB })),
    },
  ],
  bad: [
    {
      name: 'by the host of the callee',
      text: call(swapped()),
      findings: [{ severity: 'error', data: { sender: 'callee', other: 'caller' } }],
      fixed: call(byBob('BYE', 870, { From: BOB, To: ALICE })),
    },
    {
      name: 'the tags alone',
      text: call(
        byBob('BYE', 870, {
          From: '<|<sip:bob@example.net>;tag=9fxced76sl|>',
          To: '<sip:alice@example.com>;tag=8321234356',
        }),
      ),
      fixed: call(byBob('BYE', 870)),
    },
    { name: 'by addresses', text: seen(between(B, A, bye({ From: MARKED_ALICE }))) },
    {
      name: 'by the caller',
      text: call(byAlice('BYE', 314160, { From: '<|<sip:bob@example.net>;tag=8321234356|>', To: ALICE })),
      findings: [{ data: { sender: 'caller' } }],
    },
    { name: 'once', text: call(swapped({ CSeq: '1 BYE' }), byBob('BYE', 871, { From: ALICE, To: BOB })) },
  ],
});

testRule(uriChanged, {
  good: [
    {
      name: 'other parameters, port and case of the host',
      text: call(bye({ To: '<sip:bob@Example.NET:5060;x=1>;tag=8321234356' })),
    },
    { name: 'an escape', text: call(bye({ To: '<sip:%62ob@example.net>;tag=8321234356' })) },
    {
      name: 'from-change of the callee',
      text: file(
        invite(),
        ok('INVITE', { Supported: 'timer, from-change' }),
        ack(),
        byBob('UPDATE', 1, { From: '<sip:x@example.net>;tag=8321234356' }),
      ),
    },
    { name: 'another hop', text: call(bye({ To: '<sip:b@x.example>;tag=8321234356', Via: PROXIED })) },
    {
      name: 'the URIs of another hop',
      text: file(
        invite(),
        invite({ Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bKb2b', To: '<sip:555@sbc.example.com>' }),
        ok('INVITE', {
          Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bKb2b',
          To: '<sip:555@sbc.example.com>;tag=8321234356',
        }),
        byBob('BYE', 1, { From: '<sip:555@sbc.example.com>;tag=8321234356' }),
      ),
    },
    {
      name: 'dialog-tags-swapped',
      text: call(
        byBob('BYE', 1, {
          From: ALICE.replace('9fxced76sl', '8321234356'),
          To: BOB.replace('8321234356', '9fxced76sl'),
        }),
      ),
    },
    { name: 'a dialog that began before the file', text: file(bye({ To: '<sip:x@example.net>;tag=8321234356' })) },
    { name: 'a placeholder', text: call(bye({ To: '<sip:{{user}}@example.net>;tag=8321234356' })) },
  ],
  bad: [
    {
      name: 'To',
      text: call(bye({ To: '<<|sip:bob@192.0.2.4|>>;tag=8321234356' })),
      findings: [{ severity: 'warning', data: { field: 'To', expected: 'sip:bob@example.net' } }],
      fixed: call(bye()),
    },
    { name: 'the scheme', text: call(bye({ To: '<<|sips:bob@example.net|>>;tag=8321234356' })) },
    { name: 'the user in another case', text: call(bye({ From: '<<|sip:Alice@example.com|>>;tag=9fxced76sl' })) },
    {
      name: 'once for each party',
      text: call(
        byAlice('INFO', 314160, {
          To: '<<|sip:x@example.net|>>;tag=8321234356',
          From: '<<|sip:y@example.com|>>;tag=9fxced76sl',
        }),
        bye({ To: '<sip:z@example.net>;tag=8321234356' }),
      ),
    },
    { name: 'by the callee', text: call(byBob('BYE', 1, { From: '<<|sip:desk@example.net|>>;tag=8321234356' })) },
  ],
});

const OTHER = '3848276298220188512@pc33.example.com';
const MARKED_OTHER = `<|${OTHER}|>`;

testRule(callIdChanged, {
  good: [
    { name: 'the Call-ID of the dialog', text: call(bye()) },
    {
      name: 'another element',
      text: call(bye({ 'Call-ID': OTHER, Via: 'SIP/2.0/UDP b2b.example.com;branch=z9hG4bK1' })),
    },
    { name: 'by the callee, whose hop is unknown', text: call(byBob('BYE', 1, { 'Call-ID': OTHER })) },
    {
      name: 'calls with the same tags',
      text: call(
        file(
          invite({ 'Call-ID': OTHER, Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1' }),
          bye({ 'Call-ID': OTHER }),
        ),
      ),
    },
    {
      name: 'examples with the same tags and numbers',
      text: file(bye(), bye({ 'Call-ID': OTHER, Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK1' })),
    },
  ],
  bad: [
    {
      name: 'a BYE',
      text: call(bye({ 'Call-ID': MARKED_OTHER })),
      findings: [{ severity: 'warning', data: { found: OTHER, method: 'BYE' } }],
    },
    { name: 'an ACK', text: file(invite(), ok('INVITE'), ack({ 'Call-ID': MARKED_OTHER })) },
    {
      name: 'once',
      text: call(byAlice('INFO', 314160, { 'Call-ID': MARKED_OTHER }), byAlice('BYE', 314161, { 'Call-ID': OTHER })),
    },
    {
      name: 'by the callee, on the same way',
      text: seen(between(B, A, byBob('BYE', 1, { 'Call-ID': MARKED_OTHER }))),
    },
  ],
});

const CALL_ID = '<|3848276298220188511@pc33.example.com|>';
const again = (changes = {}) =>
  invite({
    Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKagain',
    From: '<sip:alice@example.com>;tag=77aa31bb',
    'Call-ID': CALL_ID,
    ...changes,
  });
const plain = { 'Call-ID': CALL_ID.slice(2, -2) };

testRule(callIdReused, {
  good: [
    { name: 'the From tag of the call', text: call(again({ ...plain, From: ALICE })) },
    { name: 'behind a refusal', text: file(invite(), response(486, 'INVITE'), again(plain)) },
    { name: 'before the response', text: file(invite(), again(plain), ok('INVITE')) },
    { name: 'another element', text: call(again({ ...plain, Via: PROXIED })) },
    { name: 'a re-INVITE', text: call(again({ ...plain, To: BOB })) },
  ],
  bad: [
    { name: 'behind an answer', text: call(again()), findings: [{ severity: 'warning' }] },
    { name: 'behind a hang-up', text: file(invite(), ack(), bye(), ok('BYE'), again()) },
    {
      name: 'once',
      text: call(
        again(),
        again({
          ...plain,
          From: '<sip:alice@example.com>;tag=88bb42cc',
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKthird',
        }),
      ),
    },
  ],
});

const tagged = (tag: string) => ({ To: `<sip:bob@example.net>;tag=${tag}` });

testRule(unknownDialog, {
  good: [
    { name: 'no tag', text: file(options(), response(481, 'OPTIONS')) },
    { name: 'another response', text: file(options(tagged('x1y2z3a4')), response(404, 'OPTIONS', tagged('x1y2z3a4'))) },
    { name: 'a file that begins in a dialog', text: file(ok('INVITE'), bye(), response(481, 'BYE')) },
    {
      name: 'register-to-has-tag',
      text: file(register({ To: '<sip:alice@example.com>;tag=x1y2z3a4' }), response(400, 'REGISTER')),
    },
    { name: 'bye-outside-dialog', text: file(line('# siplint-set complete=yes'), bye(), response(481, 'BYE')) },
    { name: 'an ACK', text: file(line('# siplint-set complete=yes'), ack()) },
    {
      name: 'call-id-changed-in-dialog',
      text: call(bye({ 'Call-ID': OTHER }), response(481, 'BYE', { 'Call-ID': OTHER })),
    },
    { name: 'a whole call', text: wholeCall(bye(), ok('BYE')) },
  ],
  bad: [
    {
      name: 'answered 481',
      text: file(options(tagged('<|x1y2z3a4|>')), response(481, 'OPTIONS', tagged('x1y2z3a4'))),
      findings: [{ severity: 'info', data: { method: 'OPTIONS', found: 'x1y2z3a4' } }],
    },
    { name: 'answered 400', text: file(options(tagged('<|x1y2z3a4|>')), response(400, 'OPTIONS', tagged('x1y2z3a4'))) },
    { name: 'a BYE in a file that may begin later', text: file(bye(tagged('<|8321234356|>')), response(481, 'BYE')) },
    {
      name: 'in a complete file',
      text: file(line('# siplint-set complete=yes'), request('MESSAGE', tagged('<|x1y2z3a4|>'))),
    },
  ],
});

testRule(tagsSwapped, { good: [{ name: 'answers', text: call(byBob('INFO', 1), toBob(200, 'INFO', 1)) }] });
