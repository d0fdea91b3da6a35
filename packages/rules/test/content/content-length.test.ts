import { type Example, exampleText } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import exceedsBody from '../../src/content/content-length-exceeds-body.js';
import malformed from '../../src/content/content-length-malformed.js';
import mismatch from '../../src/content/content-length-mismatch.js';
import missingOnStream from '../../src/content/missing-content-length-on-stream.js';
import multipleMessages from '../../src/content/multiple-messages-in-datagram.js';
import { altered, type Changes, file, invite, line, ok, options } from '../../src/examples/messages.js';

const text = (length: string, body: string, changes: Changes = {}) =>
  options({ 'Content-Type': 'text/plain', 'Content-Length': length, body, ...changes });
const raw = (example: Example, alter: (whole: string) => string) => altered(example, alter, { isRaw: true });
const withLf = (whole: string) => whole.replaceAll('\r\n', '\n');
const AS_IS = { wire: { eol: 'as-is' } } as const;
const inPacket = (example: Example): Example => ({
  text: exampleText(example),
  isRaw: true,
  input: { isPacket: true },
});
const UDP = line('# siplint-set transport=udp');

testRule(exceedsBody, {
  good: [
    { name: 'octets, not characters', text: text('5', '€\r\n') },
    { name: 'LF as stored', text: raw(text('3', 'hi\r\n'), withLf) },
    { name: 'LF counted as CRLF', text: raw(text('4', 'hi\r\n'), withLf) },
    { name: 'a placeholder in the value', text: text('{{len}}', 'hi') },
    { name: 'a placeholder in the body', text: text('99', 'hi {{name}}\r\n') },
    { name: 'no number', text: text('-1', 'hi') },
    { name: 'two rows are header-field-repeated', text: text('99', 'hi', { rows: ['Content-Length: 98'] }) },
    { name: 'cut off in the header section', text: raw(text('99', ''), (whole) => whole.slice(0, -2)) },
    { name: 'too small', text: text('1', 'hi\r\n') },
  ],
  bad: [
    {
      name: 'safe fix',
      text: text('<|9|>', 'hi\r\n'),
      findings: [{ messageId: 'tooLarge', severity: 'error', data: { declared: 9, actual: 4 } }],
      safety: 'safe',
      fixed: text('4', 'hi\r\n'),
    },
    { name: 'no body', text: text('<|9|>', ''), fixed: text('0', '') },
    {
      name: 'characters of several octets',
      text: text('<|99|>', '€\r\n'),
      findings: [{ data: { declared: 99, actual: 5 } }],
    },
    {
      name: 'LF: the fix counts CRLF',
      text: raw(text('<|99|>', 'a\r\nb\r\n'), withLf),
      fixed: raw(text('6', 'a\r\nb\r\n'), withLf),
    },
    {
      name: 'LF as it is: the fix counts the octets',
      text: { text: exampleText(raw(text('<|99|>', 'a\r\nb\r\n'), withLf)), isRaw: true, input: AS_IS },
      fixed: raw(text('4', 'a\r\nb\r\n'), withLf),
    },
    {
      name: 'before the next message',
      text: file(text('<|13|>', 'hi\r\n'), invite()),
      findings: [{ data: { declared: 13, actual: 4 } }],
      fixed: file(text('4', 'hi\r\n'), invite()),
    },
    {
      name: 'the last line end of the file',
      text: raw(text('<|4|>', 'hi\r\n'), (whole) => whole.slice(0, -2)),
      findings: [{ messageId: 'finalTerminator', severity: 'info', data: { declared: 4, actual: 2 } }],
    },
    {
      name: 'a line end before the next message is more than that',
      text: file(
        raw(text('<|6|>', 'hi\r\n'), (whole) => whole),
        line('---'),
      ),
      findings: [{ messageId: 'tooLarge' }],
    },
  ],
});

