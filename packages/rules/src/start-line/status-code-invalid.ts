import { response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'status-code-invalid',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give every response a status code of three digits from 100 to 699',
    docs: {
      what: 'The status code is exactly three digits, the first of which is 1 to 6.',
      why:
        'The first digit tells whether the response is provisional, a success or a failure. Without it a client cannot end ' +
        'the transaction, and a number that is too large overflows.',
      bad: [
        response(500, 'BYE', { startLine: 'SIP/2.0 <|4294967301|> better not break the receiver' }),
        response(500, 'BYE', { startLine: 'SIP/2.0 <|700|> Busy' }),
        response(500, 'BYE', { startLine: 'SIP/2.0 <|OK|>' }),
      ],
      good: [response(486, 'INVITE'), response(606, 'INVITE')],
    },
    references: [
      { rfc: 3261, section: '7.2' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      invalid: 'Status code "{code}" is not three digits from 100 to 699: the client cannot tell success from failure',
    },
  },
  issues: { 'status-code.invalid': 'invalid' },
});
