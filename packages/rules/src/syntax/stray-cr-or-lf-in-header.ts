import { altered, invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'stray-cr-or-lf-in-header',
    category: 'syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write CR in a header line only as part of its CRLF',
    docs: {
      what:
        'Inside the start line and the header fields CR stands only in the CRLF that ends a line or, with white space behind ' +
        'it, folds a value. A backslash does not make it legal.',
      why:
        'Some receivers end the line at the CR, so that the rest of the value becomes a header field of its own; others ' +
        'reject the message. That is also how header fields are smuggled into a message.',
      falsePositives:
        'A CR ends lines in a file that has no LF at all, and is not reported there. A line that ends in CR CR LF, as tools ' +
        'that convert line ends twice write it, leaves the value whole and is a warning.',
      bad: [
        altered(invite(), (text) => text.replace('Supported:', 'Subject: lunch<|\r|>today\r\nSupported:'), {
          isRaw: true,
        }),
        altered(options(), (text) => text.replace('Max-Forwards: 70', '$&<|\r|>'), { isRaw: true }),
      ],
      good: [
        invite({ Subject: 'lunch\r\n today' }),
        altered(options(), (text) => text.replaceAll('\r\n', '\r'), { isRaw: true }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '7.2' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      stray: 'CR without LF inside a header line: some receivers end the line here, others reject the message',
      doubled:
        'Line ends in CR CR LF ({count} in this message): most receivers drop the extra CR, others reject the message',
    },
  },
  issues: {
    'frame.stray-cr': 'stray',
    'frame.doubled-cr': { messageId: 'doubled', ceiling: 'warning' },
  },
});
