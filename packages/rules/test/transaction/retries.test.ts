import { testRule } from '@siplint/core/testing';
import { file, invite, line, ok, register, response } from '../../src/examples/messages.js';
import { failureAck } from '../../src/examples/refused-call.js';
import unmodified from '../../src/transaction/request-repeated-unmodified-after-4xx.js';
import identifiers from '../../src/transaction/retry-identifiers-changed.js';
import unsupported from '../../src/transaction/retry-repeats-unsupported-extension.js';

const VIA = { Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK776asdhds-2' };
const RETRY = { ...VIA, CSeq: '314160 INVITE' };
const AGAIN = { ...RETRY, startLine: '<|INVITE|> sip:bob@example.net SIP/2.0' };
const at = (time: number) => line(`# siplint-set time=${time}`);
const CREDENTIALS = { Authorization: 'Digest username="alice"' };

testRule(identifiers, {
  bad: [
    ...[401, 407].map((code) => ({
      name: `Call-ID behind ${code}`,
      text: file(
        invite(),
        response(code, 'INVITE'),
        invite({ ...VIA, ...CREDENTIALS, 'Call-ID': '<|b@pc33.example.com|>' }),
      ),
      findings: [
        {
          messageId: 'callId',
          severity: 'info' as const,
          data: { code, expected: '3848276298220188511@pc33.example.com' },
        },
      ],
    })),
    ...[302, 413, 415, 416, 420].map((code) => ({
      name: `From tag behind ${code}`,
      text: file(
        invite(),
        response(code, 'INVITE'),
        invite({ ...RETRY, From: '<sip:alice@example.com>;tag=<|b1c2d3e4|>' }),
      ),
      findings: [{ messageId: 'fromTag', data: { code, expected: '9fxced76sl' } }],
    })),
    {
      name: 'both: the Call-ID',
      text: file(
        invite(),
        response(420, 'INVITE'),
        invite({ ...VIA, 'Call-ID': '<|b@pc33.example.com|>', From: '<sip:alice@example.com>;tag=b1c2d3e4' }),
      ),
    },
    {
      name: 'within 32 seconds',
      text: file(
        at(1),
        invite(),
        at(2),
        response(420, 'INVITE'),
        at(34),
        invite({ ...VIA, 'Call-ID': '<|b@pc33.example.com|>' }),
      ),
    },
  ],
  good: [
    { name: 'kept', text: file(invite(), response(420, 'INVITE'), invite(RETRY)) },
    {
      name: 'without credentials',
      text: file(invite(), response(407, 'INVITE'), invite({ ...VIA, 'Call-ID': 'b@pc33.example.com' })),
    },
    {
      name: 'a minute later',
      text: file(
        at(1),
        invite(),
        at(2),
        response(420, 'INVITE'),
        at(62),
        invite({ ...VIA, 'Call-ID': 'b@pc33.example.com' }),
      ),
    },
    {
      name: 'behind a refusal',
      text: file(invite(), response(486, 'INVITE'), invite({ ...VIA, 'Call-ID': 'b@pc33.example.com' })),
    },
    {
      name: 'by another sender',
      text: file(
        invite(),
        response(420, 'INVITE'),
        invite({ Via: 'SIP/2.0/UDP b2bua.example.com;branch=z9hG4bK2', 'Call-ID': 'b@pc33.example.com' }),
      ),
    },
    {
      name: 'the retry of another call that was refused too',
      text: file(
        invite({ ...VIA, 'Call-ID': 'b@pc33.example.com' }),
        invite(),
        response(420, 'INVITE', { ...VIA, 'Call-ID': 'b@pc33.example.com' }),
        response(420, 'INVITE'),
        invite({
          Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK3',
          CSeq: '314160 INVITE',
          'Call-ID': 'b@pc33.example.com',
        }),
      ),
    },
  ],
});

const refusedOptions = response(420, 'INVITE', { Unsupported: '100rel, privacy' });
const refusedType = (accept: string | null) => response(415, 'INVITE', { Accept: accept });
const XML = { 'Content-Type': 'application/x+xml', body: '<x/>' };
const XML_AGAIN = { ...RETRY, 'Content-Type': '<|application/x+xml|>;charset=utf-8', body: '<x/>' };

testRule(unsupported, {
  bad: [
    {
      name: 'options of both fields in one finding',
      text: file(
        invite(),
        refusedOptions,
        failureAck(),
        invite({ ...RETRY, Require: 'timer, <|100REL|>', 'Proxy-Require': 'privacy' }),
      ),
      findings: [{ messageId: 'option', severity: 'warning', data: { header: 'Require', option: '100REL' } }],
    },
    {
      name: 'type',
      text: file(invite(XML), refusedType('application/sdp, text/*'), failureAck(), invite(XML_AGAIN)),
      findings: [{ messageId: 'type', data: { type: 'application/x+xml', accepted: 'application/sdp, text/*' } }],
    },
    {
      name: 'type with q=0',
      text: file(invite(XML), refusedType('application/sdp, application/x+xml;q=0.0'), failureAck(), invite(XML_AGAIN)),
    },
    {
      name: 'the same multipart',
      text: file(
        invite({ 'Content-Type': 'multipart/mixed;boundary=b', body: '--b--' }),
        refusedType('application/sdp'),
        failureAck(),
        invite({ ...RETRY, 'Content-Type': '<|multipart/mixed|>;boundary=b', body: '--b--' }),
      ),
    },
  ],
  good: [
    {
      name: 'another target, which may support it',
      text: file(
        ...[invite(), refusedOptions, failureAck()],
        invite({ ...RETRY, startLine: 'INVITE sip:bob@mobile.example.net SIP/2.0', Require: '100rel' }),
      ),
    },
    {
      name: 'left out',
      text: file(invite({ Require: '100rel' }), refusedOptions, failureAck(), invite({ ...RETRY, Require: 'timer' })),
    },
    {
      name: 'the same number',
      text: file(invite(), refusedOptions, failureAck(), invite({ ...VIA, Require: '100rel' })),
    },
    {
      name: 'another sender',
      text: file(
        invite(),
        refusedOptions,
        failureAck(),
        invite({ ...RETRY, Via: 'SIP/2.0/UDP a.example.com;branch=z9hG4bK2', Require: '100rel' }),
      ),
    },
    { name: 'sent before the response', text: file(invite(), invite({ ...RETRY, Require: '100rel' }), refusedOptions) },
    ...['*/*', 'application/*', 'APPLICATION/x+xml', 'application/*;q=0.2', '', null].map((accept) => ({
      name: `Accept: ${accept}`,
      text: file(invite(XML), refusedType(accept), failureAck(), invite({ ...RETRY, ...XML })),
    })),
    {
      name: 'no body',
      text: file(invite(XML), refusedType('application/sdp'), failureAck(), invite({ ...RETRY, body: null })),
    },
    {
      name: 'an optional body',
      text: file(
        invite(XML),
        refusedType('application/sdp'),
        failureAck(),
        invite({ ...RETRY, ...XML, 'Content-Disposition': 'render;handling=optional' }),
      ),
    },
    {
      name: 'a multipart behind another type',
      text: file(
        invite(XML),
        refusedType('application/sdp'),
        failureAck(),
        invite({ ...RETRY, 'Content-Type': 'multipart/mixed;boundary=b', body: '--b--' }),
      ),
    },
  ],
});

testRule(unmodified, {
  bad: [
    ...[400, 403, 404, 481, 488].map((code) => ({
      name: String(code),
      text: file(
        invite(),
        response(code, 'INVITE'),
        failureAck(),
        invite({ ...AGAIN, 'Max-Forwards': '69', Date: 'Sat, 13 Nov 2010 23:29:00 GMT' }),
      ),
      findings: [{ severity: 'info' as const, data: { method: 'INVITE', code } }],
    })),
    {
      name: 'a challenge that is not answered',
      text: file(
        register(),
        response(401, 'REGISTER'),
        register({ ...VIA, CSeq: '1827 REGISTER', startLine: '<|REGISTER|> sip:example.com SIP/2.0' }),
      ),
    },
    {
      name: 'once a call',
      text: file(
        invite(),
        response(403, 'INVITE'),
        invite(AGAIN),
        response(403, 'INVITE', RETRY),
        invite({ Via: 'SIP/2.0/UDP pc33.example.com;branch=z9hG4bK3', CSeq: '314161 INVITE' }),
      ),
    },
  ],
  good: [
    ...[408, 423, 430, 480, 486, 487, 491, 302, 500, 603].map((code) => ({
      name: String(code),
      text: file(invite(), response(code, 'INVITE'), failureAck(), invite(RETRY)),
    })),
    { name: 'Retry-After', text: file(invite(), response(404, 'INVITE', { 'Retry-After': '5' }), invite(RETRY)) },
    { name: 'a success', text: file(invite(), ok('INVITE'), invite(RETRY)) },
    ...[
      { startLine: 'INVITE sip:bob@example.org SIP/2.0' },
      { body: null },
      { Route: '<sip:ss1.example.com;lr>' },
      { Contact: '<sip:alice@192.0.2.1>' },
      { 'X-Attempt': '2' },
      { Supported: null },
      CREDENTIALS,
    ].map((change) => ({
      name: `another ${Object.keys(change)[0]}`,
      text: file(invite(), response(403, 'INVITE'), invite({ ...RETRY, ...change })),
    })),
    {
      name: 'auth-rejected-credentials-repeated',
      text: file(invite(CREDENTIALS), response(401, 'INVITE'), invite({ ...RETRY, ...CREDENTIALS })),
    },
    { name: 'sent before the response', text: file(invite(), invite(RETRY), response(403, 'INVITE')) },
  ],
});
