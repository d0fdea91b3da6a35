import { octets } from '@siplint/core';
import { testRule } from '@siplint/core/testing';
import { credentials } from '../../src/examples/digest.js';
import { file, invite, ok, register, response } from '../../src/examples/messages.js';
import comment from '../../src/header-syntax/comment-unbalanced.js';
import quotedPair from '../../src/header-syntax/quoted-pair-invalid.js';
import unterminated from '../../src/header-syntax/quoted-string-unterminated.js';

testRule(unterminated, {
  good: [
    { name: 'free text', text: invite({ Subject: '3"', Organization: '"', 'X-Note': '"' }) },
    { name: 'Call-ID words', text: invite({ 'Call-ID': '"@"', 'In-Reply-To': 'a"b' }) },
    { name: 'an escaped backslash before the end', text: invite({ To: '"a\\\\" <sip:b@c>' }) },
    { name: 'a placeholder that may close it', text: invite({ To: '"Bob {{rest}}' }) },
  ],
  bad: [
    {
      name: 'an escaped quote does not close',
      text: invite({ To: '<|"a\\" <sip:b@c>;tag=1|>' }),
      findings: [{ severity: 'error', data: { header: 'To' } }],
    },
    { name: 'a parameter', text: invite({ Contact: '<sip:a@b>;x=<|"y, <sip:c@d>|>' }) },
    { name: 'a backslash at the end', text: invite({ To: '<|"a <sip:b@c>\\|>' }) },
    { name: 'escaped quotes where nothing is quoted', text: invite({ To: '\\<|"Bob\\" <sip:b@c>|>' }) },
    { name: 'credentials', text: register({ Authorization: credentials({ response: '<|"x|>' }) }) },
    { name: 'an extension header field', text: invite({ 'P-Asserted-Identity': '<|"A <sip:a@b>|>' }) },
    {
      name: 'what a response only repeats',
      text: file(
        invite({ To: '<|"Bob <sip:bob@example.net>|>' }),
        response(100, 'INVITE', { To: '"Bob <sip:bob@example.net>;tag=1' }),
      ),
    },
    {
      name: 'what a response makes wrong',
      text: file(invite({ To: '"Bob" <sip:b@c>' }), response(180, 'INVITE', { To: '<|"Bob <sip:b@c>;tag=1|>' })),
    },
  ],
});

testRule(quotedPair, {
  good: [
    { name: 'any octet of ASCII', text: invite({ To: '"\\a\\\\\\"\\\t\\\x7f" <sip:b@c>' }) },
    { name: 'outside of quotes', text: invite({ Subject: '\\é', 'X-Note': '\\é' }) },
    { name: 'UTF-8 without backslash', text: invite({ To: '"é€😀" <sip:b@c>' }) },
    { name: 'a placeholder', text: invite({ To: '"\\{{name}}" <sip:b@c>' }) },
  ],
  bad: [
    {
      name: 'a character of UTF-8',
      text: invite({ To: '"a<|\\€|>b" <sip:b@c>' }),
      findings: [{ severity: 'error', messageId: 'wide', data: { character: '€' } }],
      fixed: invite({ To: '"a€b" <sip:b@c>' }),
      safety: 'safe',
    },
    {
      name: 'a character beyond U+FFFF',
      text: invite({ To: '"<|\\😀|>" <sip:b@c>' }),
      fixed: invite({ To: '"😀" <sip:b@c>' }),
    },
    { name: 'behind an escaped backslash', text: invite({ To: '"\\\\<|\\é|>" <sip:b@c>' }) },
    { name: 'an octet', text: octets(invite({ To: '"<|\\\xc3|>\xa9" <sip:b@c>', Subject: '\xc3\xa9' })) },
    {
      name: 'a fold',
      text: invite({ To: '"a<|\\|>\r\n b" <sip:b@c>' }),
      findings: [{ messageId: 'fold' }],
      fixed: null,
    },
    { name: 'a comment', text: invite({ 'User-Agent': 'a (b<|\\é|>)' }) },
    { name: 'a Warning', text: response(488, 'INVITE', { Warning: '399 a "<|\\é|>"' }) },
  ],
});

testRule(comment, {
  good: [
    { name: 'nested and escaped', text: invite({ 'User-Agent': 'a (b (c) \\( \\)) d (e)' }) },
    { name: 'other header fields', text: invite({ Subject: '(', 'Call-ID': '(@)', Organization: ')' }) },
    { name: 'a placeholder', text: invite({ 'User-Agent': 'a (b {{rest}}' }) },
  ],
  bad: [
    {
      name: 'Retry-After',
      text: response(503, 'INVITE', { 'Retry-After': '120 <|(a (b;duration=5|>' }),
      findings: [{ severity: 'error', messageId: 'open' }],
      fixed: response(503, 'INVITE', { 'Retry-After': '120 (a (b;duration=5))' }),
    },
    {
      name: 'Server',
      text: ok('OPTIONS', { Server: 'a <|(b \\)|>' }),
      findings: [{ severity: 'info', data: { header: 'Server' } }],
      fixed: ok('OPTIONS', { Server: 'a (b \\))' }),
    },
    { name: 'a backslash at the end', text: invite({ 'User-Agent': 'a <|(b\\|>' }), fixed: null },
    {
      name: 'one that is not opened',
      text: invite({ 'User-Agent': 'a (b) <|)|> c' }),
      findings: [{ messageId: 'closed' }],
      fixed: null,
    },
  ],
});
