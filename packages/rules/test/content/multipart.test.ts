import { type Example, exampleText } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import boundaryMissing from '../../src/content/multipart-boundary-missing.js';
import notClosed from '../../src/content/multipart-not-closed.js';
import { altered, invite } from '../../src/examples/messages.js';
import { multipartBody } from '../../src/examples/multipart.js';

const PART = 'Content-Type: text/plain\r\n\r\nhi\r\n';
const CLOSED = `--b1\r\n${PART}--b1--\r\n`;
const typed = (type: string, body = CLOSED) => invite({ 'Content-Type': type, body });
const inPacket = (example: Example): Example => ({
  text: exampleText(example),
  isRaw: true,
  input: { isPacket: true },
});
const withLf = (example: Example): Example =>
  altered(example, (whole) => whole.replaceAll('\r\n', '\n'), { isRaw: true });

testRule(boundaryMissing, {
  good: [
    { name: 'quoted', text: typed('multipart/mixed;boundary="b1"') },
    { name: 'any case', text: typed('Multipart/Mixed;BOUNDARY=b1') },
    { name: 'no body to divide', text: typed('multipart/mixed', '') },
    { name: 'a placeholder for the parameters', text: typed('multipart/mixed;{{parameters}}') },
    { name: 'a type that did not parse is another rule', text: typed('multipart/mixed;boundary=a/b') },
    { name: 'another type', text: typed('text/plain') },
    { name: 'an encoded body', text: invite({ 'Content-Type': 'multipart/mixed', e: 'x', body: 'y' }) },
    {
      name: 'a body that was cut off',
      text: multipartBody('A preamble.\r\n', { 'Content-Length': '999' }),
    },
    {
      name: 'a body that a short length cuts in a packet',
      text: inPacket(multipartBody(`A preamble.\r\n${CLOSED}`, { 'Content-Length': '5' })),
    },
  ],
  bad: [
    {
      name: 'the fix takes the first delimiter',
      text: typed('<|multipart/mixed|>;x=y'),
      findings: [{ messageId: 'missing', severity: 'error' }],
      fixed: typed('multipart/mixed;x=y;boundary=b1'),
    },
    {
      name: 'in quotes, if it is no token',
      text: typed('<|multipart/mixed|>', CLOSED.replaceAll('b1', 'b:1')),
      fixed: typed('multipart/mixed;boundary="b:1"', CLOSED.replaceAll('b1', 'b:1')),
    },
    { name: 'no delimiter to take', text: typed('<|multipart/mixed|>', 'hi\r\n'), fixed: null },
    {
      name: '71 characters',
      text: typed(`multipart/mixed;<|boundary=${'b'.repeat(71)}|>`, CLOSED.replaceAll('b1', 'b'.repeat(71))),
      findings: [{ messageId: 'malformed' }],
    },
    { name: 'empty', text: typed('multipart/mixed;<|boundary=""|>'), findings: [{ messageId: 'malformed' }] },
    {
      name: 'no line with it',
      text: typed('multipart/mixed;<|boundary=B1|>'),
      findings: [{ messageId: 'noDelimiter', data: { boundary: 'B1' } }],
    },
    {
      name: 'in a part',
      text: multipartBody(`--b1\r\nContent-Type: <|multipart/mixed|>\r\n\r\n--b2\r\n${PART}--b2--\r\n--b1--\r\n`),
    },
  ],
});

testRule(notClosed, {
  good: [
    { name: 'no line end behind it', text: multipartBody(CLOSED.trimEnd()) },
    { name: 'a body that was cut off', text: multipartBody(`--b1\r\n${PART}`, { 'Content-Length': '999' }) },
    {
      name: 'a body that a short length cuts in a packet',
      text: inPacket(multipartBody(CLOSED, { 'Content-Length': '34' })),
    },
    { name: 'a placeholder behind the last part', text: multipartBody(`--b1\r\n${PART}{{rest}}\r\n`) },
    { name: 'a length that is too short', text: multipartBody(CLOSED, { 'Content-Length': '34' }) },
  ],
  bad: [
    {
      name: 'a hyphen missing',
      text: multipartBody(`--b1\r\n${PART}<|--b1-|>\r\n`),
      findings: [{ messageId: 'incomplete', severity: 'error', data: { found: '--b1-', boundary: 'b1' } }],
      fixed: multipartBody(CLOSED),
    },
    {
      name: 'both missing',
      text: multipartBody(`--b1\r\n${PART}<|--b1|>\r\n`),
      findings: [{ messageId: 'incomplete' }],
      fixed: multipartBody(CLOSED),
    },
    {
      name: 'the line missing',
      text: multipartBody(`<|--b1|>\r\n${PART}`),
      findings: [{ messageId: 'missing' }],
      fixed: multipartBody(CLOSED),
    },
    {
      name: 'the line and the line end before it missing',
      text: multipartBody(`<|--b1|>\r\n${PART.trimEnd()}`),
      fixed: multipartBody(CLOSED),
    },
    {
      name: 'LF, with the length of the stored octets',
      text: withLf(multipartBody(`<|--b1|>\r\n${PART}`, { 'Content-Length': '34' })),
      fixed: withLf(multipartBody(CLOSED, { 'Content-Length': '41' })),
    },
    {
      name: 'LF, with the length of the wire form',
      text: withLf(multipartBody(`<|--b1|>\r\n${PART}`)),
      fixed: withLf(multipartBody(CLOSED)),
    },
    {
      name: 'an inner one',
      text: multipartBody(`--b1\r\nContent-Type: multipart/mixed;boundary=b2\r\n\r\n<|--b2|>\r\n${PART}--b1--\r\n`),
      fixed: multipartBody(
        `--b1\r\nContent-Type: multipart/mixed;boundary=b2\r\n\r\n--b2\r\n${PART.trimEnd()}\r\n--b2--\r\n--b1--\r\n`,
      ),
    },
    { name: 'no length to keep right', text: multipartBody(`<|--b1|>\r\n${PART}`, { 'Content-Length': null }) },
  ],
});
