import { testRule } from '@siplint/core/testing';
import { file, invite, ok, options, register, request, response } from '../../src/examples/messages.js';
import acceptEncoding from '../../src/header-syntax/accept-encoding-malformed.js';
import accept from '../../src/header-syntax/accept-malformed.js';
import allow from '../../src/header-syntax/allow-incomplete-for-invite.js';
import languageTag from '../../src/header-syntax/language-tag-malformed.js';
import optionTag from '../../src/header-syntax/option-tag-unregistered.js';
import priority from '../../src/header-syntax/priority-value-invalid.js';
import warning from '../../src/header-syntax/warning-header-malformed.js';

const BOB_TO = { To: '<sip:bob@example.net>' };

testRule(accept, {
  good: [
    ...['*/*', 'text/*;q=0.3;level=1', 'application / sdp, x/y+z', ''].map((value) => options({ Accept: value })),
    { name: 'parameters are a rule of their own', text: options({ Accept: 'a/b;=1, a/b;q=x' }) },
    { name: 'a placeholder', text: options({ Accept: '{{type}}, application/{{subtype}}' }) },
  ],
  bad: [
    ...(
      [
        ['<|sdp|>', 'subtype'],
        ['<|application/|>', 'subtype'],
        ['<|application/|>;x=1', 'subtype'],
        ['<|/sdp|>', 'type'],
        ['<|*/sdp|>', 'wildcard'],
        ['a/b <|c/d|>', 'trailing'],
        ['a/b<|/c|>', 'trailing'],
      ] as const
    ).map(([value, messageId]) => ({
      name: value,
      text: options({ Accept: `x/y, ${value}` }),
      findings: [{ severity: 'error' as const, messageId }],
    })),
  ],
});

testRule(acceptEncoding, {
  good: ['*', 'gzip;q=1.0, identity; q=0.5', '', "x-!%*_+`'~"].map((value) => options({ 'Accept-Encoding': value })),
  bad: ['<|;q=1|>', 'gzip <|x|>', '<|@|>, gzip', 'gzip<|/1|>'].map((value) => ({
    name: value,
    text: options({ 'Accept-Encoding': value }),
    findings: [{ severity: 'error' as const }],
  })),
});

testRule(languageTag, {
  good: [
    ...['*', 'en', 'es-419', 'zh-Hant-TW', 'x-abcdefgh', 'EN-gb;q=0.8, *;q=0', ''].map((value) =>
      options({ 'Accept-Language': value }),
    ),
    { name: 'a placeholder', text: options({ 'Accept-Language': '{{lang}}, en-{{country}}' }) },
  ],
  bad: [
    {
      name: 'underscores',
      text: options({ 'Accept-Language': 'da, <|zh_Hant_TW|>;q=0.5' }),
      findings: [{ severity: 'error', data: { found: 'zh_Hant_TW', header: 'Accept-Language' } }],
      fixed: options({ 'Accept-Language': 'da, zh-Hant-TW;q=0.5' }),
      safety: 'safe',
    },
    ...['<|en gb|>', '<|en-|>', '<|-gb|>', '<|en--gb|>', '<|abcdefghi|>', '<|1a|>', '<|e"n|>', '<|_|>'].map(
      (value) => ({
        name: value,
        text: invite({ 'Content-Language': value }),
        fixed: null,
      }),
    ),
    { name: 'a star is no tag of Content-Language', text: invite({ 'Content-Language': 'en, <|*|>' }) },
  ],
});

testRule(priority, {
  good: [
    ...['emergency', 'URGENT', 'normal', 'non-urgent', 'psap-callback'].map((value) => invite({ Priority: value })),
    { name: 'a response', text: ok('OPTIONS', { Priority: 'a b' }) },
    { name: 'a placeholder', text: invite({ Priority: '{{priority}}' }) },
  ],
  bad: [
    ...['very urgent', '"urgent"', 'urgent;x=1', 'urgent, normal'].map((value) => ({
      name: value,
      text: invite({ Priority: `<|${value}|>` }),
      findings: [{ severity: 'error' as const, messageId: 'malformed', data: { found: value } }],
    })),
    { name: 'an unregistered token', text: invite({ Priority: '<|low|>' }), findings: [{ severity: 'info' }] },
  ],
});

