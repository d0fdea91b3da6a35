import { testRule } from '@siplint/core/testing';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { file, invite, line, ok, options, register, response } from '../../src/examples/messages.js';
import { OFFER } from '../../src/examples/requests.js';
import zero from '../../src/routing/max-forwards-zero-not-answered-with-483.js';
import passedOn from '../../src/routing/proxy-forwarded-503.js';
import notLower from '../../src/routing/proxy-max-forwards-not-decremented.js';
import modified from '../../src/routing/proxy-modified-body.js';
import removed from '../../src/routing/proxy-removed-or-reordered-header.js';
import route from '../../src/routing/proxy-route-not-removed.js';

const hops = (value: number | string | null) => ({ 'Max-Forwards': value });
const OWN = '<sip:proxy.example.com;lr>';
const FROM_BRANCH = { To: '<sip:bob@example.net>;tag=8321234356-a' };
const THIRD = [
  'SIP/2.0/UDP second.example.com;branch=z9hG4bK-2',
  'SIP/2.0/UDP proxy.example.com;branch=z9hG4bK776asdhds-invite-a;received=192.0.2.10',
  'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1',
];

testRule(notLower, {
  bad: [
    {
      name: 'the same',
      text: file(invite(), forwarded('INVITE', hops('<|70|>'))),
      findings: [{ messageId: 'notLower', severity: 'error', data: { found: 70, before: 70, hops: 1 } }],
    },
    { name: 'more', text: file(invite(hops(10)), forwarded('INVITE', hops('<|70|>'))) },
    {
      name: 'by one over two hops',
      text: file(invite(), invite({ Via: THIRD, ...hops('<|69|>') })),
      findings: [{ data: { hops: 2 } }],
    },
    {
      name: 'zero that is forwarded',
      text: file(options(hops(0)), forwarded('OPTIONS', hops('<|0|>'))),
      findings: [{ messageId: 'zero' }],
    },
    {
      name: 'once for a fork',
      text: file(invite(), forwarded('INVITE', hops('<|70|>')), forwarded('INVITE', hops(70), 'b')),
    },
  ],
  good: [
    { name: 'one less', text: file(invite(), forwarded('INVITE')) },
    { name: 'two less over two hops', text: file(invite(), invite({ Via: THIRD, ...hops(68) })) },
    { name: 'much less', text: file(invite(), forwarded('INVITE', hops(5))) },
    { name: 'none before', text: file(invite(hops(null)), forwarded('INVITE', hops(70))) },
    { name: 'none behind', text: file(invite(), forwarded('INVITE', hops(null))) },
    { name: 'another call', text: file(invite(), forwarded('OPTIONS', hops(70))) },
  ],
});

testRule(zero, {
  bad: [
    {
      name: '404',
      text: file(register(hops(0)), response(404, 'REGISTER', { startLine: 'SIP/2.0 <|404|> Not Found' })),
      findings: [{ severity: 'info', data: { method: 'REGISTER', code: 404 } }],
    },
  ],
  good: [
    { name: '483', text: file(register(hops(0)), response(483, 'REGISTER')) },
    { name: 'a 2xx', text: file(register(hops(0)), ok('REGISTER')) },
    { name: 'a provisional response only', text: file(invite(hops(0)), response(100, 'INVITE')) },
    { name: 'a phone that rang', text: file(invite(hops(0)), response(180, 'INVITE'), response(480, 'INVITE')) },
    { name: '6xx', text: file(invite(hops(0)), response(603, 'INVITE')) },
    { name: 'a redirect server', text: file(invite(hops(0)), response(302, 'INVITE')) },
    { name: 'a registrar that asks who it is', text: file(register(hops(0)), response(401, 'REGISTER')) },
    { name: 'a bad request', text: file(register(hops(0)), response(400, 'REGISTER')) },
    { name: 'OPTIONS', text: file(options(hops(0)), response(404, 'OPTIONS')) },
    { name: 'hops left', text: file(register(hops(1)), response(404, 'REGISTER')) },
  ],
});

testRule(passedOn, {
  bad: [
    {
      name: 'the first proxy of two',
      text: file(
        invite(),
        forwarded('INVITE'),
        invite({ Via: THIRD, ...hops(68) }),
        response(503, 'INVITE', { ...FROM_BRANCH, Via: THIRD }),
        fromBranch(503, 'INVITE', { startLine: 'SIP/2.0 <|503|> Service Unavailable' }),
        response(503, 'INVITE', FROM_BRANCH),
      ),
      findings: [{ severity: 'info' }],
    },
  ],
  good: [
    {
      name: '500',
      text: file(invite(), forwarded('INVITE'), fromBranch(503, 'INVITE'), response(500, 'INVITE', FROM_BRANCH)),
    },
    {
      name: 'a 503 of the proxy',
      text: file(invite(), forwarded('INVITE'), fromBranch(503, 'INVITE'), response(503, 'INVITE')),
    },
    { name: 'one hop', text: file(invite(), response(503, 'INVITE')) },
  ],
});

const changed = (mark: string) => OFFER.replace('49172', mark);

