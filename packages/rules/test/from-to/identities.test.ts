import { testRule } from '@siplint/core/testing';
import { bye, cancel, file, invite, ok, register, response } from '../../src/examples/messages.js';
import anonymousName from '../../src/from-to/anonymous-from-display-name.js';
import hostIsAddress from '../../src/from-to/from-uri-host-is-address.js';
import tagTooShort from '../../src/from-to/tag-too-short.js';

const from = (address: string) => invite({ From: `${address};tag=9fxced76sl` });
const ADDRESS = '<sip:a@192.0.2.4>';

testRule(hostIsAddress, {
  good: [
    {
      name: 'a proxy had it',
      text: invite({
        Via: ['SIP/2.0/UDP p;branch=z9hG4bKa', 'SIP/2.0/UDP a;branch=z9hG4bKb'],
        From: `${ADDRESS};tag=9fxced76sl`,
      }),
    },
    { name: 'in a dialog', text: bye({ From: `${ADDRESS};tag=9fxced76sl` }) },
    { name: 'CANCEL, which repeats it', text: cancel({ From: `${ADDRESS};tag=9fxced76sl` }) },
    { name: 'a response', text: ok('INVITE', { From: `${ADDRESS};tag=9fxced76sl` }) },
    { name: 'a placeholder', text: from('<sip:a@{{host}}>') },
    { name: 'a name of digits', text: from('<sip:a@4.example>') },
  ],
  bad: [
    {
      name: 'once a URI',
      text: file(
        from('<sip:a@<|192.0.2.4|>>'),
        register({ 'Call-ID': '2', From: `X ${ADDRESS};tag=9fxced76s` }),
        from('<sip:b@<|192.0.2.4|>:5070>'),
      ),
      findings: [{ severity: 'hint', data: { host: '192.0.2.4' } }, {}],
    },
  ],
});

testRule(anonymousName, {
  good: [
    { name: 'without quotes, any case', text: from('anonymous <sip:anonymous@anonymous.invalid>') },
    { name: 'other words', text: from('"Caller" <sip:a@example.com>') },
    { name: 'unknown', text: from('" Unknown " <sip:anonymous@example.com>') },
    { name: 'a part of a name', text: from('"A" <sip:anonymous1@x.anonymous.invalid>') },
    { name: 'no SIP URI', text: from('"A" <tel:+12015550123>') },
    { name: 'in a dialog', text: bye({ From: '<sip:anonymous@anonymous.invalid>;tag=9fxced76sl' }) },
    { name: 'a placeholder', text: from('{{name}} <sip:anonymous@anonymous.invalid>') },
  ],
  bad: [
    {
      name: 'any case of user and host',
      text: from('<|Alice|> <sip:ANONYMOUS@example.com>'),
      findings: [{ messageId: 'named', severity: 'hint', data: { name: 'Alice' } }],
      fixed: from('"Anonymous" <sip:ANONYMOUS@example.com>'),
    },
    {
      name: 'no name',
      text: from('<<|sip:x@Anonymous.Invalid|>>'),
      findings: [{ messageId: 'nameless' }],
      fixed: from('"Anonymous" <sip:x@Anonymous.Invalid>'),
    },
    {
      name: 'no brackets',
      text: from('<|sip:anonymous@example.com|>'),
      fixed: from('"Anonymous" <sip:anonymous@example.com>'),
    },
    {
      name: 'once a call',
      text: file(from('<<|sip:anonymous@example.com|>>'), from('<sip:anonymous@example.com>')),
      safety: 'safe',
      fixed: file(from('<sip:anonymous@example.com>'), from('<sip:anonymous@example.com>')),
    },
  ],
});

const call = (id: string, tag: string, uri = 'sip:alice@example.com') =>
  invite({ 'Call-ID': id, From: `<${uri}>;tag=${tag}` });

testRule(tagTooShort, {
  good: [
    { name: 'six characters', text: invite({ From: '<sip:a@example.com>;tag=abcdef' }) },
    { name: 'a placeholder', text: invite({ From: '<sip:a@example.com>;tag={{t}}' }) },
    { name: 'a tag in the URI', text: invite({ To: '<sip:a@example.com;tag=1>' }) },
    { name: 'a retransmission', text: file(call('1', 'abcdef'), call('1', 'abcdef')) },
    { name: 'another sender', text: file(call('1', 'abcdef'), call('2', 'abcdef', 'sip:carol@example.com')) },
    { name: 'in dialogs', text: file(bye({ 'Call-ID': '1' }), bye({ 'Call-ID': '2' })) },
    { name: 'placeholders for the Call-ID', text: file(call('1', 'abcdef'), call('{{id}}', 'abcdef')) },
    {
      name: 'a challenge that the request follows up',
      text: file(
        call('1', 'abcdef'),
        response(401, 'INVITE', { 'Call-ID': '1', From: '<sip:alice@example.com>;tag=abcdef' }),
        call('2', 'abcdef'),
      ),
    },
  ],
  bad: [
    {
      name: 'five characters, once a call',
      text: file(
        invite({ From: '<sip:alice@example.com>;tag=<|abcde|>' }),
        ok('INVITE', { From: '<sip:alice@example.com>;tag=abcde', To: '<sip:bob@example.net>;tag=<|1|>' }),
        bye({ From: '<sip:alice@example.com>;tag=abcde', To: '<sip:bob@example.net>;tag=1' }),
        call('2', '<|abcde|>'),
      ),
      findings: [{ messageId: 'short', severity: 'info' }, { data: { tag: '1' } }, { messageId: 'short' }],
    },
    {
      name: 'reused in each further call',
      text: file(call('1', 'abcdef'), call('2', '<|abcdef|>'), call('2', 'abcdef'), call('3', '<|abcdef|>')),
      findings: [{ messageId: 'reused', severity: 'info' }, { messageId: 'reused' }],
    },
  ],
});
