import { testRule } from '@siplint/core/testing';
import { altered, file, line, options, response } from '../../src/examples/messages.js';
import byteOrderMark from '../../src/syntax/byte-order-mark-before-start-line.js';
import lineTerminator from '../../src/syntax/line-terminator-not-crlf.js';
import missingSeparator from '../../src/syntax/missing-header-body-separator.js';
import strayCr from '../../src/syntax/stray-cr-or-lf-in-header.js';

const raw = { isRaw: true } as const;
const asIs = { isRaw: true, input: { wire: { eol: 'as-is' } } } as const;
const packet = { isRaw: true, input: { isPacket: true } } as const;
const withLf = (text: string) => text.replaceAll('\r\n', '\n');

const OPTIONS = options();
const RINGING = response(180, 'INVITE');
const TEXT = options({ body: 'ping\npong\n', 'Content-Type': 'text/plain' });

testRule(lineTerminator, {
  good: [
    { name: 'text form', text: altered(file(OPTIONS, RINGING), withLf, raw) },
    { name: 'CRLF as sent', text: altered(OPTIONS, (text) => text, asIs) },
    { name: 'LF in the body alone', text: altered(TEXT, (text) => text.replace('ping\r\npong', 'ping\npong'), asIs) },
    { name: 'text form beside a message all in CRLF', text: altered(OPTIONS, (text) => withLf(text) + text, raw) },
  ],
  bad: [
    {
      name: 'the first odd line, with a count',
      text: altered(
        options({ Subject: 'lunch' }),
        (text) => text.replace(/(To: .*)\r\n/, '<|$1\n|>').replace('lunch\r\n', 'lunch\n'),
        raw,
      ),
      findings: [{ messageId: 'mixed', data: { count: 2, found: 'LF' }, severity: 'error' }],
      fixed: options({ Subject: 'lunch' }),
    },
    {
      name: 'the empty line',
      text: altered(TEXT, (text) => text.replace('\r\n\r\n', '\r\n<|\n|>'), raw),
      fixed: TEXT,
    },
    {
      name: 'each mixed message',
      text: altered(file(TEXT, OPTIONS), (text) => text.replace(/(Max-Forwards: 70)\r\n/g, '<|$1\n|>'), raw),
      fixed: file(TEXT, OPTIONS),
    },
    {
      name: 'once a file as sent, the body left alone',
      text: altered(file(TEXT, OPTIONS), (text) => withLf(text).replace(/^.*\n/, '<|$&|>'), asIs),
      findings: [{ messageId: 'uniform', data: { found: 'LF' } }],
      fixed: altered(file(TEXT, OPTIONS), (text) => text.replace('ping\r\npong\r\n', 'ping\npong\n')),
    },
    { name: 'a raw packet', text: altered(OPTIONS, (text) => withLf(text).replace(/^.*\n/, '<|$&|>'), packet) },
    {
      name: 'a file without any LF',
      text: altered(OPTIONS, (text) => text.replaceAll('\r\n', '\r').replace(/^[^\r]*\r/, '<|$&|>'), raw),
      findings: [{ messageId: 'uniform', data: { found: 'CR' } }],
      fixed: null,
    },
  ],
});

testRule(strayCr, {
  good: [
    { name: 'folds', text: options({ Subject: 'a\r\n b\r\n\tc' }) },
    { name: 'a file without any LF', text: altered(OPTIONS, (text) => text.replaceAll('\r\n', '\r'), raw) },
    { name: 'CR in the body', text: altered(TEXT, (text) => text.replace('ping\r\npong', 'ping\rpong'), raw) },
  ],
  bad: [
    { name: 'in the start line', text: altered(OPTIONS, (text) => text.replace(' SIP/2.0', '<|\r|> SIP/2.0'), raw) },
    {
      name: 'behind a backslash',
      text: altered(options({ From: '"a\\<|X|>b" <sip:a@example.com>;tag=1' }), (text) => text.replace('X', '\r'), raw),
      findings: [{ severity: 'error' }],
    },
    {
      name: 'in a folded value and in the text form',
      text: altered(options({ Subject: 'a\r\n b<|X|>c' }), (text) => withLf(text).replace('X', '\r'), raw),
    },
  ],
});

testRule(missingSeparator, {
  good: [
    { name: 'no body', text: RINGING },
    { name: 'body without a final line end', text: options({ body: 'ping', 'Content-Type': 'text/plain' }) },
    { name: 'one bad line before the empty line', text: options({ rows: ['Subject lunch'] }) },
  ],
  bad: [
    {
      name: 'before a separator',
      text: altered(
        file(OPTIONS, line('---'), RINGING),
        (text) => text.replace('Content-Length: 0\r\n\r\n---', '<|Content-Length: 0|>\r\n---'),
        raw,
      ),
      findings: [{ messageId: 'end', severity: 'error' }],
      fixed: file(OPTIONS, line('---'), RINGING),
    },
    {
      name: 'before the next start line',
      text: altered(
        file(OPTIONS, RINGING),
        (text) => text.replace('Content-Length: 0\r\n\r\nSIP', '<|Content-Length: 0|>\r\nSIP'),
        raw,
      ),
      fixed: file(OPTIONS, RINGING),
    },
    {
      name: 'a last line that the end of the file cuts off',
      text: altered(OPTIONS, (text) => text.replace('Content-Length: 0\r\n\r\n', '<|Content-Length: 0|>'), raw),
      fixed: OPTIONS,
    },
    {
      name: 'the text form, with its own line ends',
      text: altered(OPTIONS, (text) => withLf(text).replace('Content-Length: 0\n\n', '<|Content-Length: 0|>\n'), raw),
      fixed: altered(OPTIONS, withLf, raw),
    },
    {
      name: 'a body of SDP',
      text: altered(
        options({ body: 'v=0\no=- 1 1 IN IP4 192.0.2.1\n', 'Content-Type': 'application/sdp' }),
        (text) => text.replace(/(Content-Length: \d+)\r\n\r\n/, '<|$1|>\r\n'),
        raw,
      ),
      findings: [{ messageId: 'body' }],
    },
  ],
});

testRule(byteOrderMark, {
  good: [{ name: 'inside a value', text: options({ Subject: '\uFEFFlunch' }) }],
  bad: [
    {
      name: 'text form: information',
      text: altered(OPTIONS, (text) => `<|\uFEFF|>${withLf(text)}`, raw),
      findings: [{ messageId: 'textForm', severity: 'info' }],
      fixed: altered(OPTIONS, withLf, raw),
    },
    {
      name: 'CRLF: warning',
      text: altered(OPTIONS, (text) => `<|\uFEFF|>${text}`, raw),
      findings: [{ messageId: 'mark', severity: 'warning' }],
      fixed: OPTIONS,
    },
    {
      name: 'a raw packet in LF: warning',
      text: altered(OPTIONS, (text) => `<|\uFEFF|>${withLf(text)}`, packet),
      findings: [{ messageId: 'mark', severity: 'warning' }],
    },
    {
      name: 'where the rest of the file is no UTF-8',
      text: altered(options({ Subject: 'caf\xe9' }), (text) => `<|\xef\xbb\xbf|>${text}`, {
        isRaw: true,
        encoding: 'bytes',
      }),
    },
  ],
});
