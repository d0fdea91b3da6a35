import { testRule } from '@siplint/core/testing';
import { bye, file, invite, line, ok, options, register, request } from '../../src/examples/messages.js';
import differsFromTo from '../../src/routing/initial-request-uri-differs-from-to.js';
import lost from '../../src/routing/route-set-lost-strict-routing.js';
import strictRouting from '../../src/routing/route-strict-routing.js';

const between = line('---');
const byeTo = (uri: string, Route?: string) => bye({ startLine: `BYE ${uri} SIP/2.0`, ...(Route && { Route }) });
const recorded = (uri: string) => ok('INVITE', { 'Record-Route': `<${uri}>` });

testRule(strictRouting, {
  good: [
    { name: 'lr in any case and with a value', text: bye({ Route: '<sip:p;LR=x>' }) },
    { name: 'only the topmost counts', text: bye({ Route: ['<sip:p;lr>', '<sip:q>'] }) },
    {
      name: 'a Record-Route of the call, which lacks the lr first',
      text: file(recorded('sip:p'), between, bye({ Route: '<sip:p>' })),
    },
    {
      name: 'a Request-URI that is a Record-Route of the call',
      text: file(recorded('sip:P:5060;lr'), between, byeTo('sip:p:5060', '<sip:bob@h>')),
    },
    { name: 'lr outside of the brackets, which route-not-name-addr reports', text: invite({ Route: '<sip:p>;lr' }) },
    { name: 'another scheme', text: bye({ Route: '<tel:+1>' }) },
    { name: 'a malformed value', text: bye({ Route: '<sip:p' }) },
    { name: 'a placeholder', text: bye({ Route: '<{{proxy}}>' }) },
  ],
  bad: [
    {
      name: 'an initial request',
      text: invite({ Route: '<<|sip:p|>>' }),
      findings: [{ severity: 'info', data: { uri: 'sip:p' } }],
    },
    {
      name: 'the Record-Route of another call',
      text: file(ok('OPTIONS', { 'Record-Route': '<sip:p;lr>' }), between, bye({ Route: '<<|sip:p|>>' })),
    },
    { name: 'once a call', text: file(invite({ Route: '<<|sip:p|>>' }), between, bye({ Route: '<sip:p>' })) },
  ],
});

testRule(lost, {
  good: [
    { name: 'no lr', text: file(recorded('sip:p'), between, byeTo('sip:p')) },
    { name: 'a Route', text: file(recorded('sip:p;lr'), between, byeTo('sip:p;lr', '<sip:b@h>')) },
    {
      name: 'no To tag',
      text: file(recorded('sip:p;lr'), between, options({ startLine: 'OPTIONS sip:p;lr SIP/2.0' })),
    },
    { name: 'nothing known of the dialog', text: byeTo('sip:p;lr') },
    { name: 'only the Contact of its own side', text: file(invite(), between, byeTo('sip:p;lr')) },
    {
      name: 'a Contact of the peer, also where that is a Record-Route',
      text: file(
        ok('INVITE', { Contact: '<sip:bob@H;lr>', 'Record-Route': '<sip:bob@h;lr>' }),
        between,
        byeTo('sip:bob@h;lr'),
      ),
    },
    {
      name: 'unknown header fields',
      text: file(recorded('sip:p;lr'), between, bye({ startLine: 'BYE sip:p;lr SIP/2.0', rows: ['{{routes}}'] })),
    },
  ],
  bad: [
    {
      name: 'no Contact of the peer',
      text: file(ok('INVITE', { Contact: '<sip:b@h>' }), between, byeTo('<|sip:p;lr|>')),
      findings: [{ severity: 'info', data: { uri: 'sip:p;lr' } }],
    },
    {
      name: 'once a call',
      text: file(recorded('sip:p;lr'), between, byeTo('<|sip:p;lr|>'), between, byeTo('sip:p;lr')),
    },
  ],
});

const call = (uri: string, To: string) => invite({ startLine: `INVITE ${uri} SIP/2.0`, To: `<${To}>` });

testRule(differsFromTo, {
  good: [
    { name: 'equal by escapes and case of the host', text: call('sip:b%6Fb@H', 'sip:bob@h') },
    { name: 'what a To may not have', text: call('sip:bob@h:5070;transport=tcp;maddr=192.0.2.1;lr', 'sip:bob@h') },
    { name: 'a port in To', text: call('sip:bob@h', 'sip:bob@h:5060') },
    { name: 'a password', text: call('sip:bob:x@h', 'sip:bob@h') },
    { name: 'another scheme', text: call('sips:bob@h', 'sip:carol@h') },
    { name: 'a tel URI', text: call('sip:+1@h', 'tel:+1') },
    { name: 'REGISTER', text: register() },
    { name: 'a To tag', text: invite({ startLine: 'INVITE sip:x SIP/2.0', To: '<sip:bob@h>;tag=1' }) },
    { name: 'a method of dialogs', text: request('UPDATE', { startLine: 'UPDATE sip:x SIP/2.0', To: '<sip:bob@h>' }) },
    { name: 'a Route', text: invite({ startLine: 'INVITE sip:x SIP/2.0', Route: '<sip:p;lr>' }) },
    {
      name: 'a proxy on the way',
      text: invite({
        startLine: 'INVITE sip:x SIP/2.0',
        Via: ['SIP/2.0/UDP p;branch=z9hG4bK1', 'SIP/2.0/UDP h;branch=z9hG4bK2'],
      }),
    },
    { name: 'a placeholder', text: call('sip:{{user}}@h', 'sip:bob@h') },
    { name: 'unknown header fields', text: invite({ startLine: 'INVITE sip:x SIP/2.0', rows: ['{{routes}}'] }) },
    { name: 'a redirection', text: file(call('sip:bob@h', 'sip:bob@h'), between, call('sip:carol@x', 'sip:bob@h')) },
  ],
  bad: [
    { name: 'the host', text: call('<|sip:bob@a|>', 'sip:bob@b'), findings: [{ severity: 'hint' }] },
    { name: 'user=phone in one of them', text: call('<|sip:+1@h;user=phone|>', 'sip:+1@h') },
    { name: 'once a call', text: file(call('<|sip:x@h|>', 'sip:y@h'), between, call('sip:x@h', 'sip:y@h')) },
  ],
});
