import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'tag-value-malformed',
    category: 'from-to',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give a tag as a token',
    docs: {
      what: 'The tag parameter of From and To has a value, which is a token: no quotes, no white space, no separators.',
      why:
        'Peers compare tags to find the dialog. A quoted or broken tag is read in one way here and in another there, and ' +
        'requests within the dialog are answered 481.',
      bad: [
        invite({ From: '<sip:alice@example.com>;tag=<|"1928 301774"|>' }),
        invite({ From: '<sip:alice@example.com>;<|tag=|>' }),
        invite({ From: '<sip:alice@example.com>;tag=<|1928@301774|>' }),
      ],
      good: [
        invite({ From: '<sip:alice@example.com>;tag=1928.301774-a' }),
        invite({ From: "<sip:alice@example.com> ; tag = %~!*_+`'" }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.3' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      missing: 'Tag of {header} has no value: peers cannot find the dialog by it',
      malformed: 'Tag {value} of {header} is not a token: write letters, digits and - . ! % * _ + only, without quotes',
    },
  },
  issues: { 'tag.missing': 'missing', 'tag.malformed': 'malformed' },
});
