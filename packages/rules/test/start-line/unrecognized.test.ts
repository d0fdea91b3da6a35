import { testRule } from '@siplint/core/testing';
import { altered, file, invite, line, options, response } from '../../src/examples/messages.js';
import unrecognized from '../../src/start-line/start-line-unrecognized.js';

testRule(unrecognized, {
  good: [
    { name: 'any case and version', text: response(200, 'BYE', { startLine: 'siP/9 200' }) },
    { name: 'a status code that is none', text: response(200, 'BYE', { startLine: 'SIP/2.0 OK' }) },
    {
      name: 'separators, comments and blank lines',
      text: file('\r\n', line('### 200'), line('# note'), response(200, 'BYE')),
    },
    { name: 'behind a byte order mark', text: altered(invite(), (text) => `\uFEFF${text}`, { isRaw: true }) },
    { name: 'an empty file', text: altered(invite(), () => '', { isRaw: true }) },
    { name: 'a trace of a tool', text: file(line('U 192.0.2.1:5060 -> 192.0.2.2:5060'), invite()) },
  ],
  bad: [
    {
      name: 'a method with a colon',
      text: options({ startLine: '<|OPTIONS: sip:bob@example.net SIP/2.0|>' }),
      findings: [{ messageId: 'missing' }],
    },
    {
      name: 'a request without its version',
      text: invite({ startLine: '<|INVITE sip:bob@example.net|>' }),
      findings: [{ messageId: 'versionMissing', severity: 'error' }],
      fixed: invite(),
    },
    {
      name: 'and white space',
      text: invite({ startLine: '\t<|INVITE sip:bob@example.net|> ' }),
      fixed: null,
      safety: 'safe',
    },
    {
      name: 'no URI',
      text: invite({ startLine: '<|INVITE bob|>' }),
      findings: [{ messageId: 'unrecognized' }],
      fixed: null,
    },
    {
      name: 'a response without its version',
      text: response(200, 'BYE', { startLine: '<|200 OK|>' }),
      findings: [{ data: { found: '200 OK' } }],
      fixed: null,
    },
    {
      name: 'no start line',
      text: altered(invite(), (text) => text.slice(text.indexOf('\n') + 1).replace(/^.*/, '<|$&|>')),
      findings: [{ messageId: 'missing' }],
    },
    {
      name: 'prose: its first line, once a stretch',
      text: file(line('  <|An INVITE|>'), line('that was sent'), invite(), line('---'), line('<|and more|>')),
      findings: [{ messageId: 'unrecognized' }, { messageId: 'unrecognized' }],
    },
    { name: 'a file that holds no SIP', text: line('<|%Include foo.sip|>') },
    {
      name: 'UTF-16, the other order of octets',
      text: { text: '<|\xfe\xff\0S\0I\0P|>', isRaw: true, encoding: 'bytes' },
      findings: [{ messageId: 'utf16' }],
    },
  ],
});
