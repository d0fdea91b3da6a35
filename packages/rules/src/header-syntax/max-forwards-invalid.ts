import { replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'max-forwards-invalid',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give Max-Forwards as a number from 0 to 255',
    docs: {
      what: 'Max-Forwards is a decimal number from 0 to 255, in digits only. Leading zeros are legal.',
      why:
        'Every proxy counts it down and answers 483 at zero. A proxy that cannot read it rejects the request, one that ' +
        'keeps it in an octet counts down from another number.',
      fixSafety: 'Unsafe: 70 is what RFC 3261 recommends, but the number that was meant is not known.',
      bad: [invite({ 'Max-Forwards': '<|300|>' }), invite({ 'Max-Forwards': '<|-1|>' })],
      good: [invite({ 'Max-Forwards': '0068' }), invite({ 'Max-Forwards': '255' }), invite({ 'Max-Forwards': '0' })],
    },
    references: [
      { rfc: 3261, section: '20.22' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      notDigits:
        'Max-Forwards "{found}" is not a number in digits: proxies reject the request, write one from 0 to 255',
      tooLarge: 'Max-Forwards {value} is above {maximum}: proxies reject the request or count down from another number',
    },
  },
  appliesTo: { kinds: ['request'] },
  issues: { 'max-forwards.not-digits': 'notDigits', 'max-forwards.out-of-range': 'tooLarge' },
  fix: (issue) => ({ title: 'Write 70', edits: [replaceRange(issue, '70')] }),
});
