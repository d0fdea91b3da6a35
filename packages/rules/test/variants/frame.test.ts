import type { Example } from '@siplint/core';
import { altered, file, invite, line, ok, options } from '../../src/examples/messages.js';
import { testAlone } from './alone.js';

const raw = (example: Example, alter: (text: string) => string) => altered(example, alter, { isRaw: true });

testAlone('lines and first lines', [
  ['line-terminator-not-crlf', raw(invite(), (text) => text.replace('Max-Forwards: 70\r\n', '<|Max-Forwards: 70\n|>'))],
  ['line-terminator-not-crlf', raw(invite(), (text) => text.replace(/^(.*)\r\n/, '<|$1\n|>'))],
  [
    'line-terminator-not-crlf',
    raw(ok('BYE'), (text) => text.replace('Content-Length: 0\r\n\r\n', 'Content-Length: 0\r\n<|\n|>')),
  ],
  [
    'line-terminator-not-crlf',
    raw(ok('BYE'), (text) =>
      text
        .replace('From:', '<|From:')
        .replace(/(From.*)\r\n/, '$1\n|>')
        .replace(/(To.*)\r\n/, '$1\r\n'),
    ),
  ],
  ['stray-cr-or-lf-in-header', raw(invite(), (text) => text.replace('Via: SIP', 'Via:<|\r|> SIP'))],
  ['stray-cr-or-lf-in-header', raw(invite(), (text) => text.replace('CSeq: 314159 ', 'CSeq: 314159<|\r|> '))],
  ['stray-cr-or-lf-in-header', raw(invite(), (text) => text.replace(' SIP/2.0\r\n', '<|\r|> SIP/2.0\r\n'))],
  ['stray-cr-or-lf-in-header', raw(invite(), (text) => text.replace('tag=9fx', 'tag=9f<|\r|>x'))],
  ['stray-cr-or-lf-in-header', raw(ok('BYE'), (text) => text.replace('200 OK', '200 O<|\r|>K'))],
  ['stray-cr-or-lf-in-header', raw(invite(), (text) => text.replace('From: ', 'From: "a\\<|\r|>" '))],
  [
    'missing-header-body-separator',
    raw(ok('BYE'), (text) => text.replace('Content-Length: 0\r\n\r\n', '<|Content-Length: 0|>')),
  ],
  [
    'missing-header-body-separator',
    raw(invite(), (text) => text.replace(/(Content-Length: \d+)\r\n\r\n/, '<|$1|>\r\n')),
  ],
  [
    'missing-header-body-separator',
    file(
      raw(ok('BYE'), (text) => text.replace('Content-Length: 0\r\n\r\n', '<|Content-Length: 0|>\r\n')),
      line('---'),
      options(),
    ),
  ],
  ['byte-order-mark-before-start-line', raw(ok('BYE'), (text) => `<|\uFEFF|>${text}`)],
  [
    'byte-order-mark-before-start-line',
    raw(file(line('# hello'), ok('BYE')), (text) => text.replace('SIP/2.0 200', '<|\uFEFF|>SIP/2.0 200')),
  ],
  ['header-line-malformed', raw(invite(), (text) => text.replace('Max-Forwards: 70', '<|Max-Forwards 70|>'))],
  ['header-line-malformed', raw(invite(), (text) => text.replace(/Call-ID: (.*)/, '<|Call-ID $1|>'))],
  ['header-line-malformed', raw(invite(), (text) => text.replace('CSeq: 314159 INVITE', '<|CSeq 314159 INVITE|>'))],
  ['header-line-malformed', raw(ok('BYE'), (text) => text.replace('Content-Length: 0', '<|Content-Length=0|>'))],
  [
    'start-line-unrecognized',
    raw(invite(), (text) => text.replace(/^.*\r\n/, '<|INVITE sip:bob@example.net SIP/2.0 x|>\r\n')),
  ],
  [
    'start-line-unrecognized',
    raw(invite(), (text) => text.replace(/^.*SIP\/2.0\r\n/, '<|INVITE sip:bob@example.net SIP2.0|>\r\n')),
  ],
  [
    'start-line-unrecognized',
    raw(invite(), (text) => text.replace(/^.*SIP\/2.0\r\n/, '<|INVITE  sip:bob@example.net|>\r\n')),
  ],
  ['sip-version-unsupported', raw(ok('BYE'), (text) => text.replace(/^.*\r\n/, '<|SIP/2.0,|> 200 OK\r\n'))],
  [
    'header-fold-whitespace-only-line',
    raw(invite(), (text) => text.replace('Max-Forwards: 70\r\n', 'Max-Forwards: 70\r\n<| |>\r\n')),
  ],
  [
    'header-fold-whitespace-only-line',
    raw(invite(), (text) => text.replace('Max-Forwards: 70\r\n', 'Max-Forwards: 70\r\n \r\n<|\t |>\r\n')),
  ],
  ['header-continuation-without-header', raw(invite(), (text) => text.replace('\r\nVia', '\r\n<| |>\r\nVia'))],
  ['header-value-control-character', raw(invite(), (text) => text.replace('From: ', 'From: <|\0|>'))],
  ['header-name-not-token', raw(invite(), (text) => text.replace('From: ', '<|F\0rom|>: '))],
  ['header-name-not-token', raw(invite(), (text) => text.replace('Max-Forwards', '<|Max Forwards|>'))],
  ['header-name-not-token', raw(invite(), (text) => text.replace('Via:', '<|Via;|>:'))],
  ['header-name-not-token', raw(invite(), (text) => text.replace('To:', '<|To\u00a0|>:'))],
  ['request-uri-malformed', raw(invite(), (text) => text.replace(/^INVITE \S+/, 'INVITE <|bob|>'))],
  ['request-uri-malformed', raw(options(), (text) => text.replace(/^OPTIONS \S+/, 'OPTIONS <|sip|>'))],
  ['sip-uri-host-missing', raw(options(), (text) => text.replace(/^OPTIONS \S+/, 'OPTIONS <|sip:|>'))],
  ['sip-uri-host-invalid', raw(options(), (text) => text.replace(/^OPTIONS \S+/, 'OPTIONS sip:<|*|>'))],
  ['cseq-malformed', raw(invite(), (text) => text.replace(/CSeq: .*/, 'CSeq: <|314159INVITE|>'))],
  ['cseq-malformed', raw(invite(), (text) => text.replace(/CSeq: .*/, 'CSeq: <|, 1 INVITE|>'))],
  ['method-not-token', raw(invite(), (text) => text.replace('INVITE sip:bob@example.net', '<|sip:bob@example.net|>'))],
  ['sip-version-unsupported', raw(ok('BYE'), (text) => text.replace('SIP/2.0 200', '<|SIP/2.0200|>'))],
]);
