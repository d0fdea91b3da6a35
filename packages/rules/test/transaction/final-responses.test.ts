import type { Example } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { bye, cancel, file, invite, line, ok, options, register, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import { OFFER } from '../../src/examples/requests.js';
import multipleFinals from '../../src/transaction/multiple-final-responses.js';
import lateProvisional from '../../src/transaction/provisional-after-final-response.js';
import unanswered from '../../src/transaction/request-without-final-response.js';

const to = (tag: string) => ({ To: `<sip:bob@example.net>;tag=${tag}` });
const marked = (code: number, phrase: string) => ({ startLine: `SIP/2.0 <|${code}|> ${phrase}` });
const at = (time: number) => line(`# siplint-set time=${time}`);
const VIA = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1';
const behindProxy = { Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bKp1;received=192.0.2.9', VIA] };

testRule(multipleFinals, {
  bad: [
    {
      name: '2xx behind a failure with the same To tag',
      text: file(invite(), response(486, 'INVITE'), ok('INVITE', marked(200, 'OK'))),
      findings: [{ messageId: 'second', severity: 'error', data: { code: 200, first: 486, method: 'INVITE' } }],
    },
    {
      name: 'another failure',
      text: file(invite(), response(404, 'INVITE'), response(486, 'INVITE', marked(486, 'x'))),
    },
    { name: 'failure behind a 2xx', text: file(invite(), ok('INVITE'), response(487, 'INVITE', marked(487, 'x'))) },
    {
      name: 'another 2xx with the same tag',
      text: file(invite(), ok('INVITE'), response(202, 'INVITE', { ...marked(202, 'Accepted') })),
    },
    {
      name: 'another body behind a fork',
      text: file(
        invite(),
        ok('INVITE', to('aaaa1111')),
        ok('INVITE', to('bbbb2222')),
        ok('INVITE', { ...to('bbbb2222'), body: OFFER, ...marked(200, 'OK') }),
      ),
      findings: [{ messageId: 'changed' }],
    },
    { name: 'two codes without the request', text: file(ok('BYE'), response(481, 'BYE', marked(481, 'x'))) },
    {
      name: 'once a transaction',
      text: file(options(), at(1), ok('OPTIONS'), response(404, 'OPTIONS', marked(404, 'x')), response(500, 'OPTIONS')),
    },
  ],
  good: [
    { name: 'retransmissions', text: file(invite(), ok('INVITE'), ok('INVITE'), ok('INVITE')) },
    {
      name: 'the same failure with another tag',
      text: file(invite(), response(486, 'INVITE'), response(486, 'INVITE', to('bbbb2222'))),
    },
    {
      name: 'a late 2xx of a fork, which a proxy must forward',
      text: file(invite(), response(486, 'INVITE', to('aaaa1111')), ok('INVITE', to('bbbb2222'))),
    },
    {
      name: 'a response that comes behind the 408 of a proxy',
      text: file(options(), response(408, 'OPTIONS', { To: '<sip:bob@example.net>;tag=aaaa1111' }), ok('OPTIONS')),
    },
    {
      name: 'failure behind a 2xx when the INVITE was sent again',
      text: file(invite(), ok('INVITE'), invite(), response(482, 'INVITE', to('bbbb2222'))),
    },
    {
      name: 'a challenge and a success of requests with one branch',
      text: file(
        register(),
        response(401, 'REGISTER'),
        register({ Authorization: 'Digest username="alice"' }),
        response(401, 'REGISTER'),
        ok('REGISTER'),
      ),
    },
    {
      name: 'bodies with other line ends at the end',
      text: file(invite(), ok('INVITE', { body: OFFER }), ok('INVITE', { body: `${OFFER}\r\n` })),
    },
    {
      name: 'another call without its request',
      text: file(ok('BYE'), response(481, 'BYE', { 'Call-ID': 'another@pc33.example.com' })),
    },
    {
      name: 'a list of samples',
      text: file(ok('OPTIONS'), response(404, 'OPTIONS'), response(500, 'OPTIONS')),
    },
    { name: 'another number', text: file(bye(), ok('BYE'), response(481, 'BYE', { CSeq: '7 BYE' })) },
    {
      name: 'other addresses',
      text: file(
        'U 2024/01/01 10:00:00.000000 10.0.0.2:5060 -> 10.0.0.1:5060\r\n',
        ok('OPTIONS'),
        '\r\nU 2024/01/01 10:00:01.000000 10.0.0.3:5060 -> 10.0.0.2:5060\r\n',
        response(404, 'OPTIONS'),
      ),
    },
    {
      name: 'what a hop behind did is reported there',
      text: file(invite(), invite(behindProxy), response(486, 'INVITE', behindProxy), response(486, 'INVITE')),
    },
  ],
});

describe('multiple-final-responses on two hops', () => {
  testRule(multipleFinals, {
    bad: [
      {
        name: 'is reported on the hop where it began',
        text: file(
          invite(),
          invite(behindProxy),
          response(486, 'INVITE', behindProxy),
          response(486, 'INVITE'),
          ok('INVITE', { ...behindProxy, ...marked(200, 'OK') }),
          ok('INVITE'),
        ),
      },
    ],
  });
});

testRule(lateProvisional, {
  bad: [
    {
      name: 'behind a 2xx',
      text: file(invite(), ok('INVITE'), response(183, 'INVITE', marked(183, 'x'))),
      findings: [{ severity: 'info', data: { code: 183, final: 200 } }],
    },
    {
      name: 'behind a failure',
      text: file(invite(), response(486, 'INVITE'), response(180, 'INVITE', marked(180, 'x'))),
    },
    {
      name: 'a retransmission with time stamps',
      text: file(
        at(1),
        invite(),
        at(2),
        response(180, 'INVITE'),
        at(3),
        ok('INVITE'),
        at(3.6),
        response(180, 'INVITE', marked(180, 'Ringing')),
      ),
    },
    {
      name: 'once',
      text: file(invite(), ok('INVITE'), response(183, 'INVITE', marked(183, 'x')), response(180, 'INVITE')),
    },
    {
      name: 'a 100 with the tag',
      text: file(
        options(),
        ok('OPTIONS'),
        response(100, 'OPTIONS', { ...marked(100, 'x'), To: '<sip:bob@example.net>;tag=1410948204-options' }),
      ),
    },
  ],
  good: [
    { name: 'before it', text: file(invite(), response(180, 'INVITE'), ok('INVITE')) },
    {
      name: 'a retransmission without time stamps',
      text: file(invite(), response(180, 'INVITE'), ok('INVITE'), response(180, 'INVITE')),
    },
    { name: 'half a second', text: file(at(1), invite(), at(2), ok('INVITE'), at(2.5), response(180, 'INVITE')) },
    { name: 'another tag', text: file(invite(), ok('INVITE'), response(180, 'INVITE', to('bbbb2222'))) },
    { name: 'no tag', text: file(invite(), ok('INVITE'), response(100, 'INVITE')) },
    { name: 'provisional-response-to-non-invite', text: file(options(), ok('OPTIONS'), response(180, 'OPTIONS')) },
  ],
});

const complete = line('# siplint-set complete=yes');
const request = (method: string, uri = 'sip:bob@example.net') => ({ startLine: `<|${method}|> ${uri} SIP/2.0` });

testRule(unanswered, {
  bad: [
    ...(
      [
        ['INVITE', invite],
        ['CANCEL', cancel],
        ['OPTIONS', options],
        ['REGISTER', register],
        ['BYE', bye],
      ] as const
    ).map(([method, make]) => ({
      name: method,
      text: file(complete, make(request(method, method === 'REGISTER' ? 'sip:example.com' : undefined))),
      findings: [{ severity: 'info' as const, data: { method } }],
    })),
    { name: 'once, on the first hop', text: file(complete, invite(request('INVITE')), invite(behindProxy)) },
    {
      name: 'on the hop that lost the response',
      text: file(complete, invite(request('INVITE')), invite(behindProxy), response(486, 'INVITE', behindProxy)),
    },
  ],
  good: [
    { name: 'not declared complete', text: bye() },
    { name: 'answered', text: file(complete, bye(), response(481, 'BYE')) },
    { name: 'a retransmission', text: file(complete, bye(), bye(), ok('BYE')) },
    { name: 'ACK', text: file(complete, invite(), response(486, 'INVITE'), failureAck()) },
    { name: 'response-cseq-mismatch', text: file(complete, bye(), ok('BYE', { CSeq: '314160 INVITE' })) },
    {
      name: 'response-via-mismatch',
      text: file(complete, bye(), ok('BYE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother' })),
    },
    { name: 'ack-without-invite-response', text: file(complete, invite(), response(180, 'INVITE'), failureAck()) },
  ] satisfies { name: string; text: Example }[],
});
