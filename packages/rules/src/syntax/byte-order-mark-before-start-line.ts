import { replaceRange } from '@siplint/core';
import { altered, file, invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'byte-order-mark-before-start-line',
    category: 'syntax',
    level: 'grammar',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Begin a message with its start line, without a byte order mark',
    docs: {
      what: 'The first octet of a message belongs to its method or to "SIP": no byte order mark (EF BB BF) stands before it.',
      why:
        'The mark is no token character. A receiver reads it as part of the method or of the version, and answers 400 or ' +
        'drops the message; a tool that sends the file sends the mark as well.',
      falsePositives:
        'At the start of a file that stores its message with LF the mark is only information: the tool that reads the file ' +
        'may drop it.',
      fixSafety: 'Safe: only the mark is deleted.',
      bad: [
        altered(options(), (text) => `<|\uFEFF|>${text}`, { isRaw: true }),
        altered(options(), (text) => `<|\uFEFF|>${text.replaceAll('\r\n', '\n')}`, { isRaw: true }),
      ],
      good: [options(), file('\r\n\r\n', options()), invite({ Subject: '\uFEFF lunch' })],
    },
    references: [
      { rfc: 3261, section: '7' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      mark: 'Byte order mark before the start line: receivers read it as part of the first word and reject the message',
      textForm: 'Byte order mark at the start of the file: a tool that sends the file puts it before the start line',
    },
  },
  issues: {
    'frame.byte-order-mark': 'mark',
    'frame.byte-order-mark-text-form': { messageId: 'textForm', ceiling: 'info' },
  },
  fix: (issue) => ({ title: 'Delete the byte order mark', edits: [replaceRange(issue, '')] }),
});
