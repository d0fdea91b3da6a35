import { type FixPlan, replaceRange, type SyntaxIssue } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'qvalue-invalid',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give q as a number from 0 to 1 with at most three decimals',
    docs: {
      what:
        'The q parameter of Contact, Accept, Accept-Encoding and Accept-Language is 0 or 1, with up to three decimals ' +
        'behind a dot: 0.5, 0. and 1.000 are right.',
      why:
        'q tells which address or format is preferred. A receiver that cannot read it takes 1 or drops the value, and the ' +
        'call forks in another order than meant.',
      fixSafety: 'Unsafe: the nearest value that the grammar has may not be what was meant.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com>;q=<|1.5|>' }),
        options({ Accept: 'application/sdp;q=<|.5|>, text/plain;<|q|>' }),
        options({ 'Accept-Language': 'en;q=<|0.1234|>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc33.example.com>;q=0.789, <sip:al@pc33.example.com>;Q=0.' }),
        options({ Accept: 'application/sdp;q=1.000', 'Accept-Encoding': 'gzip;q=0' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      invalid:
        'Parameter q of {header} is "{value}": write a number from 0 to 1 with at most three decimals, such as 0.5',
    },
    winsOver: ['contact-q-expires-misplaced'],
  },
  issues: { 'qvalue.invalid': 'invalid' },
  fix: nearest,
});

const DECIMAL = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

function nearest(issue: SyntaxIssue): FixPlan | undefined {
  const value = String(issue.data?.value);
  if (!DECIMAL.test(value)) return undefined;
  const clamped = Math.min(1, Math.max(0, Number(value)));
  const text = String(Math.round(clamped * 1000) / 1000);
  return { title: `Write ${text}`, edits: [replaceRange(issue, text)] };
}
