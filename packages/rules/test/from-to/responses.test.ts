import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import proxyTag from '../../src/from-to/proxy-changed-to-tag.js';
import from from '../../src/from-to/response-from-mismatch.js';
import to from '../../src/from-to/response-to-mismatch.js';
import changes from '../../src/from-to/response-to-tag-changes.js';
import trying from '../../src/from-to/to-tag-in-100-response.js';
import { byAlice, file, invite, ok, options, request, response, toAlice } from '../calls.js';

const ALICE = '<sip:alice@example.com>';
const BOB = '<sip:bob@example.net>';
const tag = (value: string) => ({ To: `${BOB};tag=${value}` });
const fromTag = (value: string) => ({ From: `${ALICE};tag=${value}` });

testRule(from, {
  bad: [
    {
      name: 'once a transaction',
      text: file(invite(), response(180, 'INVITE', fromTag('<|x1|>')), ok('INVITE', fromTag('x1'))),
      findings: [{ messageId: 'tag', severity: 'error', data: { found: 'x1', expected: '9fxced76sl' } }],
    },
    {
      name: 'once a call',
      text: file(
        invite(),
        ok('INVITE', fromTag('<|x1|>')),
        byAlice('BYE', 314160),
        toAlice(200, 'BYE', 314160, fromTag('x1')),
      ),
    },
    {
      name: 'where it was wrong first',
      text: file(
        options(),
        forwarded('OPTIONS'),
        fromBranch(200, 'OPTIONS', fromTag('<|x1|>')),
        ok('OPTIONS', fromTag('x1')),
      ),
    },
    {
      name: 'URI',
      text: file(options(), ok('OPTIONS', { From: '<<|sip:Alice@example.com|>>;tag=a6c85cf-options' })),
      findings: [{ messageId: 'uri', severity: 'warning' }],
    },
  ],
  good: [
    { name: 'no tag in the request', text: file(options({ From: ALICE }), ok('OPTIONS', fromTag('x1'))) },
    { name: 'another number', text: file(options(), ok('OPTIONS', { ...fromTag('x1'), CSeq: '7 OPTIONS' })) },
    {
      name: 'parameters in another order',
      text: file(
        options({ From: `${ALICE};x=1;tag=abcd1234` }),
        ok('OPTIONS', { From: `"A" ${ALICE};tag=abcd1234;x=1` }),
      ),
    },
    {
      name: 'transport in one of them',
      text: file(options(), ok('OPTIONS', { From: '<sip:alice@example.com;transport=udp>;tag=a6c85cf-options' })),
    },
    {
      name: 'tag inside the URI',
      text: file(options(), ok('OPTIONS', { From: '<sip:alice@example.com;tag=a6c85cf-options>' })),
    },
  ],
});

testRule(to, {
  bad: [
    {
      name: 'once a call',
      text: file(
        byAlice('INFO', 314160),
        toAlice(200, 'INFO', 314160, tag('<|x1|>')),
        byAlice('INFO', 314161),
        toAlice(200, 'INFO', 314161, tag('x1')),
      ),
      findings: [
        { messageId: 'tag', severity: 'error', data: { found: 'x1', expected: '8321234356', method: 'INFO' } },
      ],
    },
    {
      name: 'where it was wrong first',
      text: file(
        options(tag('aaaa1111')),
        forwarded('OPTIONS', tag('aaaa1111')),
        fromBranch(200, 'OPTIONS', tag('<|x1|>')),
        ok('OPTIONS', tag('x1')),
      ),
    },
    {
      name: 'URI',
      text: file(
        invite(),
        response(180, 'INVITE', { To: '<<|sip:carol@example.net|>>;tag=8321234356' }),
        ok('INVITE', { To: '<sip:carol@example.net>;tag=8321234356' }),
      ),
      findings: [{ messageId: 'uri', severity: 'warning' }],
    },
  ],
  good: [
    {
      name: 'missing, which is reported for itself',
      text: file(byAlice('BYE', 314160), toAlice(200, 'BYE', 314160, { To: BOB })),
    },
    {
      name: 'letter case',
      text: file(byAlice('BYE', 314160, tag('AbCd1234')), toAlice(200, 'BYE', 314160, tag('aBcD1234'))),
    },
    {
      name: 'a request with one tag for both, which is reported for that',
      text: file(options({ ...fromTag('x1'), ...tag('x1') }), ok('OPTIONS', { ...fromTag('x1'), ...tag('y2') })),
    },
    {
      name: 'another number',
      text: file(options(tag('aaaa1111')), ok('OPTIONS', { ...tag('x1'), CSeq: '7 OPTIONS' })),
    },
  ],
});

testRule(proxyTag, {
  bad: [
    {
      name: '2xx, once a call',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(180, 'INVITE', tag('aaaa1111')),
        response(180, 'INVITE', tag('<|x1|>')),
        fromBranch(200, 'INVITE', tag('aaaa1111')),
        ok('INVITE', tag('x1')),
      ),
      findings: [{ severity: 'error', data: { found: 'x1', expected: 'aaaa1111', status: 180 } }],
    },
  ],
  good: [
    {
      name: 'another Contact',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(200, 'INVITE', tag('aaaa1111')),
        ok('INVITE', { ...tag('x1'), Contact: '<sip:sbc.example.com>' }),
      ),
    },
    {
      name: 'no tag behind',
      text: file(invite(), forwarded('INVITE'), fromBranch(200, 'INVITE', { To: BOB }), ok('INVITE', tag('x1'))),
    },
    {
      name: 'failure of its own',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(486, 'INVITE', tag('aaaa1111')),
        response(486, 'INVITE', tag('x1')),
      ),
    },
  ],
});

testRule(changes, {
  bad: [
    {
      name: 'new with the 2xx',
      text: file(response(180, 'INVITE'), response(183, 'INVITE'), ok('INVITE', tag('<|x1|>'))),
      findings: [{ severity: 'warning', data: { found: 'x1', expected: '8321234356', status: 180 } }],
    },
    {
      name: 'port that is the default',
      text: file(
        response(180, 'INVITE', { Contact: '<sip:bob@client.example.net:5060>' }),
        ok('INVITE', tag('<|x1|>')),
      ),
    },
    { name: 'no INVITE', text: file(request('SUBSCRIBE'), ok('SUBSCRIBE'), ok('SUBSCRIBE', tag('<|x1|>'))) },
  ],
  good: [
    {
      name: 'tag of the request',
      text: file(options(tag('aaaa1111')), ok('OPTIONS', tag('aaaa1111')), ok('OPTIONS', tag('x1'))),
    },
    {
      name: 'early dialog that was ended',
      text: file(response(180, 'INVITE'), response(199, 'INVITE'), ok('INVITE', tag('x1'))),
    },
    { name: 'failure', text: file(response(180, 'INVITE'), response(500, 'INVITE', tag('x1'))) },
    { name: 'letter case', text: file(response(180, 'INVITE', tag('abcd1234')), ok('INVITE', tag('ABCD1234'))) },
    { name: 'no Contact', text: file(response(180, 'INVITE', { Contact: null }), ok('INVITE', tag('x1'))) },
  ],
});

testRule(trying, {
  bad: [
    {
      name: 'fixed',
      text: file(invite(), response(100, 'INVITE', { To: `${BOB};<|tag=x1|>` })),
      findings: [{ severity: 'info', data: { tag: 'x1', method: 'INVITE' } }],
      fixed: file(invite(), response(100, 'INVITE', { To: BOB })),
    },
  ],
  good: [{ name: 'no To in the request', text: file(invite({ To: null }), response(100, 'INVITE', tag('x1'))) }],
});