testRule(mismatch, {
  good: [
    { name: 'the next message', text: file(text('4', 'hi\r\n'), invite()) },
    { name: 'a separator', text: file(text('4', 'hi\r\n'), line(''), line('---'), invite()) },
    { name: 'a comment', text: file(text('4', 'hi\r\n'), line('# end')) },
    { name: 'two messages in a datagram', text: file(UDP, options(), invite()) },
    { name: 'too large', text: text('99', 'hi\r\n') },
    { name: 'a placeholder in the body', text: text('1', 'hi {{name}}\r\n') },
  ],
  bad: [
    {
      name: 'unsafe fix',
      text: text('<|2|>', 'hi Bob\r\n'),
      findings: [{ messageId: 'tooSmall', severity: 'error', data: { declared: 2, actual: 8 } }],
      fixed: text('8', 'hi Bob\r\n'),
    },
    { name: 'nothing is fixed safely', text: text('<|2|>', 'hi Bob\r\n'), safety: 'safe', fixed: null },
    { name: 'in the middle of a character', text: text('<|1|>', '€\r\n'), fixed: text('5', '€\r\n') },
    {
      name: 'white space',
      text: text('<|2|>', 'hi  \r\n\r\n'),
      findings: [{ messageId: 'whiteSpace', severity: 'hint' }],
    },
    {
      name: 'the last line end of the file',
      text: raw(text('<|2|>', 'hi'), (whole) => `${whole}\r\n`),
      findings: [{ messageId: 'finalTerminator', severity: 'info' }],
    },
    {
      name: 'in a packet',
      text: inPacket(text('<|2|>', 'hi Bob\r\n')),
      findings: [{ messageId: 'tooSmall', severity: 'info' }],
    },
    {
      name: 'before the next message',
      text: file(text('<|2|>', 'hi Bob\r\n'), invite()),
      fixed: file(text('8', 'hi Bob\r\n'), invite()),
    },
  ],
});

testRule(malformed, {
  good: [
    { name: 'leading zeros', text: options({ l: '000' }) },
    { name: 'a placeholder', text: options({ 'Content-Length': '{{len}}' }) },
    { name: 'an empty one is another rule', text: options({ 'Content-Length': '' }) },
  ],
  bad: [
    ...['-999', '0x10', '1.5', '1e3', '10 octets', '"4"', '4,4', '+4'].map((value) => ({
      name: value,
      text: text(`<|${value}|>`, 'hi\r\n'),
      safety: 'safe' as const,
      fixed: text('4', 'hi\r\n'),
    })),
    {
      name: 'no fix where a placeholder is in the body',
      text: text('<|-1|>', '{{body}}\r\n'),
      fixed: null,
    },
  ],
});

const TCP = { Via: 'SIP/2.0/tcp a.example.com;branch=z9hG4bK1' };
const TCP_START = { startLine: '<|OPTIONS|> sip:bob@example.net SIP/2.0', ...TCP };

testRule(missingOnStream, {
  good: [
    { name: 'compact form', text: options({ ...TCP, 'Content-Length': null, rows: ['l: 0'] }) },
    ...['UDP', 'SCTP', 'TLS-SCTP', 'WS', 'WSS', 'TLS-UDP'].map((transport) => ({
      name: transport,
      text: options({ Via: `SIP/2.0/${transport} a.example.com;branch=z9hG4bK1`, 'Content-Length': null }),
    })),
    {
      name: 'a directive',
      text: file(line('# siplint-set transport=ws'), options({ ...TCP, 'Content-Length': null })),
    },
    { name: 'a placeholder for whole rows', text: options({ ...TCP, 'Content-Length': null, rows: ['{{rows}}'] }) },
    {
      name: 'a lower Via',
      text: options({ Via: ['SIP/2.0/UDP a.b;branch=z9hG4bK2', TCP.Via], 'Content-Length': null }),
    },
  ],
  bad: [
    {
      name: 'safe fix',
      text: options({ ...TCP_START, 'Content-Length': null }),
      findings: [
        {
          severity: 'error',
          message: 'OPTIONS request over TCP has no Content-Length: the receiver cannot tell where the message ends',
        },
      ],
      safety: 'safe',
      fixed: options({ ...TCP, 'Content-Length': null, rows: ['Content-Length: 0'] }),
    },
    {
      name: 'a response with a body',
      text: ok('OPTIONS', {
        ...TCP,
        startLine: 'SIP/2.0 <|200|> OK',
        c: 'text/plain',
        body: '€\r\n',
        'Content-Length': null,
      }),
      fixed: altered(ok('OPTIONS', { ...TCP, c: 'text/plain', body: '€\r\n', 'Content-Length': null }), (whole) =>
        whole.replace('\r\n\r\n', '\r\nContent-Length: 5\r\n\r\n'),
      ),
    },
    {
      name: 'no fix where a placeholder is in the body',
      text: options({ ...TCP_START, c: 'text/plain', body: '{{body}}', 'Content-Length': null }),
      fixed: null,
    },
  ],
});

testRule(multipleMessages, {
  good: [
    { name: 'two messages of a file', text: file(options(), invite()) },
    { name: 'a surplus that is no message', text: file(UDP, options(), line('hello')) },
  ],
  bad: [
    {
      name: 'a packet',
      text: inPacket(file(options(), invite({ startLine: '<|INVITE sip:joe@example.com SIP/2.0|>' }))),
      findings: [{ severity: 'info' }],
    },
    {
      name: 'blank lines between',
      text: file(UDP, options(), line(''), ok('BYE', { startLine: '<|SIP/2.0 200 OK|>' })),
    },
  ],
});
