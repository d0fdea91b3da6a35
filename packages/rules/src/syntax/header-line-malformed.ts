import { defineRule } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { continueLine, cutAbove } from '../shared/message/cut-value.js';

export default defineRule({
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
      fixSafety: 'Unsafe: that the line belongs to the value above it is a guess.',
      bad: [
        invite({ rows: ['<|Subject lunch|>'] }),
        invite({ Contact: '<sip:alice@192.0.2.4>\r\n<|;transport=udp|>' }),
      ],
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
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      colonMissing:
        '"{line}" is no header field: no colon follows a name, and no space before it continues the line above',
      spaceMissing:
        '"{line}" continues {header} above without a space before it: receivers reject the message or lose this part, begin the line with a space',
    },
  },
  create: () => ({
    syntax: {
      'frame.line-without-colon'(issue, context) {
        const line = String(issue.data?.line);
        const above = cutAbove(context.message, issue);
        if (above) {
          const data = { line, header: above.canonicalName };
          context.report({ messageId: 'spaceMissing', at: issue, data, fix: continueLine(issue) });
        } else context.report({ messageId: 'colonMissing', at: issue, data: { line } });
      },
    },
  }),
});
