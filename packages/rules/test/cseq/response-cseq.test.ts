import { testRule } from '@siplint/core/testing';
import responseCSeq from '../../src/cseq/response-cseq-mismatch.js';
import { bye, cancel, file, info, invite, ok, options, request, response } from '../calls.js';

const VIA = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-info';
const PROXY_VIA = 'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK-proxy';
const WRONG = '<|7|> INFO';

testRule(responseCSeq, {
  good: [
    {
      name: 'another branch',
      text: file(info(), ok('INFO', { CSeq: '7 INFO', Via: 'SIP/2.0/UDP a;branch=z9hG4bK9' })),
    },
    { name: 'the response alone', text: ok('INFO', { CSeq: '7 INFO' }) },
    { name: 'leading zeros', text: file(info(), ok('INFO', { CSeq: '000314160 INFO' })) },
    { name: 'a number that did not parse', text: file(info(), ok('INFO', { CSeq: 'x INFO' })) },
    {
      name: 'the CANCEL of an INVITE that was not captured',
      text: file(cancel(), ok('CANCEL'), response(487, 'INVITE')),
    },
    {
      name: 'the method that the request has in its CSeq',
      text: file(info({ CSeq: '314160 BYE' }), ok('INFO', { CSeq: '314160 BYE' })),
    },
    {
      name: 'a method in the wrong case, put right',
      text: file(info({ startLine: 'info sip:bob@client.example.net SIP/2.0', CSeq: '314160 info' }), ok('INFO')),
    },
    {
      name: 'another number behind the right final response',
      text: file(info(), ok('INFO'), ok('INFO', { CSeq: '7 INFO' })),
    },
    {
      name: 'a branch that is used again',
      text: file(info(), ok('INFO'), info({ CSeq: '314161 INFO' }), ok('INFO', { CSeq: '314162 INFO' })),
    },
    { name: 'a placeholder', text: file(info(), ok('INFO', { CSeq: '{{n}} INFO' })) },
    { name: 'number and method of another request', text: file(info(), ok('INFO', { CSeq: '7 BYE' })) },
    {
      name: 'the failure of a cancelled INVITE',
      text: file(invite(), cancel(), ok('CANCEL'), response(487, 'INVITE')),
    },
  ],
  bad: [
    {
      name: 'another number',
      text: file(info(), ok('INFO', { CSeq: WRONG })),
      findings: [{ severity: 'error', data: { found: '7', expected: '314160', method: 'INFO' } }],
    },
    { name: 'another method', text: file(bye(), response(481, 'BYE', { CSeq: '314160 <|INFO|>' })) },
    {
      name: 'first in a provisional response, once',
      text: file(invite(), response(180, 'INVITE', { CSeq: '<|1|> INVITE' }), ok('INVITE', { CSeq: '1 INVITE' })),
    },
    { name: 'a response to a CANCEL', text: file(invite(), cancel(), ok('CANCEL', { CSeq: '<|8|> CANCEL' })) },
    {
      name: 'retransmitted',
      text: file(options(), ok('OPTIONS', { CSeq: '<|8|> OPTIONS' }), ok('OPTIONS', { CSeq: '8 OPTIONS' })),
    },
    {
      name: 'once for all hops, at the first',
      text: file(
        request('INFO', { Via: VIA }),
        request('INFO', { Via: [PROXY_VIA, `${VIA};received=192.0.2.1`] }),
        ok('INFO', { CSeq: WRONG, Via: [PROXY_VIA, `${VIA};received=192.0.2.1`] }),
        ok('INFO', { CSeq: '7 INFO' }),
      ),
    },
    {
      name: 'another method in the wrong case',
      text: file(info(), ok('INFO', { CSeq: '314160 <|Info|>' })),
    },
  ],
});
