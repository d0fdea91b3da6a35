import { testRule } from '@siplint/core/testing';
import malformed from '../../src/cseq/cseq-malformed.js';
import methodMismatch from '../../src/cseq/cseq-method-mismatch.js';
import outOfRange from '../../src/cseq/cseq-number-out-of-range.js';
import { ack, bye, cancel, file, invite, ok, options, response } from '../../src/examples/messages.js';

const cseq = (value: string) => options({ CSeq: value });

testRule(malformed, {
  good: [
    { name: 'zeros, tabs, folds', text: cseq('0009\t\r\n OPTIONS') },
    { name: 'too large', text: cseq('99999999999999999999 OPTIONS') },
    { name: 'wrong case', text: cseq('1 options') },
    { name: 'odd methods', text: cseq("1 -.!%*_+`'~") },
    { name: 'placeholders', text: cseq('{{n}} {{method}}') },
  ],
  bad: [
    {
      name: 'reversed',
      text: cseq('<|OPTIONS  1826|>'),
      findings: [{ messageId: 'numberMissing', severity: 'error' }],
      fixed: cseq('1826 OPTIONS'),
    },
    { name: 'no number', text: cseq('<|OPTIONS|>'), fixed: null },
    { name: 'a sign', text: cseq('<|-1 OPTIONS|>'), fixed: null },
    { name: 'no white space', text: cseq('<|1OPTIONS|>'), findings: [{ messageId: 'methodMissing' }], fixed: null },
    { name: 'a comma', text: cseq('1 OPTIONS<|, 2 BYE|>'), findings: [{ messageId: 'trailingText' }], fixed: null },
    { name: 'a response', text: ok('OPTIONS', { CSeq: '<|OPTIONS 1826|>' }) },
  ],
});

testRule(outOfRange, {
  good: [
    { name: 'just below the limit of a dialog', text: bye({ CSeq: '4294967295 BYE' }) },
    { name: 'just below the limit at first', text: cseq('2147483647 OPTIONS') },
    { name: 'a response', text: ok('OPTIONS', { CSeq: '4294967295 OPTIONS' }) },
    { name: 'leading zeros', text: cseq('00000000000000000000000000000001 OPTIONS') },
    { name: 'a To that did not parse', text: options({ CSeq: '2147483648 OPTIONS', To: '<sip:bob' }) },
    { name: 'a placeholder', text: cseq('9{{n}}9999999999 OPTIONS') },
  ],
  bad: [
    {
      name: 'above 32 bits in a dialog',
      text: bye({ CSeq: '<|4294967296|> BYE' }),
      findings: [{ messageId: 'tooLarge', severity: 'error' }],
    },
    {
      name: 'above 31 bits outside a dialog',
      text: cseq('<|2147483648|> OPTIONS'),
      findings: [{ messageId: 'tooLargeAtFirst' }],
    },
    {
      name: 'the request, not the response that repeats it',
      text: file(cseq('<|4294967296|> OPTIONS'), ok('OPTIONS', { CSeq: '4294967296 OPTIONS' })),
    },
    {
      name: 'once a call, whatever repeats the number',
      text: file(
        invite({ CSeq: '<|4294967296|> INVITE' }),
        invite({ CSeq: '4294967296 INVITE' }),
        cancel({ CSeq: '4294967296 CANCEL' }),
      ),
    },
    { name: 'hundreds of digits', text: cseq(`<|${'9'.repeat(400)}|> OPTIONS`) },
  ],
});

testRule(methodMismatch, {
  good: [
    { name: 'ACK', text: ack() },
    { name: 'CANCEL', text: cancel() },
    { name: 'case only', text: cseq('1 Options') },
    { name: 'a CSeq that did not parse', text: cseq('1 INVITE;x') },
    { name: 'no CSeq', text: options({ CSeq: null }) },
    {
      name: 'a start line whose method is no token',
      text: options({ startLine: 'OPT(IONS) sip:a@example.com SIP/2.0' }),
    },
    { name: 'responses', text: response(487, 'INVITE') },
    { name: 'a placeholder', text: cseq('1 {{method}}') },
  ],
  bad: [
    { name: 'CANCEL', text: cancel({ CSeq: '314159 <|INVITE|>' }), findings: [{ severity: 'error' }], fixed: cancel() },
    {
      name: 'case of an extension method',
      text: options({ startLine: 'POKE sip:a@example.com SIP/2.0', CSeq: '1 <|poke|>' }),
      fixed: null,
    },
    { name: 'only the first row', text: options({ CSeq: ['1 <|BYE|>', '1 INVITE'] }) },
  ],
});
