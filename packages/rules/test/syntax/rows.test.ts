import { testRule } from '@siplint/core/testing';
import { altered, options, response } from '../../src/examples/messages.js';
import continuation from '../../src/syntax/header-continuation-without-header.js';
import repeated from '../../src/syntax/header-field-repeated.js';
import blankFold from '../../src/syntax/header-fold-whitespace-only-line.js';
import malformedLine from '../../src/syntax/header-line-malformed.js';
import nameNotToken from '../../src/syntax/header-name-not-token.js';

const indented = (rows: RegExp) => altered(options(), (text) => text.replace(rows, ' $&').replace('\r\n ', '\r\n<| '));

testRule(malformedLine, {
  good: [
    { name: 'a continuation line', text: options({ Subject: 'a\r\n\tb c' }) },
    { name: 'a name that is no token', text: options({ rows: ['Reply To: a'] }) },
    { name: 'a placeholder for whole lines', text: options({ rows: ['{{more_headers}}'] }) },
  ],
  bad: [
    {
      name: 'each such line',
      text: options({ rows: ['<|Subject lunch|>', 'Priority: urgent', '<|--|>'] }),
      findings: [{ data: { line: 'Subject lunch' }, severity: 'error' }, { data: { line: '--' } }],
      fixed: null,
    },
    {
      name: 'the rest of a list',
      text: options({ Allow: 'INVITE,\r\n<|ACK|>' }),
      findings: [{ messageId: 'spaceMissing', data: { line: 'ACK', header: 'Allow' } }],
      fixed: options({ Allow: 'INVITE,\r\n ACK' }),
    },
    {
      name: 'behind a value that is whole',
      text: options({ Allow: 'INVITE\r\n<|ACK|>' }),
      findings: [{ messageId: 'colonMissing' }],
      fixed: null,
    },
  ],
});

testRule(continuation, {
  good: [{ name: 'behind the first field', text: options({ Via: 'SIP/2.0/UDP a\r\n ;branch=z9hG4bK1' }) }],
  bad: [
    {
      name: 'all indented header fields at once',
      text: altered(indented(/^(?:Via|Max-Forwards|To):/gm), (text) => text.replace(/(<\|.*)/, '$1|>')),
      fixed: options(),
    },
    {
      name: 'the folds of an indented header field',
      text: altered(options({ Via: 'SIP/2.0/UDP a\r\n  ;branch=z9hG4bK1' }), (text) =>
        text.replace(/^Via.*/m, '<|\t$&|>'),
      ),
      fixed: options({ Via: 'SIP/2.0/UDP a\r\n  ;branch=z9hG4bK1' }),
    },
    {
      name: 'no header field',
      text: altered(options(), (text) => text.replace('\r\nVia', '\r\n<| ;lr|>\r\nVia')),
      fixed: null,
    },
  ],
});

testRule(nameNotToken, {
  good: [{ name: 'white space before the colon', text: options({ rows: ['Subject \t: a', "X.!%*_+`'~: a"] }) }],
  bad: [
    {
      name: 'a space where a registered name has a hyphen',
      text: options({ rows: ['<|content disposition|>: session'] }),
      findings: [{ messageId: 'noToken', data: { character: 'a space' }, severity: 'error' }],
      fixed: options({ rows: ['content-disposition: session'] }),
    },
    { name: 'no such name', text: options({ rows: ['<|My Trace|>: 1'] }), fixed: null },
    {
      name: 'a tab',
      text: options({ rows: ['<|Reply\tTo|>: a'] }),
      findings: [{ data: { character: 'a tab' } }],
      fixed: null,
    },
    { name: 'beyond ASCII', text: options({ rows: ['<|Süjet|>: a'] }), findings: [{ data: { character: '"ü"' } }] },
    {
      name: 'a character of another plane',
      text: options({ rows: ['<|X-😀|>: a'] }),
      findings: [{ data: { character: '"😀"' } }],
    },
    {
      name: 'the rest of a value',
      text: options({ Contact: '"A\r\n<|A" <sip|>:a@192.0.2.1>' }),
      findings: [{ messageId: 'spaceMissing', data: { name: 'A" <sip', header: 'Contact' } }],
      fixed: options({ Contact: '"A\r\n A" <sip:a@192.0.2.1>' }),
    },
    { name: 'no name', text: options({ rows: ['<|:|>a'] }), findings: [{ messageId: 'missing' }], fixed: null },
  ],
});

testRule(blankFold, {
  good: [
    { name: 'before the empty line', text: options({ 'Content-Length': '0\r\n \r\n\t' }) },
    { name: 'folds with text', text: options({ Subject: 'a\r\n b\r\n c' }) },
  ],
  bad: [
    {
      name: 'before a header field and before a fold',
      text: options({ Subject: 'a\r\n<| |>\r\n b\r\n<|\t |>' }),
      findings: [{ severity: 'info' }, {}],
      fixed: options({ Subject: 'a\r\n b' }),
    },
    {
      name: 'the last of several, deleted together',
      text: options({ Subject: 'a \t\r\n \r\n\t\r\n<|  |>\r\n b' }),
      fixed: options({ Subject: 'a \t\r\n b' }),
    },
  ],
});

testRule(repeated, {
  good: [
    { name: 'lists', text: options({ rows: ['Require: a', 'Require: b', 'Contact: <sip:a@example.com>'] }) },
    { name: 'unknown header fields', text: options({ rows: ['X-Trace: 1', 'X-Trace: 1'] }) },
    {
      name: 'challenges and credentials',
      text: response(401, 'REGISTER', {
        'WWW-Authenticate': ['Digest realm="a", nonce="b"', 'Digest realm="c", nonce="d"'],
        'Proxy-Authenticate': ['Digest realm="a", nonce="b"', 'Digest realm="c", nonce="d"'],
      }),
    },
    { name: 'a row of another message', text: altered(options(), (text) => text + text) },
  ],
  bad: [
    {
      name: 'compact and long names together',
      text: options({ rows: ['<|t|>: <sip:carol@example.org>'] }),
      findings: [{ data: { header: 'To' }, severity: 'error' }],
      fixed: null,
    },
    {
      name: 'only the rows that equal the first are removed',
      text: options({ rows: ['Subject: a', '<|s|>: a', '<|Subject|>: b'] }),
      fixed: options({ rows: ['Subject: a', 'Subject: b'] }),
      safety: 'safe',
    },
    { name: 'an extension header field of one value', text: options({ rows: ['Event: a', '<|o|>: b'] }) },
    { name: 'an empty row', text: options({ rows: ['Organization:', '<|Organization|>: b'] }) },
  ],
});
