import { testRule } from '@siplint/core/testing';
import partContentLength from '../../src/content/body-part-content-length.js';
import typeWithoutBody from '../../src/content/content-type-without-body.js';
import missingLength from '../../src/content/missing-content-length.js';
import { file, invite, line, ok, options, request } from '../../src/examples/messages.js';
import { multipart, multipartBody } from '../../src/examples/multipart.js';
import { signedBody, signedType } from '../../src/examples/signed.js';

const START = '<|OPTIONS|> sip:bob@example.net SIP/2.0';

testRule(missingLength, {
  good: [
    { name: 'compact', text: options({ L: 0 }) },
    { name: 'a malformed one', text: options({ 'Content-Length': 'x' }) },
    { name: 'a line without a colon', text: options({ 'Content-Length': null, rows: ['Content-Length 0'] }) },
    { name: 'a placeholder for rows', text: options({ 'Content-Length': null, rows: ['{{more}}'] }) },
    {
      name: 'a directive for WebSocket',
      text: file(line('# siplint-set transport=ws'), options({ 'Content-Length': null })),
    },
  ],
  bad: [
    {
      name: 'counts the body',
      text: request('MESSAGE', {
        startLine: '<|MESSAGE|> sip:bob@example.net SIP/2.0',
        'Content-Length': null,
        body: 'hé\r\n',
      }),
      findings: [{ severity: 'info' }],
      safety: 'safe',
      fixed: request('MESSAGE', { body: 'hé\r\n' }),
    },
    {
      name: 'SCTP',
      text: options({ startLine: START, Via: 'SIP/2.0/SCTP a;branch=z9hG4bKa', 'Content-Length': null }),
    },
    {
      name: 'a directive for UDP',
      text: file(
        line('# siplint-set transport=udp'),
        options({ startLine: START, Via: 'SIP/2.0/WS a;branch=z9hG4bKa', 'Content-Length': null }),
      ),
    },
  ],
});

testRule(typeWithoutBody, {
  good: [
    { name: 'a body', text: invite() },
    { name: 'a body that was cut off', text: options({ 'Content-Type': 'text/plain', 'Content-Length': 20 }) },
    { name: 'a malformed type', text: options({ 'Content-Type': 'text' }) },
    {
      name: 'a placeholder for the body',
      text: options({ 'Content-Type': 'text/plain', 'Content-Length': '{{length}}', body: '{{body}}' }),
    },
  ],
  bad: [
    {
      name: 'takes the row away',
      text: ok('BYE', { '<|C|>': 'application/sdp;x=1' }),
      findings: [{ severity: 'hint', data: { type: 'application/sdp' } }],
      fixed: ok('BYE'),
    },
    {
      name: 'without Content-Length',
      text: ok('BYE', { '<|c|>': 'text/plain', 'Content-Length': null }),
      safety: 'safe',
      fixed: null,
    },
  ],
});

const part = (row: string) => `--b1\r\nContent-Type: text/plain\r\n${row}\r\nhi\r\n`;
const ROW = '<|Content-Length|>: 2\r\n';

testRule(partContentLength, {
  good: [
    { name: 'of the message', text: invite() },
    { name: 'a whole message', text: multipart({ 'Content-Type': 'message/sip', 'Content-Length': '2' }) },
  ],
  bad: [
    {
      name: 'each part',
      text: multipartBody(`${part(ROW)}${part(ROW)}--b1--\r\n`),
      findings: [{ severity: 'hint' }, { severity: 'hint' }],
      safety: 'safe',
      fixed: multipartBody(`${part('')}${part('')}--b1--\r\n`),
    },
    {
      name: 'without an outer one',
      text: multipartBody(`${part(ROW)}--b1--\r\n`, { 'Content-Length': null }),
      fixed: multipartBody(`${part('')}--b1--\r\n`, { 'Content-Length': null }),
    },
    {
      name: 'counts octets, not characters',
      text: multipartBody(`--b1\r\nX-Note: é\r\n${ROW}\r\né\r\n--b1--\r\n`),
      fixed: multipartBody('--b1\r\nX-Note: é\r\n\r\né\r\n--b1--\r\n'),
    },
    { name: 'a wrong outer one', text: multipartBody(`${part(ROW)}--b1--\r\n`, { 'Content-Length': 30 }), fixed: null },
    {
      name: 'leaves what is signed alone',
      text: invite({
        'Content-Type': signedType(),
        body: signedBody('hi').replace('text/plain\n', 'text/plain\n<|Content-Length|>: 2\n'),
      }),
      fixed: null,
    },
  ],
});
