import { octets } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { options, response } from '../../src/examples/messages.js';
import controlCharacter from '../../src/syntax/header-value-control-character.js';
import invalidUtf8 from '../../src/syntax/header-value-invalid-utf8.js';

testRule(invalidUtf8, {
  good: [
    { name: 'two to four octets', text: octets(options({ Subject: '\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80' })) },
    { name: 'the body', text: octets(options({ body: 'caf\xe9', 'Content-Type': 'text/plain' })) },
    { name: 'where no UTF-8 is allowed', text: octets(options({ 'Call-ID': 'caf\xe9@example.com' })) },
  ],
  bad: [
    {
      name: 'one finding a row, all of it fixed',
      text: octets(options({ Subject: 'caf<|\xe9|> cr\xe8me' })),
      findings: [{ data: { octet: '0xE9' }, severity: 'error' }],
      fixed: options({ Subject: 'caf\xc3\xa9 cr\xc3\xa8me' }),
    },
    { name: 'quoted strings', text: octets(options({ From: '"J<|\xfc|>rgen" <sip:a@example.com>;tag=1' })) },
    { name: 'comments', text: octets(options({ 'User-Agent': 'phone (<|\xfc|>)' })) },
    { name: 'extension header fields', text: octets(options({ 'X-Name': 'J<|\xfc|>rgen' })) },
    { name: 'overlong forms', text: octets(options({ Subject: '<|\xc0|>\xaf' })) },
    { name: 'surrogates', text: octets(options({ Subject: '<|\xed|>\xa0\x80' })) },
    { name: 'five octets', text: octets(options({ Subject: '<|\xf8|>\x88\x80\x80\x80' })) },
    {
      name: 'Windows-1252 is not guessed at',
      text: octets(options({ Subject: '<|\x93|>lunch\x94' })),
      fixed: null,
    },
    {
      name: 'the reason phrase, beside UTF-8',
      text: octets(response(486, 'INVITE', { startLine: 'SIP/2.0 486 \xc3\xa4<|\xe4|>"' })),
      fixed: response(486, 'INVITE', { startLine: 'SIP/2.0 486 \xc3\xa4\xc3\xa4"' }),
    },
  ],
});

testRule(controlCharacter, {
  good: [
    { name: 'tabs and folds', text: options({ Subject: 'a\tb\r\n\tc' }) },
    { name: 'quoted-pairs', text: options({ From: '"\\\x01\\\x7f" <sip:a@example.com>;tag=1' }) },
    { name: 'quoted-pairs of comments', text: options({ Server: null, 'User-Agent': 'a (\\\0)' }) },
  ],
  bad: [
    {
      name: 'one finding a row',
      text: options({ Subject: 'a<|\x01|>b\x02', Organization: '<|\x7f|>x' }),
      findings: [{ data: { name: 'U+0001' }, severity: 'error' }, { data: { name: 'DEL' } }],
    },
    { name: 'bare in a quoted string', text: options({ From: '"<|\0|>" <sip:a@example.com>;tag=1' }) },
    { name: 'a backslash outside of a quoted string', text: options({ Subject: 'a\\<|\0|>b' }) },
    { name: 'unregistered header fields', text: options({ 'X-Trace': '<|\x0b|>x' }) },
  ],
});
