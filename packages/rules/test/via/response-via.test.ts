import { testRule } from '@siplint/core/testing';
import { bye, file, ok, options, response } from '../../src/examples/messages.js';
import mismatch from '../../src/via/response-via-mismatch.js';

const ALICE = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-options';
const P1 = 'SIP/2.0/UDP p1.example.com;branch=z9hG4bKp1';
const P2 = 'SIP/2.0/UDP p2.example.com;branch=z9hG4bKp2';
const OTHER = 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bKother';
const through = (...vias: readonly string[]) => ({ Via: vias });
const asked = options(through(P2, P1, ALICE));

testRule(mismatch, {
  bad: [
    {
      name: 'another branch',
      text: file(bye(), response(481, 'BYE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=<|z9hG4bKother|>' })),
      findings: [{ messageId: 'branch', severity: 'error', data: { found: 'z9hG4bKother', method: 'BYE' } }],
    },
    {
      name: 'the last is missing',
      text: file(asked, ok('OPTIONS', { Via: `${P2}, <|${P1}|>` })),
      findings: [{ messageId: 'count', data: { found: 2, expected: 3 } }],
    },
    { name: 'one in the middle is missing', text: file(asked, ok('OPTIONS', through(P2, `<|${ALICE}|>`))) },
    { name: 'one too many', text: file(asked, ok('OPTIONS', through(P2, P1, ALICE, `<|${OTHER}|>`))) },
    {
      name: 'another order',
      text: file(asked, ok('OPTIONS', through(P2, `<|${ALICE}|>`, P1))),
      findings: [{ messageId: 'value', data: { found: ALICE, expected: P1 } }],
    },
    {
      name: 'another port below',
      text: file(asked, ok('OPTIONS', through(P2, P1, `<|${ALICE.replace(';', ':5062;')}|>`))),
    },
    {
      name: 'once a transaction',
      text: file(asked, response(100, 'OPTIONS', through(`<|${P2}|>`)), ok('OPTIONS', through(P2))),
    },
  ],
  good: [
    { name: 'all of them', text: file(asked, ok('OPTIONS', through(P2, P1, ALICE))) },
    {
      name: 'in one row, with spaces',
      text: file(asked, ok('OPTIONS', { Via: `${P2},${P1} , ${ALICE.replace('SIP/2.0/', 'SIP / 2.0 / ')}` })),
    },
    {
      name: 'parameters that were added',
      text: file(asked, ok('OPTIONS', through(`${P2};received=192.0.2.1;rport=1;x=y`, P1, ALICE))),
    },
    {
      name: 'the port that is meant without one',
      text: file(asked, ok('OPTIONS', through(P2, P1.replace(';', ':5060;'), ALICE))),
    },
    {
      name: 'letter case',
      text: file(
        asked,
        ok('OPTIONS', through(P2, P1.replace('p1.example', 'P1.EXAMPLE').replace('z9hG4bKp1', 'Z9hG4bKP1'), ALICE)),
      ),
    },
    {
      name: 'each hop by itself',
      text: file(options(through(ALICE)), asked, ok('OPTIONS', through(P2, P1, ALICE)), ok('OPTIONS', through(ALICE))),
    },
    { name: 'no request', text: ok('OPTIONS', through(P2)) },
    { name: 'a request that is answered', text: file(bye(), ok('BYE'), response(481, 'BYE', { Via: OTHER })) },
    {
      name: 'two requests that come into question',
      text: file(bye(), bye({ Via: OTHER.replace('other', '2') }), ok('BYE', { Via: OTHER })),
    },
    { name: 'another number', text: file(bye(), ok('BYE', { Via: OTHER, CSeq: '7 BYE' })) },
    {
      name: 'no magic cookie',
      text: file(
        bye({ Via: 'SIP/2.0/UDP pc33.example.com;branch=1' }),
        ok('BYE', { Via: 'SIP/2.0/UDP pc33.example.com;branch=2' }),
      ),
    },
    { name: 'a Via that did not parse', text: file(asked, ok('OPTIONS', through(P2, 'SIP/2.0/UDP ;branch=x'))) },
    {
      name: 'other addresses',
      text: file(
        'U 2024/01/01 10:00:00.000000 10.0.0.1:5060 -> 10.0.0.2:5060\r\n',
        bye(),
        '\r\nU 2024/01/01 10:00:00.000100 10.0.0.3:5060 -> 10.0.0.1:5060\r\n',
        ok('BYE', { Via: OTHER }),
      ),
    },
  ],
});
