import { octets } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import ackBody from '../../src/content/ack-non-2xx-with-body.js';
import bodyType from '../../src/content/body-type-not-accepted.js';
import notAccepted from '../../src/content/response-content-encoding-not-accepted.js';
import { forwarded, fromBranch } from '../../src/examples/forwarded.js';
import { ANSWER, OFFER } from '../../src/examples/requests.js';
import { failureAck, file, invite, ok, options, request, response } from '../calls.js';

const SDP = { 'Content-Type': '<|application/sdp|>', body: OFFER };
const TEXT = { 'Content-Type': '<|text/plain|>', body: 'hi\n' };
const BINARY = { 'Content-Length': 3, 'Content-Type': 'application/sdp', body: '\x1f\x8b\x08' };

testRule(ackBody, {
  bad: [
    {
      name: 'type of the INVITE',
      text: file(invite(), response(486, 'INVITE'), failureAck(SDP)),
      findings: [{ messageId: 'body', severity: 'warning' }],
    },
    {
      name: 'another type',
      text: file(invite(), response(486, 'INVITE'), failureAck(TEXT)),
      findings: [{ messageId: 'type', data: { type: 'text/plain', code: 486 } }],
    },
    {
      name: 'that the 415 lists',
      text: file(invite(), response(415, 'INVITE', { Accept: 'text/*' }), failureAck(TEXT)),
      findings: [{ messageId: 'body' }],
    },
    {
      name: 'that the 415 does not list',
      text: file(invite(), response(415, 'INVITE', { Accept: 'text/*;q=0, text/html' }), failureAck(TEXT)),
      findings: [{ messageId: 'refused' }],
    },
    {
      name: 'INVITE not seen',
      text: file(response(486, 'INVITE'), failureAck(TEXT)),
      findings: [{ messageId: 'body' }],
    },
  ],
  good: [
    {
      name: 'to a 2xx',
      text: file(invite({ body: null }), ok('INVITE'), failureAck({ ...TEXT, 'Content-Type': 'text/plain' })),
    },
  ],
});

const encoded = (coding: string) => ({ 'Content-Encoding': coding, ...BINARY });

testRule(notAccepted, {
  bad: [
    {
      name: 'nothing accepted',
      text: octets(file(options({ 'Accept-Encoding': '' }), ok('OPTIONS', encoded('<|gzip|>')))),
      findings: [{ messageId: 'notListed', severity: 'error' }],
    },
    {
      name: 'identity alone',
      text: octets(file(options({ 'Accept-Encoding': 'identity' }), ok('OPTIONS', encoded('<|br|>')))),
    },
    {
      name: 'second of two',
      text: octets(file(options({ 'Accept-Encoding': 'br' }), ok('OPTIONS', encoded('br, <|gzip|>')))),
    },
  ],
  good: [
    { name: 'star', text: octets(file(options({ 'Accept-Encoding': '*' }), ok('OPTIONS', encoded('br')))) },
    { name: 'identity', text: file(options(), ok('OPTIONS', { 'Content-Encoding': 'identity' })) },
    {
      name: 'two rows',
      text: octets(file(options({ 'Accept-Encoding': ['gzip', 'br'] }), ok('OPTIONS', encoded('br')))),
    },
    {
      name: 'row that does not parse',
      text: octets(file(options({ 'Accept-Encoding': '/' }), ok('OPTIONS', encoded('br')))),
    },
  ],
});

const MIXED = 'multipart/mixed;boundary=b1';
const PARTS = { body: `--b1\nContent-Type: application/sdp\n\n${ANSWER}\n--b1--\n` };
const OPTIONAL = { 'Content-Disposition': 'render;handling=optional' };

testRule(bodyType, {
  bad: [
    {
      name: 'default, strict',
      text: file(invite(), ok('INVITE', { 'Content-Type': `<|${MIXED}|>`, ...PARTS })),
      findings: [{ messageId: 'notDefault', severity: 'info', data: { type: 'multipart/mixed', method: 'INVITE' } }],
    },
    {
      name: 'empty Accept',
      text: file(options({ Accept: '' }), ok('OPTIONS', { 'Content-Type': '<|application/sdp|>', body: ANSWER })),
      findings: [{ messageId: 'notListed' }],
    },
    {
      name: 'excluded',
      text: file(
        invite({ Accept: '*/*, text/*;q=0' }),
        ok('INVITE', { 'Content-Type': '<|text/plain|>', body: 'hi\n' }),
      ),
    },
    {
      name: 'no part of an accepted multipart',
      text: file(
        invite({ Accept: 'application/sdp, multipart/related' }),
        ok('INVITE', { 'Content-Type': `<|${MIXED}|>`, body: '--b1\nContent-Type: text/html\n\nhi\n--b1--\n' }),
      ),
    },
  ],
  good: [
    {
      name: 'wildcard',
      text: file(
        options({ Accept: 'application/*' }),
        ok('OPTIONS', { 'Content-Type': 'application/sdp', body: ANSWER }),
      ),
    },
    { name: 'optional', text: file(invite(), ok('INVITE', { 'Content-Type': MIXED, ...PARTS, ...OPTIONAL })) },
    {
      name: 'one part of another multipart',
      text: file(invite({ Accept: 'application/sdp, multipart/*' }), ok('INVITE', { 'Content-Type': MIXED, ...PARTS })),
    },
    { name: 'failure', text: file(invite(), response(488, 'INVITE', { 'Content-Type': 'text/plain', body: 'hi\n' })) },
    {
      name: 'other method',
      text: file(request('REGISTER'), ok('REGISTER', { 'Content-Type': 'text/plain', body: 'hi\n' })),
    },
    {
      name: 'on the hop behind',
      text: file(
        invite(),
        forwarded('INVITE', { Accept: 'text/plain' }),
        fromBranch(200, 'INVITE', { 'Content-Type': 'text/plain', body: 'hi\n' }),
      ),
    },
  ],
});
