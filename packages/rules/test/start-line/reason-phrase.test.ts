import { testRule } from '@siplint/core/testing';
import { file, line, response } from '../../src/examples/messages.js';
import notSpecific from '../../src/start-line/reason-phrase-not-specific.js';
import nonstandard from '../../src/style/reason-phrase-nonstandard.js';

const status = (text: string, fields: Readonly<Record<string, string>> = {}) =>
  response(Number(text.replace(/\D/g, '').slice(0, 3)), 'INVITE', { startLine: `SIP/2.0 ${text}`, ...fields });

testRule(notSpecific, {
  good: [
    { name: 'Error-Info', text: status('484 Address Incomplete', { 'Error-Info': '<sip:short@h>' }) },
    { name: 'Reason', text: status('480 Temporarily Unavailable', { Reason: 'Q.850;cause=19' }) },
    { name: 'the phrase of RFC 2543', text: status('480 Temporarily not available') },
    { name: 'other codes', text: status('486 Busy Here') },
    {
      name: 'unknown header fields',
      text: response(400, 'INVITE', { startLine: 'SIP/2.0 400 Bad Request', rows: ['{{more}}'] }),
    },
    { name: 'a placeholder', text: status('400 {{phrase}}') },
  ],
  bad: [
    {
      name: 'another case',
      text: status('484 <|address incomplete|>'),
      findings: [{ messageId: 'default', severity: 'hint' }],
    },
    { name: 'none', text: status('<|400|> '), findings: [{ messageId: 'empty' }] },
    { name: 'once a call', text: file(status('400 <|Bad Request|>'), line('---'), status('400 Bad Request')) },
  ],
});

testRule(nonstandard, {
  good: [
    { name: 'the case of letters', text: status('200 Ok') },
    { name: 'own words that hold a phrase', text: status('486 OK, busy') },
    { name: 'an unregistered code', text: status('499 OK') },
    { name: 'none', text: status('486 ') },
  ],
  bad: [
    {
      name: 'writes the registered one',
      text: status('183 <|Ringing|>'),
      findings: [{ severity: 'hint', data: { other: 180, code: '183', registered: 'Session Progress' } }],
      fixed: status('183 Session Progress'),
    },
    { name: 'once a call', text: file(status('603 <|OK|>'), line('---'), status('603 OK')) },
  ],
});
