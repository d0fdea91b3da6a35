import { testRule } from '@siplint/core/testing';
import ackWithoutToTag from '../../src/dialog/ack-without-to-tag.js';
import byeWithoutTags from '../../src/dialog/bye-without-dialog-tags.js';
import { ack, bye, file, invite, ok, response } from '../../src/examples/messages.js';

const BOB = '<sip:bob@example.net>';
const ALICE = '<sip:alice@example.com>';
/** A BYE by Bob, who was called. */
const byeOfBob = (to: string) => bye({ From: `${BOB};tag=8321234356`, To: to });

testRule(byeWithoutTags, {
  good: [
    { name: 'a To that did not parse', text: bye({ To: '<sip:bob' }) },
    { name: 'a tag of any kind', text: bye({ To: `${BOB};TAG=1` }) },
    { name: 'a branch without the magic cookie', text: bye({ To: BOB, Via: 'SIP/2.0/UDP a.example.com;branch=7' }) },
    { name: 'no branch', text: bye({ To: BOB, Via: 'SIP/2.0/UDP a.example.com' }) },
    { name: 'a callee that gave no tag', text: file(ok('INVITE', { To: BOB }), bye({ To: BOB })) },
    { name: 'a caller that gave no tag', text: file(invite({ From: ALICE }), byeOfBob(ALICE)) },
    { name: 'responses', text: ok('BYE', { To: BOB }) },
    { name: 'tag-inside-uri', text: bye({ To: '<sip:bob@example.net;tag=8321234356>' }) },
    { name: 'a placeholder', text: bye({ To: '{{to}}' }) },
    { name: 'a placeholder behind the address', text: bye({ To: `${BOB}{{tag}}` }) },
  ],
  bad: [
    { name: 'alone', text: bye({ To: `<|${BOB}|>` }), findings: [{ severity: 'error' }] },
    { name: 'with other parameters', text: bye({ To: `<|${BOB};x=1|>` }) },
    { name: 'a callee that gave a tag', text: file(ok('INVITE'), bye({ To: `<|${BOB}|>` })) },
    { name: 'a callee without a tag afterwards', text: file(bye({ To: `<|${BOB}|>` }), ok('INVITE', { To: BOB })) },
    {
      name: 'another call',
      text: file(ok('INVITE', { To: BOB, 'Call-ID': 'other@example.com' }), bye({ To: `<|${BOB}|>` })),
    },
    { name: 'a caller that gave a tag', text: file(invite(), byeOfBob(`<|${ALICE}|>`)) },
    {
      name: 'an old branch below',
      text: bye({ To: `<|${BOB}|>`, Via: ['SIP/2.0/UDP a;branch=z9hG4bK1', 'SIP/2.0/UDP b'] }),
    },
  ],
});

testRule(ackWithoutToTag, {
  good: [
    { name: 'a To that did not parse', text: ack({ To: '<sip:bob' }) },
    { name: 'the failure is in the file', text: file(response(486, 'INVITE'), ack({ To: BOB })) },
    { name: 'the success is in the file', text: file(ok('INVITE', { To: BOB }), ack({ To: BOB })) },
    { name: 'other requests', text: bye({ To: BOB }) },
    { name: 'tag-inside-uri', text: ack({ To: '<sip:bob@example.net;tag=8321234356>' }) },
  ],
  bad: [
    { name: 'alone', text: ack({ To: `<|${BOB}|>` }), findings: [{ severity: 'warning' }] },
    { name: 'a provisional response', text: file(response(180, 'INVITE'), ack({ To: `<|${BOB}|>` })) },
    {
      name: 'the response to another INVITE',
      text: file(response(486, 'INVITE', { CSeq: '1 INVITE' }), ack({ To: `<|${BOB}|>` })),
    },
  ],
});
