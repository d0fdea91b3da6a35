import { type FixPlan, insertAt, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { altered, file, line, options, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { lineTerminatorOf } from '../shared/message/line-ends.js';

export default defineSyntaxRule({
  meta: {
    id: 'missing-header-body-separator',
    category: 'syntax',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Close the header section with an empty line',
    docs: {
      what: 'An empty line stands behind the last header field, whether or not a body follows.',
      why:
        'Until the empty line comes a receiver is inside the header section: on a stream it waits for more, and in a ' +
        'datagram it drops the message or reads the body as header fields.',
      falsePositives: 'A file that was cut off on purpose, such as an excerpt for a document.',
      fixSafety: 'Safe: only the empty line is added.',
      bad: [
        altered(
          response(200, 'BYE'),
          (text) => text.replace('Content-Length: 0\r\n\r\n', '<|Content-Length: 0|>\r\n'),
          {
            isRaw: true,
          },
        ),
        altered(
          options({ body: 'lunch at noon\r\n', 'Content-Type': 'text/plain' }),
          (text) => text.replace('Content-Length: 15\r\n\r\n', '<|Content-Length: 15|>\r\n'),
          { isRaw: true },
        ),
      ],
      good: [response(200, 'BYE'), file(response(200, 'BYE'), line('---'), options())],
    },
    references: [
      { rfc: 3261, section: '7' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      end: 'Header section ends without an empty line: a receiver still waits for header fields',
      body: 'No empty line follows this line, and what comes next is no header field: receivers read it as a malformed one',
    },
  },
  issues: { 'frame.separator-missing': 'end', 'frame.body-without-separator': 'body' },
  fix: addEmptyLine,
});

function addEmptyLine(_issue: SyntaxIssue, message: SipMessage): FixPlan {
  const { text, headerEnd: at } = message;
  const terminator = lineTerminatorOf(message);
  // The end of the file may have cut off the last line's own terminator.
  const isLineStart = text[at - 1] === '\n' || text[at - 1] === '\r';
  return { title: 'Add the empty line', edits: [insertAt(at, isLineStart ? terminator : terminator + terminator)] };
}