testRule(warning, {
  good: [
    ...[
      '307 isi.edu:5060 "x"',
      '399 [::1] "a, b", 399 - ""',
      '307 isi.edu  "two spaces before the text"',
      '307\r\n isi.edu "x"',
    ].map((value) => response(488, 'INVITE', { Warning: value })),
    { name: 'a placeholder', text: response(488, 'INVITE', { Warning: '{{code}} a {{text}}' }) },
    { name: 'an open quote is the defect', text: response(488, 'INVITE', { Warning: '307 a "x' }) },
  ],
  bad: [
    {
      name: 'text without quotes',
      text: response(488, 'INVITE', { Warning: '307 isi.edu <|it\'s "odd", sorry|>, 399 - "x"' }),
      findings: [{ severity: 'error', messageId: 'notQuoted' }],
      fixed: response(488, 'INVITE', { Warning: '307 isi.edu "it\'s \\"odd\\", sorry", 399 - "x"' }),
    },
    { name: 'no space before the text', text: response(488, 'INVITE', { Warning: '307 isi.edu<|"x"|>' }), fixed: null },
    ...(
      [
        ['<|30|> a "x"', 'code'],
        ['<|isi.edu|> "x"', 'code'],
        ['<|307|> "x"', 'agentMissing'],
        ['307 <|a/b|> "x"', 'agent'],
        ['307 <|a:b|> "x"', 'agent'],
        ['307<|\t|>a "x"', 'separator'],
        ['<|307 a|>', 'textMissing'],
        ['<|307|>', 'textMissing'],
        ['307 a "x" <|y|>', 'trailing'],
      ] as const
    ).map(([value, messageId]) => ({
      name: value,
      text: response(488, 'INVITE', { Warning: value }),
      findings: [{ messageId }],
      fixed: null,
    })),
  ],
});

testRule(optionTag, {
  good: [
    { name: 'in any case', text: invite({ Require: '100REL, Timer', 'Proxy-Require': 'Sec-Agree' }) },
    { name: 'Supported by default', text: invite({ Supported: 'x-own' }) },
    { name: 'Unsupported', text: response(420, 'INVITE', { Unsupported: 'x-own' }) },
    { name: 'a 421', text: response(421, 'INVITE', { Require: 'x-own' }) },
    {
      name: 'a request that a 420 answers',
      text: file(invite({ Require: 'x-own' }), response(420, 'INVITE', { Unsupported: 'x-own' })),
    },
    { name: 'a known one', text: invite({ Require: 'X-Own' }), options: { known: ['x-own'] } },
    { name: 'a placeholder', text: invite({ Require: '{{tag}}' }) },
  ],
  bad: [
    {
      name: 'unknown',
      text: invite({ Require: '100rel, <|x-own|>' }),
      findings: [{ severity: 'info', messageId: 'unknown' }],
    },
    {
      name: 'similar',
      text: invite({ 'Proxy-Require': '<|Privacie|>' }),
      findings: [{ messageId: 'similar', data: { suggestion: 'privacy', header: 'Proxy-Require' } }],
    },
    {
      name: 'once a header field and file',
      text: file(invite({ Require: '<|x-own|>, X-OWN', 'Proxy-Require': '<|x-own|>' }), options({ Require: 'x-own' })),
    },
    {
      name: 'a request that another response answers',
      text: file(invite({ Require: '<|x-own|>' }), response(486, 'INVITE')),
    },
    { name: 'Supported on demand', text: invite({ Supported: 'timer, <|x-own|>' }), options: { supported: true } },
  ],
});

testRule(allow, {
  good: [
    { name: 'over several rows', text: invite({ Allow: ['INVITE,ACK', 'BYE', 'CANCEL'] }) },
    { name: 'without INVITE', text: request('MESSAGE', { Allow: 'MESSAGE, OPTIONS' }) },
    { name: 'empty', text: invite({ Allow: '' }) },
    {
      name: 'failures',
      text: file(response(405, 'INVITE', { Allow: 'INVITE' }), response(486, 'INVITE', { Allow: 'INVITE' })),
    },
    { name: 'in another case', text: invite({ Allow: 'invite' }) },
    { name: 'a broken element', text: invite({ Allow: 'INVITE, ACK CANCEL BYE' }) },
    { name: 'a placeholder', text: invite({ Allow: 'INVITE, {{methods}}' }) },
  ],
  bad: [
    {
      name: 'a request',
      text: invite({ Allow: '<|INVITE, BYE|>' }),
      findings: [{ severity: 'warning', data: { missing: 'ACK, CANCEL' } }],
      fixed: invite({ Allow: 'INVITE, BYE, ACK, CANCEL' }),
    },
    {
      name: 'a 200',
      text: ok('OPTIONS', { Allow: '<|INVITE, ACK, BYE|>' }),
      findings: [{ data: { missing: 'CANCEL' } }],
    },
    { name: 'a 183', text: response(183, 'INVITE', { Allow: '<|INVITE|>' }) },
    {
      name: 'over several rows',
      text: invite({ Allow: ['<|INVITE|>', 'ACK,\r\n BYE'] }),
      fixed: invite({ Allow: ['INVITE', 'ACK,\r\n BYE, CANCEL'] }),
    },
    {
      name: 'an empty row at the end',
      text: invite({ Allow: ['<|INVITE, ACK, BYE|>', ''] }),
      fixed: invite({ Allow: ['INVITE, ACK, BYE, CANCEL', ''] }),
    },
    {
      name: 'once a sender',
      text: file(
        invite({ Allow: '<|INVITE|>' }),
        register({ Allow: 'INVITE' }),
        ok('INVITE', { Allow: '<|INVITE, ACK|>' }),
        ok('OPTIONS', { ...BOB_TO, Allow: 'INVITE' }),
      ),
    },
  ],
});
