import { testRule } from '@siplint/core/testing';
import { file, invite, ok, options, response } from '../../src/examples/messages.js';
import { multipartBody } from '../../src/examples/multipart.js';
import acceptWithoutSdp from '../../src/header-syntax/accept-without-sdp-in-invite.js';
import allowMissingOptions from '../../src/header-syntax/allow-missing-options.js';
import purposeUnregistered from '../../src/header-syntax/call-info-purpose-unregistered.js';
import productMalformed from '../../src/header-syntax/product-header-malformed.js';
import warningCode from '../../src/header-syntax/warning-code-not-sip.js';

const inPart = (type: string) =>
  multipartBody(`--b1\r\nContent-Type: ${type}\r\n\r\nv=0\r\n--b1--\r\n`, { Accept: '<|text/plain|>' });

testRule(acceptWithoutSdp, {
  good: [
    { name: 'any', text: invite({ Accept: '*/*' }) },
    { name: 'a type that did not parse', text: invite({ Accept: 'text/plain, x' }) },
    { name: 'a placeholder', text: invite({ Accept: '{{types}}' }) },
    { name: 'in the last row', text: invite({ Accept: ['text/plain', '', 'application/sdp;q=0.1'] }) },
    { name: 'another body', text: invite({ Accept: 'text/plain', 'Content-Type': 'application/isup', body: 'x' }) },
    { name: 'a placeholder for rows', text: invite({ Accept: 'text/plain', rows: ['{{more}}'] }) },
  ],
  bad: [
    { name: 'no body', text: invite({ Accept: '<|text/*|>', body: null }), findings: [{ severity: 'hint' }] },
    { name: 'a session description in a part', text: inPart('application/sdp') },
    { name: 'once a call', text: file(invite({ Accept: '<|text/*|>' }), invite({ Accept: 'text/*' })) },
  ],
});

testRule(allowMissingOptions, {
  good: [
    { name: 'no INVITE', text: options({ Allow: 'ACK, BYE' }) },
    { name: '405', text: response(405, 'INFO', { Allow: 'INVITE, ACK' }) },
    { name: 'other failures', text: response(501, 'INFO', { Allow: 'INVITE, ACK' }) },
    { name: 'in another case, which is another defect', text: invite({ Allow: 'INVITE, options' }) },
    { name: 'an element that did not parse', text: invite({ Allow: 'INVITE, "x"' }) },
    { name: 'a placeholder', text: invite({ Allow: 'INVITE, {{methods}}, BYE {{x}}' }) },
  ],
  bad: [
    {
      name: 'appends to the last row that has any',
      text: invite({ Allow: ['<|INVITE|>', 'BYE', ''] }),
      findings: [{ severity: 'info' }],
      fixed: invite({ Allow: ['INVITE', 'BYE, OPTIONS', ''] }),
    },
    {
      name: 'once a sender',
      text: file(invite({ Allow: '<|INVITE|>' }), invite({ Allow: 'INVITE' }), ok('INVITE', { Allow: '<|INVITE|>' })),
      safety: 'safe',
      fixed: file(invite({ Allow: 'INVITE' }), invite({ Allow: 'INVITE' }), ok('INVITE', { Allow: 'INVITE' })),
    },
  ],
});

const info = (value: string) => invite({ 'Call-Info': value });

testRule(purposeUnregistered, {
  good: [
    { name: 'none', text: info('<http://a.example>') },
    { name: 'any case, quoted', text: info('<http://a.example>;PURPOSE="Info"') },
    { name: 'for emergency calls', text: info('<cid:1@a>;purpose=emergencycalldata.serviceinfo') },
    { name: 'a known one', text: info('<http://a.example>;purpose=X-Ringtone'), options: { known: ['x-ringtone'] } },
    { name: 'a flag, which is another defect', text: info('<http://a.example>;purpose') },
    { name: 'a placeholder', text: info('<http://a.example>;purpose={{purpose}}') },
  ],
  bad: [
    {
      name: 'once a value',
      text: info(
        '<http://a.example>;purpose=<|x|>, <http://b.example>;purpose="X", <http://b.example>;purpose="<|y|>"',
      ),
      findings: [{ severity: 'hint', data: { purpose: 'x' } }, { data: { purpose: 'y' } }],
    },
  ],
});

testRule(warningCode, {
  good: [
    ...[300, 308, 380, 392, 399].map((code) => ({
      name: `${code}`,
      text: response(488, 'INVITE', { Warning: `${code} a "b"` }),
    })),
    { name: 'a value that did not parse', text: response(488, 'INVITE', { Warning: '214 a b' }) },
    { name: 'a placeholder', text: response(488, 'INVITE', { Warning: '{{code}} a "b"' }) },
  ],
  bad: [
    {
      name: 'warnings and infos, once a code',
      text: file(
        response(488, 'INVITE', { Warning: '<|199|> a "b", <|398|> a "b", 305 a "b"' }),
        response(488, 'INVITE', { Warning: ['199 a "b"', '<|400|> a "b"', '398 a "c"'] }),
      ),
      findings: [
        { messageId: 'foreign', severity: 'warning' },
        { messageId: 'unregistered', severity: 'info' },
        { messageId: 'foreign' },
      ],
    },
  ],
});

testRule(productMalformed, {
  good: [
    { name: 'an unbalanced comment, which is another defect', text: invite({ 'User-Agent': 'a: (b' }) },
    { name: 'an empty value', text: invite({ 'User-Agent': '' }) },
    { name: 'a placeholder', text: invite({ 'User-Agent': '{{product}}: x' }) },
    { name: 'free text of other fields', text: invite({ Organization: 'a: [b]' }) },
  ],
  bad: [
    {
      name: 'the first defect only',
      text: invite({ 'User-Agent': 'a (b)<|c|> d: (e)(f)' }),
      findings: [{ messageId: 'glued', severity: 'info', data: { found: 'c', header: 'User-Agent' } }],
    },
    { name: 'Server', text: ok('OPTIONS', { Server: 'a <|@|>b' }), findings: [{ messageId: 'character' }] },
  ],
});
