import { options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'timestamp-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give Timestamp as a decimal number of seconds, with an optional delay',
    docs: {
      what:
        'Timestamp is digits with an optional fraction, and behind white space an optional delay, which is a decimal number ' +
        'too.',
      why:
        'A server copies it into the response, and the client works out the round-trip time from it. A value that is no ' +
        'number cannot be used or gets the request rejected.',
      bad: [options({ Timestamp: '<|12:30:05|>' }), options({ Timestamp: '<|54.21 fast|>' })],
      good: [options({ Timestamp: '54.21 0.3' }), options({ Timestamp: '54. .3' }), options({ Timestamp: '0' })],
    },
    references: [
      { rfc: 3261, section: '20.38' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: { malformed: 'Timestamp "{found}" is not one or two decimal numbers such as "54.21" or "54.21 0.3"' },
  },
  issues: { 'timestamp.malformed': 'malformed' },
});
