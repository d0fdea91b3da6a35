import { testRule } from '@siplint/core/testing';
import ackCredentials from '../../src/auth/ack-2xx-credentials-differ.js';
import proxyAdded from '../../src/auth/proxy-added-credentials.js';
import proxyDropped from '../../src/auth/proxy-dropped-challenges.js';
import { again, answerAgain, challenged } from '../../src/examples/again.js';
import { challenge, credentials } from '../../src/examples/digest.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { ack, altered, file, invite, ok, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import { identityOf } from '../../src/examples/requests.js';

const own = credentials({ realm: '"transit.example.net"' });
const sent = { 'Proxy-Authorization': credentials() };
const { branch } = identityOf('INVITE');

testRule(proxyAdded, {
  good: [
    { name: 'the hop before is not in the file', text: forwarded('INVITE', { 'Proxy-Authorization': own }) },
    {
      name: 'another call leg: no Via of the hop before',
      text: file(
        invite(),
        invite({ Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bK776asdhds-leg', 'Proxy-Authorization': own }),
      ),
    },
    {
      name: 'moved from Authorization',
      text: file(invite({ Authorization: own }), forwarded('INVITE', { 'Proxy-Authorization': own })),
    },
    { name: 'Authorization', text: file(invite(), forwarded('INVITE', { Authorization: own })) },
    {
      name: 'a placeholder on the hop before',
      text: file(
        invite({ 'Proxy-Authorization': 'Digest realm="{{realm}}", nonce="00"' }),
        forwarded('INVITE', { 'Proxy-Authorization': own }),
      ),
    },
    {
      name: 'credentials of another scheme on the hop before',
      text: file(
        invite({ 'Proxy-Authorization': 'Bearer mF_9.B5f' }),
        forwarded('INVITE', { 'Proxy-Authorization': own }),
      ),
    },
    {
      name: 'a client that reused its branch for the second try',
      text: file(
        invite(),
        challenged(407, 'INVITE'),
        failureAck(),
        invite(sent),
        forwarded('INVITE', { 'Proxy-Authorization': credentials() }),
      ),
    },
  ],
  bad: [
    {
      name: 'beside those of the client, on the hop where they come in',
      text: file(
        invite(sent),
        forwarded('INVITE', { 'Proxy-Authorization': [credentials(), own.replace('Digest', '<|$&|>')] }),
        forwarded('INVITE', {
          Via: [
            'SIP/2.0/UDP second.example.com;branch=z9hG4bK776asdhds-second',
            `SIP/2.0/UDP proxy.example.com;branch=${branch}-a;received=192.0.2.10`,
            `SIP/2.0/UDP pc33.example.com;branch=${branch};received=192.0.2.1`,
          ],
          'Proxy-Authorization': [credentials(), own],
        }),
      ),
      findings: [{ severity: 'error', data: { realm: 'transit.example.net' } }],
    },
  ],
});

const first = challenge({ realm: '"desk.example.net"' });
const second = challenge({ realm: '"transit.example.net"', nonce: '"77af"' });
const fork = [invite(), forwarded('INVITE'), forwarded('INVITE', {}, 'b')];
const refused = [
  fromBranch(401, 'INVITE', { 'WWW-Authenticate': first }),
  fromBranch(407, 'INVITE', { 'Proxy-Authenticate': second }, 'b'),
];

testRule(proxyDropped, {
  good: [
    {
      name: 'a challenge of the proxy itself',
      text: file(...fork, ...refused, challenged(407, 'INVITE', challenge({ realm: '"proxy.example.com"' }))),
    },
    {
      name: 'one challenged branch',
      text: file(...fork, refused[0] ?? '', fromBranch(486, 'INVITE', {}, 'b'), challenged(401, 'INVITE', first)),
    },
    { name: 'another response', text: file(...fork, ...refused, response(603, 'INVITE')) },
    {
      name: 'in another order and other white space',
      text: file(
        ...fork,
        ...refused,
        response(401, 'INVITE', { 'Proxy-Authenticate': second.replaceAll(', ', ','), 'WWW-Authenticate': first }),
      ),
    },
    { name: 'the branches are not in the file', text: file(invite(), ...refused, challenged(401, 'INVITE', first)) },
  ],
  bad: [
    {
      name: 'of one realm with two nonces',
      text: file(
        ...fork,
        fromBranch(407, 'INVITE', { 'Proxy-Authenticate': challenge() }),
        fromBranch(407, 'INVITE', { 'Proxy-Authenticate': challenge({ nonce: '"02"' }) }, 'b'),
        response(407, 'INVITE', {
          startLine: 'SIP/2.0 <|407|> Proxy Authentication Required',
          'Proxy-Authenticate': challenge(),
        }),
      ),
      findings: [{ severity: 'warning', data: { realm: 'example.com', status: 407 } }],
    },
  ],
});

const missing = { startLine: '<|ACK|> sip:bob@client.example.net SIP/2.0' };

testRule(ackCredentials, {
  good: [
    { name: 'the INVITE is not in the file', text: file(ok('INVITE'), ack()) },
    { name: 'not accepted', text: file(invite(sent), response(486, 'INVITE'), failureAck()) },
    {
      name: 'a hop later, where a proxy has taken them',
      text: file(invite(sent), forwarded('INVITE'), fromBranch(200, 'INVITE'), ok('INVITE'), forwarded('ACK')),
    },
    { name: 'more than the INVITE has', text: file(invite(), ok('INVITE'), ack(sent)) },
    {
      name: 'a placeholder',
      text: file(invite({ 'Proxy-Authorization': '{{credentials}}' }), ok('INVITE'), ack(sent)),
    },
    {
      name: 'another element',
      text: file(invite(sent), ok('INVITE'), ack({ Via: 'SIP/2.0/UDP sbc.example.com;branch=z9hG4bK776asdhds-ack' })),
    },
    {
      name: 'the INVITE that was accepted had none',
      text: file(
        invite(sent),
        challenged(407, 'INVITE'),
        failureAck(sent),
        again('INVITE'),
        answerAgain(200, 'INVITE'),
        ack({ CSeq: `${identityOf('INVITE').cseq + 1} ACK` }),
      ),
    },
  ],
  bad: [
    {
      name: 'copies the rows of both fields',
      text: file(
        invite({ Authorization: own, ...sent }),
        ok('INVITE'),
        ack({ Authorization: own, 'Proxy-Authorization': `<|${own}|>` }),
      ),
      findings: [{ messageId: 'differ', severity: 'info' }],
      fixed: file(
        invite({ Authorization: own, ...sent }),
        ok('INVITE'),
        altered(ack(), (text) => {
          const rows = `Authorization: ${own}\r\nProxy-Authorization: ${credentials()}\r\n`;
          return text.replace('Max-Forwards: 70\r\n', `$&${rows}`);
        }),
      ),
    },
    {
      name: 'one of several',
      text: file(invite({ 'Proxy-Authorization': [credentials(), own] }), ok('INVITE'), ack({ ...missing, ...sent })),
      findings: [{ messageId: 'missing', data: { name: 'Proxy-Authorization' } }],
    },
    {
      name: 'behind a proxy that both ends show as well',
      text: file(
        invite(sent),
        forwarded('INVITE'),
        fromBranch(200, 'INVITE', { To: '<sip:bob@example.net>;tag=8321234356' }),
        ok('INVITE'),
        ack(missing),
        forwarded('ACK'),
      ),
    },
  ],
});
