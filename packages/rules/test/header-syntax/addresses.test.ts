import { testRule } from '@siplint/core/testing';
import { file, invite, register, response } from '../../src/examples/messages.js';
import needsBrackets from '../../src/header-syntax/addr-spec-needs-angle-brackets.js';
import callId from '../../src/header-syntax/call-id-malformed.js';
import displayName from '../../src/header-syntax/display-name-needs-quotes.js';
import infoUri from '../../src/header-syntax/info-uri-header-malformed.js';
import nameAddr from '../../src/header-syntax/name-addr-malformed.js';
import replyTo from '../../src/header-syntax/reply-to-malformed.js';

testRule(needsBrackets, {
  good: [
    { name: 'a tag and unknown parameters', text: invite({ From: 'sip:a@b;tag=1;x=tcp' }) },
    { name: 'in brackets', text: invite({ Contact: '<sip:a@b;transport=tcp?x=y>;transport=udp' }) },
    { name: 'another scheme', text: invite({ To: 'tel:+1-2;user=phone' }) },
    { name: 'addresses with a comma between', text: register({ Contact: 'sip:a@b, sip:c@d' }) },
    {
      name: 'P-Asserted-Identity has no parameters at all',
      text: invite({ 'P-Asserted-Identity': 'sip:a@b;user=phone' }),
    },
    { name: 'a placeholder', text: invite({ Contact: 'sip:a@b?{{x}}', To: 'sip:a@b;{{param}}' }) },
  ],
  bad: [
    ...['transport=tcp', 'user=phone', 'maddr=192.0.2.1', 'ttl=1', 'method=INVITE', 'lr', 'LR'].map((param) => ({
      name: param,
      text: invite({ Contact: `sip:a@b;<|${param}|>` }),
      findings: [{ severity: 'warning' as const, messageId: 'parameter' }],
      fixed: invite({ Contact: `<sip:a@b;${param}>` }),
    })),
    {
      name: 'parameters of both kinds',
      text: invite({ To: 'sip:a@b;tag=1;<|user=phone|>;x=2;lr' }),
      fixed: invite({ To: '<sip:a@b;user=phone;lr>;tag=1;x=2' }),
    },
    {
      name: 'URI parameters first',
      text: invite({ Contact: 'sips:a@b ; <|user=phone|> ; q=1;lr' }),
      fixed: invite({ Contact: '<sips:a@b ; user=phone;lr> ; q=1' }),
    },
    {
      name: 'a question mark',
      text: invite({ 'Reply-To': '<|sip:a@b?Subject=x|>;y=1' }),
      findings: [{ severity: 'error', messageId: 'brackets', data: { header: 'Reply-To' } }],
      fixed: invite({ 'Reply-To': '<sip:a@b?Subject=x>;y=1' }),
    },
    { name: 'a comma', text: invite({ From: '<|sip:a,b@c|>;tag=1' }), fixed: invite({ From: '<sip:a,b@c>;tag=1' }) },
    { name: 'a question mark of another scheme', text: register({ Contact: '<|http://a?b|>' }) },
    {
      name: 'what a response only repeats',
      text: file(
        invite({ From: 'sip:a@b;<|user=phone|>;tag=9' }),
        response(100, 'INVITE', { From: 'sip:a@b;user=phone;tag=9' }),
      ),
    },
  ],
});

testRule(nameAddr, {
  good: [
    { name: 'no space before the bracket', text: invite({ To: 'token<sip:b@c>', From: '"q"<sip:a@b>;tag=1' }) },
    { name: 'brackets in a quoted name', text: invite({ To: '"a <b" <sip:b@c>' }) },
    { name: 'the name is the defect', text: invite({ To: 'a@b <sip:b@c>' }) },
    { name: 'an open quote is the defect', text: invite({ To: '"Bob <sip:b@c' }) },
    { name: 'no scheme', text: invite({ To: 'Bob <bob>' }) },
    { name: 'a placeholder', text: invite({ To: 'Bob {{uri}}' }) },
  ],
  bad: [
    {
      name: 'a name without brackets',
      text: invite({ To: '<|Bob  B. sip:b@c|>;tag=1' }),
      findings: [{ severity: 'error', messageId: 'missing' }],
      fixed: invite({ To: 'Bob  B. <sip:b@c>;tag=1' }),
    },
    { name: 'a quoted one', text: invite({ To: '<|"Bob B." sip:b@c|>' }), fixed: invite({ To: '"Bob B." <sip:b@c>' }) },
    {
      name: 'right behind the quote',
      text: invite({ To: '<|"Bob"sip:b@c|>' }),
      fixed: invite({ To: '"Bob"<sip:b@c>' }),
    },
    { name: 'a quoted name alone', text: invite({ To: '<|"Bob"|>' }), fixed: null },
    { name: 'no closing bracket', text: invite({ To: 'Bob <|<sip:b@c|>' }), findings: [{ messageId: 'unpaired' }] },
    { name: 'no opening bracket', text: invite({ To: '<|sip:b@c>|>' }) },
    { name: 'white space', text: invite({ To: '<|<sip:b@c >|>' }), findings: [{ messageId: 'whiteSpace' }] },
    { name: 'a fold', text: invite({ To: '<|<sip:b@c\r\n ;lr>|>' }) },
    { name: 'text behind', text: invite({ To: '<sip:b@c> <|x|>' }), findings: [{ messageId: 'trailing' }] },
    { name: 'a second address', text: invite({ To: '<sip:b@c><|, <sip:d@e>|>' }) },
    { name: 'one of a list', text: register({ Contact: '<sip:a@b>, <|Bob sip:b@c|>, <sip:d@e>' }) },
    { name: 'an extension header field', text: invite({ 'P-Asserted-Identity': '<|<sip:a@b|>' }) },
  ],
});

