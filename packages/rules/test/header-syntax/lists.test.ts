import { testRule } from '@siplint/core/testing';
import { challenge } from '../../src/examples/digest.js';
import { file, invite, ok, options, register, response } from '../../src/examples/messages.js';
import emptyValue from '../../src/header-syntax/header-empty-value.js';
import emptyElement from '../../src/header-syntax/header-list-empty-element.js';
import tokenList from '../../src/header-syntax/token-list-header-malformed.js';

testRule(emptyValue, {
  good: [
    ...['Accept', 'Accept-Encoding', 'Accept-Language', 'Allow', 'Supported', 'Organization', 'Subject'].map(
      (name) => ({
        name,
        text: invite({ [name]: '' }),
      }),
    ),
    { name: 'extension header fields', text: invite({ Event: '', 'P-Asserted-Identity': '', 'X-Note': '' }) },
    { name: 'withdrawn header fields', text: invite({ Encryption: '' }) },
    { name: 'a value on the folded line', text: invite({ Require: '\r\n 100rel' }) },
    { name: 'a placeholder', text: invite({ Require: '{{tags}}' }) },
    { name: 'the repetition of a header field that stands once', text: invite({ rows: ['To:'] }) },
  ],
  bad: [
    {
      name: 'a list that may as well be absent',
      text: invite({ '<|Proxy-Require|>': '' }),
      findings: [{ severity: 'error', data: { header: 'Proxy-Require' } }],
      fixed: invite(),
    },
    {
      name: 'the compact form',
      text: invite({ '<|m|>': '' }),
      findings: [{ data: { header: 'Contact' } }],
      fixed: null,
    },
    {
      name: 'a list that the response has to have',
      text: response(420, 'INVITE', { Unsupported: null, rows: ['<|Unsupported|>:'] }),
      fixed: null,
    },
    { name: 'white space alone', text: invite({ rows: ['<|Priority|>: \t '] }) },
    { name: 'a fold alone', text: invite({ rows: ['<|Priority|>:\r\n  '] }) },
    { name: 'a product', text: ok('OPTIONS', { '<|Server|>': '' }), findings: [{ severity: 'info' }] },
    {
      name: 'beside a filled row',
      text: invite({ Route: '<sip:p;lr>', rows: ['<|Route|>:'] }),
      fixed: invite({ Route: '<sip:p;lr>' }),
    },
    { name: 'a mandatory header field', text: invite({ '<|Call-ID|>': '' }) },
  ],
});

testRule(emptyElement, {
  good: [
    {
      name: 'commas in quotes, brackets and comments',
      text: invite({ Contact: '"a,,b" <sip:a,,b@c>', 'User-Agent': 'a (b,,c)' }),
    },
    { name: 'free text', text: invite({ Subject: 'a,, b,' }) },
    { name: 'extension header fields', text: invite({ 'P-Asserted-Identity': '<sip:a@b>,, <tel:+1>' }) },
    { name: 'a placeholder', text: invite({ Allow: 'INVITE, {{more}}, {{more}}' }) },
  ],
  bad: [
    {
      name: 'at the start, in the middle and at the end',
      text: invite({ Allow: '<|, ,|> INVITE,<|,,|> ACK<|,|>' }),
      findings: [{ severity: 'error' }, {}, {}],
      fixed: invite({ rows: [], Allow: ' INVITE, ACK' }),
      safety: 'safe',
    },
    {
      name: 'several at the end',
      text: invite({ Allow: 'INVITE ,<| , ,|>'.replace('<| ', ' <|') }),
      fixed: invite({ Allow: 'INVITE' }),
    },
    {
      name: 'on a folded line',
      text: invite({ Allow: 'INVITE,\r\n ACK,\r\n <|,|>' }),
      fixed: invite({ Allow: 'INVITE,\r\n ACK' }),
    },
    { name: 'nothing but commas', text: invite({ Allow: '<|,,|>' }), fixed: null },
    { name: 'Via', text: invite({ Via: 'SIP/2.0/UDP a;branch=z9hG4bK1<|,|>' }) },
    {
      name: 'a challenge',
      text: response(401, 'REGISTER', { 'WWW-Authenticate': `${challenge()}, <|,|> x=1` }),
      fixed: response(401, 'REGISTER', { 'WWW-Authenticate': `${challenge()},  x=1` }),
    },
    { name: 'behind a broken element', text: invite({ Allow: 'INVITE;x,<|,|> ACK' }) },
  ],
});

testRule(tokenList, {
  good: [
    { name: 'odd tokens', text: invite({ Supported: "a.b-c!%*_+`'~, x" }) },
    { name: 'extension header fields', text: invite({ 'Allow-Events': 'a b' }) },
    { name: 'null elements are a rule of their own', text: invite({ Supported: 'timer,,replaces' }) },
    { name: 'a placeholder', text: invite({ Supported: 'timer{{tags}}, {{more}}x' }) },
  ],
  bad: [
    {
      name: 'option tags',
      text: invite({ Supported: '100rel <|timer  replaces|>, path' }),
      findings: [{ severity: 'error', data: { found: 'timer  replaces', header: 'Supported' } }],
      fixed: invite({ Supported: '100rel, timer,  replaces, path' }),
    },
    { name: 'methods', text: invite({ Allow: 'INVITE <|ACK|>' }), fixed: invite({ Allow: 'INVITE, ACK' }) },
    { name: 'an unknown word among them', text: invite({ Supported: '100rel <|tymer|>' }), fixed: null },
    { name: 'methods in another case', text: invite({ Allow: 'INVITE <|ack|>' }), fixed: null },
    { name: 'semicolons', text: invite({ Supported: '100rel<|;timer|>' }), fixed: null },
    { name: 'content codings', text: invite({ 'Content-Encoding': 'gzip <|deflate|>' }), fixed: null },
    { name: 'Unsupported', text: response(420, 'INVITE', { Unsupported: '<|"100rel"|>' }) },
    { name: 'the second element', text: options({ Supported: 'timer, <|(x)|>' }) },
    { name: 'Require', text: register({ Require: 'path <|=|>' }) },
    { name: 'two messages', text: file(invite({ Supported: '<|@|>' }), ok('INVITE', { Supported: '<|@|>' })) },
  ],
});
