import { testRule } from '@siplint/core/testing';
import { options, request, response } from '../../src/examples/messages.js';
import notToken from '../../src/start-line/method-not-token.js';
import wrongCase from '../../src/start-line/method-wrong-case.js';
import unknownMethod from '../../src/start-line/unknown-method.js';

const line = (method: string) => `${method} sip:bob@example.net SIP/2.0`;

testRule(notToken, {
  good: [
    { name: 'odd tokens', text: options({ startLine: line("-.!%*_+`'~") }) },
    { name: 'a placeholder', text: options({ startLine: line('{{method}}') }) },
  ],
  bad: [
    { name: 'separators', text: options({ startLine: line('<|OPTIONS,|>') }), findings: [{ severity: 'error' }] },
    { name: 'quotes', text: options({ startLine: line('<|"OPTIONS"|>') }) },
    { name: 'a NUL', text: options({ startLine: line('<|OPT\0IONS|>') }) },
  ],
});

testRule(wrongCase, {
  good: [
    { name: 'extension methods', text: options({ startLine: line('x-poke'), CSeq: '1 X-Poke', Allow: 'x-poke' }) },
    { name: 'CSeq of another method', text: options({ CSeq: '1 invite' }) },
    { name: 'responses', text: response(405, 'OPTIONS', { Allow: 'invite', CSeq: '1 options' }) },
    { name: 'an Allow that did not parse', text: options({ Allow: 'inv(ite)' }) },
  ],
  bad: [
    {
      name: 'start line and CSeq alike, one finding',
      text: options({ startLine: line('<|options|>'), CSeq: '1826 options' }),
      findings: [{ messageId: 'startLine', data: { registered: 'OPTIONS' }, severity: 'warning' }],
      fixed: options({ startLine: line('OPTIONS') }),
    },
    {
      name: 'both in cases of their own',
      text: options({ startLine: line('<|options|>'), CSeq: '1826 Options' }),
      fixed: options({ startLine: line('OPTIONS') }),
    },
    {
      name: 'the start line alone',
      text: options({ startLine: line('<|Options|>') }),
      fixed: options({ startLine: line('OPTIONS') }),
    },
    {
      name: 'CSeq alone',
      text: options({ CSeq: '1826 <|options|>' }),
      findings: [{ messageId: 'cseq' }],
      fixed: options(),
    },
    {
      name: 'one finding a row of Allow, all of it mended',
      text: options({ Allow: 'INVITE, <|ack|>, x-poke, Bye' }),
      findings: [{ messageId: 'allow', data: { method: 'ack' } }],
      fixed: options({ Allow: 'INVITE, ACK, x-poke, BYE' }),
    },
  ],
});

testRule(unknownMethod, {
  good: [
    { name: 'method-wrong-case', text: options({ startLine: line('options') }) },
    { name: 'no token', text: options({ startLine: line('OPTION(S)') }) },
    { name: 'CSeq and Allow', text: options({ CSeq: '1 POKE', Allow: 'POKE' }) },
    { name: 'responses', text: response(200, 'POKE') },
    { name: 'listed', text: request('POKE'), options: { known: ['POKE'] } },
    { name: 'a placeholder', text: options({ startLine: line('{{method}}') }) },
  ],
  bad: [
    {
      name: 'one letter, in any case',
      text: options({ startLine: line('<|Invte|>'), CSeq: '1 Invte' }),
      findings: [{ messageId: 'similar', data: { suggestion: 'INVITE' }, severity: 'info' }],
      fixed: options({ startLine: line('INVITE'), CSeq: '1 INVITE' }),
    },
    {
      name: 'two letters',
      text: request('OPTI', { startLine: line('<|REGISTRE|>') }),
      findings: [{ messageId: 'similar' }],
    },
    {
      name: 'two letters of a short word',
      text: request('BYYY', { startLine: line('<|BXX|>') }),
      findings: [{ messageId: 'unknown' }],
      fixed: null,
    },
    {
      name: 'listed in another case',
      text: request('POKE', { startLine: line('<|POKE|>') }),
      options: { known: ['poke'] },
    },
  ],
});
