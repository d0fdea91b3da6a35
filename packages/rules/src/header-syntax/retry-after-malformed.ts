import { response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'retry-after-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give Retry-After as a number of seconds',
    docs: {
      what:
        'Retry-After is a number of seconds in digits, an optional comment in parentheses, and parameters, of which ' +
        'duration is digits too. The dates of HTTP are not allowed.',
      why: 'A client that cannot read it tries again at once, which is what an overloaded server wanted to avoid, or never.',
      bad: [
        response(503, 'INVITE', { 'Retry-After': '<|Sat, 13 Nov 2010 23:29:00 GMT|>' }),
        response(503, 'INVITE', { 'Retry-After': '120 <|seconds|>' }),
        response(503, 'INVITE', { 'Retry-After': '120;duration=<|1h|>' }),
      ],
      good: [
        response(503, 'INVITE', { 'Retry-After': '18000 (in a meeting) ; duration = 3600 ; x="1"' }),
        response(500, 'INVITE', { 'Retry-After': '0' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.33' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      notDigits: 'Retry-After "{found}" does not begin with a number of seconds: clients try again at once or never',
      trailing: '"{found}" stands behind the seconds of Retry-After: only a comment in () or parameters with ";" may',
      duration: 'Parameter duration of Retry-After is "{value}", not a number of seconds in digits',
    },
  },
  appliesTo: { kinds: ['response'] },
  issues: {
    'retry-after.not-digits': 'notDigits',
    'retry-after.trailing-text': 'trailing',
    'retry-after.duration-malformed': 'duration',
  },
});
