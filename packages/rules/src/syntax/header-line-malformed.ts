import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'header-line-malformed',
    category: 'syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write each header line as a name, a colon and a value',
    docs: {
      what:
        'Each line of the header section is a field name, a colon and a value, or begins with white space and so continues ' +
        'the value of the line before.',
      why:
        'A receiver cannot tell what the line is. Many answer 400 to the whole request; others skip the line, so that what ' +
        'it was meant to say is lost.',
      falsePositives: 'A value that was wrapped by an editor or a mail program: begin its second line with a space.',
      bad: [invite({ rows: ['<|Subject lunch|>'] })],
      good: [
        invite({ rows: ['Subject: lunch'] }),
        invite({ rows: ['Subject: lunch\r\n today'] }),
        invite({ rows: ['Subject\t : lunch'] }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      colonMissing:
        '"{line}" is no header field: no colon follows a name, and no space before it continues the line above',
    },
  },
  issues: { 'frame.line-without-colon': 'colonMissing' },
});
