import { type FixPlan, replaceRange, type SyntaxIssue } from '@siplint/core';
import { register, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'delta-seconds-invalid',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give an expiry as a number of seconds below 2**32',
    docs: {
      what:
        'Expires, Min-Expires and the expires parameter of a Contact are decimal digits and at most 4294967295. The dates ' +
        'of RFC 2543 are no longer allowed.',
      why:
        'A receiver that cannot read the number rejects the request, or takes a value of its own: a registration or a ' +
        'subscription ends earlier than its owner thinks, and calls go astray.',
      falsePositives:
        'The expires parameter of a Contact is a warning at most: receivers have to read a malformed one as 3600.',
      fixSafety: 'Unsafe: the largest number is what receivers make of it, but hardly what was meant.',
      bad: [
        register({ Expires: '<|1000000000000000000000000|>' }),
        register({ Expires: '<|Thu, 01 Dec 2040 16:00:00 GMT|>' }),
        register({ Contact: '<sip:alice@pc33.example.com>;expires=<|4294967296|>' }),
        register({ Contact: '<sip:alice@pc33.example.com>;expires=<|1h|>' }),
        register({ Contact: '<sip:alice@pc33.example.com>;<|expires|>' }),
        response(423, 'REGISTER', { 'Min-Expires': '<|-60|>' }),
      ],
      good: [
        register({ Contact: '<sip:alice@pc33.example.com>;expires=3600', Expires: '4294967295' }),
        register({ Contact: '<sip:alice@pc33.example.com;expires=x>', Expires: '0007200' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.19' },
      { rfc: 3261, section: '20.23' },
      { rfc: 3261, section: '10.2' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notDigits: '{header} "{found}" is no number of seconds: receivers reject it or take a value of their own',
      tooLarge: '{header} {value} is above {maximum}: receivers reject it, or take the largest number they know',
      contactNotDigits: 'Contact expires "{value}" is no number of seconds: registrars read 3600 instead',
      contactTooLarge: 'Contact expires {value} is above {maximum}: registrars take the largest number they know',
    },
    winsOver: ['contact-q-expires-misplaced'],
  },
  issues: {
    'delta-seconds.not-digits': 'notDigits',
    'delta-seconds.too-large': 'tooLarge',
    'contact-expires.malformed': { messageId: 'contactNotDigits', ceiling: 'warning', ceilingAlways: true },
    'contact-expires.too-large': { messageId: 'contactTooLarge', ceiling: 'warning', ceilingAlways: true },
  },
  fix: clamped,
});

function clamped(issue: SyntaxIssue): FixPlan | undefined {
  const maximum = issue.data?.maximum;
  if (maximum === undefined) return undefined;
  return { title: `Write ${maximum}`, edits: [replaceRange(issue, String(maximum))] };
}