testRule(displayName, {
  good: [
    { name: 'tokens', text: invite({ To: "A.-!%*_+`'~ 1 <sip:b@c>" }) },
    { name: 'a list', text: register({ Contact: 'A <sip:a@b>, B <sip:c@d>' }) },
    { name: 'a placeholder', text: invite({ To: '{{name}} <sip:b@c>', From: 'a@{{name}} <sip:a@b>;tag=1' }) },
  ],
  bad: [
    ...['Bob (x)', 'a@b', 'a:b', 'Bób', 'a/b', 'a, b', 'a;b', '[a]', 'a=b'].map((name) => ({
      name,
      text: invite({ To: `<|${name}|> <sip:b@c>;tag=1` }),
      findings: [{ severity: 'error' as const, data: { found: name, header: 'To' } }],
      fixed: invite({ To: `"${name}" <sip:b@c>;tag=1` }),
      safety: 'safe' as const,
    })),
    {
      name: 'quotes in it',
      text: invite({ To: '<|"Bob" \\B.|><sip:b@c>' }),
      fixed: invite({ To: '"\\"Bob\\" \\\\B."<sip:b@c>' }),
    },
    {
      name: 'a comma between words of a list',
      text: register({ Contact: '<|Bell, Alexander|> <sip:a@b>, <sip:c@d>' }),
    },
  ],
});

testRule(callId, {
  good: [
    { name: 'every character of a word', text: invite({ 'Call-ID': '()<>:\\"/[]?{}-.!%*_+`\'~a1@()<>:\\"/[]?{}' }) },
    { name: 'one word', text: invite({ i: 'f81d4fae' }) },
    { name: 'a placeholder', text: invite({ 'Call-ID': '{{id}}-1@{{host}}' }) },
    { name: 'Replaces has rules of its own', text: invite({ Replaces: 'a b;to-tag=1;from-tag=2' }) },
  ],
  bad: [
    ...[',', ';', '=', '&', '#', '$', '^', '|', 'é', '\t'].map((character) => ({
      name: character,
      text: invite({ 'Call-ID': `a<|${character}|>b@c` }),
      findings: [{ severity: 'error' as const, messageId: 'character' }],
    })),
    { name: 'a fold', text: invite({ 'Call-ID': 'a<|\r\n |>b' }), findings: [{ data: { character: 'White space' } }] },
    {
      name: 'a second @',
      text: invite({ 'Call-ID': 'a@b<|@|>c' }),
      findings: [{ data: { character: 'A second "@"' } }],
    },
    { name: 'no word before', text: invite({ 'Call-ID': '<|@c|>' }), findings: [{ messageId: 'wordMissing' }] },
    { name: 'each of a list', text: invite({ 'In-Reply-To': 'a<| |>b, c, <|@|>' }) },
    {
      name: 'what a response only repeats',
      text: file(
        invite({ 'Call-ID': 'a<|;|>b' }),
        response(100, 'INVITE', { 'Call-ID': 'a;b' }),
        response(180, 'INVITE', { 'Call-ID': 'a<|#|>b' }),
      ),
    },
  ],
});

testRule(infoUri, {
  good: [
    { name: 'parameters', text: invite({ 'Alert-Info': '<http://a/b;c?d> ; x="y" ;z' }) },
    { name: 'Geolocation has a rule of its own', text: invite({ Geolocation: 'cid:a@b' }) },
    { name: 'a placeholder', text: invite({ 'Alert-Info': '{{uri}}' }) },
  ],
  bad: [
    {
      name: 'no brackets',
      text: invite({ 'Call-Info': '<http://a>, <|http://b/c|>' }),
      findings: [{ severity: 'warning', messageId: 'bracketsMissing' }],
      fixed: invite({ 'Call-Info': '<http://a>, <http://b/c>' }),
      safety: 'safe',
    },
    {
      name: 'no brackets, and parameters of either',
      text: invite({ 'Call-Info': '<|http://b;purpose=icon|>' }),
      fixed: null,
    },
    {
      name: 'a display name',
      text: invite({ 'Call-Info': '<|"A" <http://b>|>' }),
      findings: [{ messageId: 'malformed' }],
    },
    { name: 'parameters alone', text: invite({ 'Alert-Info': '<|;info=ring|>' }) },
    { name: 'no URI', text: invite({ 'Alert-Info': '<<|Bellcore-dr2|>>' }), findings: [{ messageId: 'noUri' }] },
    { name: 'text behind', text: invite({ 'Alert-Info': '<http://b> <|x|>' }), findings: [{ messageId: 'trailing' }] },
  ],
});

testRule(replyTo, {
  good: [
    { name: 'commas within the address', text: invite({ 'Reply-To': '"a, b" <sip:a,b@c>;x="y,z"' }) },
    { name: 'a broken address', text: invite({ 'Reply-To': '<sip:a@b, <sip:c@d>' }) },
  ],
  bad: [
    {
      name: 'a list',
      text: invite({ 'Reply-To': 'sip:a@b <|, sip:c@d, sip:e@f|>' }),
      findings: [{ severity: 'error' }],
    },
  ],
});