testRule(modified, {
  bad: [
    {
      name: 'once for each element',
      text: file(
        invite(),
        forwarded('INVITE', { body: OFFER.replace('m=audio 49172 RTP/AVP 0', '<|m=audio 4 RTP/AVP 0|>') }),
        forwarded('INVITE', { body: changed('6') }, 'b'),
      ),
      findings: [{ severity: 'info', data: { what: 'INVITE' } }],
    },
    {
      name: 'taken out of a response',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(200, 'INVITE'),
        ok('INVITE', { ...FROM_BRANCH, body: null, startLine: 'SIP/2.0 <|200|> OK' }),
      ),
      findings: [{ data: { what: '200 to INVITE' } }],
    },
    { name: 'a line more', text: file(invite(), forwarded('INVITE', { body: `${OFFER}<|a=ptime:20|>\r\n` })) },
  ],
  good: [
    { name: 'the same', text: file(invite(), forwarded('INVITE')) },
    { name: 'a line end at its end', text: file(invite({ body: OFFER.trimEnd() }), forwarded('INVITE')) },
    { name: 'another request', text: file(options({ body: 'a' }), forwarded('INVITE', { body: 'b' })) },
    {
      name: 'a response of its own',
      text: file(
        invite(),
        forwarded('INVITE'),
        fromBranch(486, 'INVITE', { body: 'a' }),
        response(486, 'INVITE', { body: 'b' }),
      ),
    },
  ],
});

const gone = { startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' };

testRule(removed, {
  bad: [
    {
      name: 'two fields in one finding',
      text: file(invite({ Subject: 'a', 'X-Trace': '1' }), forwarded('INVITE', gone)),
      findings: [{ messageId: 'removed', severity: 'info', data: { names: 'Subject, x-trace' } }],
    },
    {
      name: 'rows in another order',
      text: file(invite({ 'X-Trace': ['1', '2'] }), forwarded('INVITE', { 'X-Trace': ['2', '<|1|>'] })),
      findings: [{ messageId: 'reordered', data: { name: 'x-trace' } }],
    },
    {
      name: 'credentials for the server',
      text: file(
        register({ Authorization: 'Digest a="b"' }),
        forwarded('REGISTER', { startLine: '<|REGISTER|> sip:example.com SIP/2.0' }),
      ),
    },
    {
      name: 'once for each element',
      text: file(invite({ Subject: 'a' }), forwarded('INVITE', gone), forwarded('INVITE', {}, 'b')),
    },
  ],
  good: [
    {
      name: 'what the proxy processes',
      text: file(
        invite({
          Route: OWN,
          'Proxy-Authorization': 'Digest a="b"',
          'Proxy-Require': 'sec-agree',
          Require: 'sec-agree',
        }),
        forwarded('INVITE'),
      ),
    },
    {
      name: 'what policy takes out',
      text: file(
        invite({ 'P-Access-Network-Info': 'x', 'Security-Verify': 'tls', 'History-Info': '<sip:a@b>;index=1' }),
        forwarded('INVITE'),
      ),
    },
    {
      name: 'privacy',
      text: file(invite({ Privacy: 'header', Subject: 'a', 'User-Agent': 'b' }), forwarded('INVITE')),
    },
    { name: 'compact forms', text: file(invite({ Subject: 'a' }), forwarded('INVITE', { s: 'a' })) },
    { name: 'a body that was taken out', text: file(invite(), forwarded('INVITE', { body: null })) },
    {
      name: 'values in between',
      text: file(invite({ Supported: 'a, b' }), forwarded('INVITE', { Supported: 'c, a, d, b' })),
    },
    {
      name: 'values that stand twice',
      text: file(invite({ Supported: 'a, b' }), forwarded('INVITE', { Supported: 'a, b, a' })),
    },
    {
      name: 'a response of its own',
      text: file(invite(), forwarded('INVITE'), fromBranch(486, 'INVITE', { Server: 'a' }), response(486, 'INVITE')),
    },
  ],
});

testRule(route, {
  bad: [
    {
      name: 'with the port of the Via',
      text: forwarded('INVITE', {
        Via: [
          'SIP/2.0/UDP Proxy.example.com:5070;branch=z9hG4bK1',
          'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-invite;received=192.0.2.1',
        ],
        Route: '<<|sip:edge@proxy.EXAMPLE.com:5070;lr|>>',
      }),
      findings: [{ severity: 'warning' }],
    },
    {
      name: 'once a call',
      text: file(
        forwarded('INVITE', { Route: OWN.replace(/sip.*lr/, '<|$&|>') }),
        forwarded('INVITE', { Route: OWN }, 'b'),
      ),
    },
    {
      name: 'the transport of the Via',
      text: forwarded('INVITE', { Route: '<<|sip:proxy.example.com;transport=UDP;lr|>>' }),
    },
  ],
  good: [
    { name: 'no lr', text: forwarded('INVITE', { Route: '<sip:proxy.example.com>' }) },
    { name: 'further down', text: forwarded('INVITE', { Route: `<sip:p2.example.com;lr>, ${OWN}` }) },
    { name: 'a port in only one', text: forwarded('INVITE', { Route: '<sip:proxy.example.com:5060;lr>' }) },
    { name: 'another transport', text: forwarded('INVITE', { Route: '<sip:proxy.example.com;transport=tcp;lr>' }) },
    { name: 'one Via', text: invite({ Route: '<sip:pc33.example.com;lr>' }) },
    {
      name: 'one of two was taken out',
      text: file(invite({ Route: `${OWN}, ${OWN}` }), forwarded('INVITE', { Route: OWN })),
    },
    {
      name: 'a spiral',
      text: invite({
        Via: ['SIP/2.0/UDP proxy.example.com;branch=z9hG4bK-3', ...THIRD.slice(1)],
        Route: OWN,
        ...hops(68),
      }),
    },
    {
      name: 'to itself, as a capture shows',
      text: file(line('U 192.0.2.10:5060 -> 192.0.2.10:5060'), forwarded('INVITE', { Route: OWN })),
    },
  ],
});
