import { type BodyPart, defineRule, type FixPlan, insertAt, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { multipartBody } from '../examples/multipart.js';
import { withContentLength } from '../shared/message/content-length.js';
import { isBodyCut } from '../shared/message/cut-body.js';
import { lineTerminatorOf } from '../shared/message/line-ends.js';

const PART = 'Content-Type: text/plain\r\n\r\nhi\r\n';
const NESTED = 'Content-Type: multipart/alternative;boundary=b2\r\n\r\n';

export default defineRule({
  meta: {
    id: 'multipart-not-closed',
    category: 'content',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Close a multipart body with its boundary and two hyphens',
    docs: {
      what:
        'Behind the last part of a multipart body, nested ones included, stands a line of two hyphens, the boundary ' +
        'and two more hyphens.',
      why:
        'Without that line the receiver takes the body for one that was cut off, or the last line for content of the ' +
        'last part. Strict receivers answer 400 to the whole request.',
      falsePositives: 'Not reported where Content-Length shows that the end of the body is missing.',
      fixSafety: 'Unsafe: what stands behind the last delimiter becomes the last part, which may not be complete.',
      bad: [
        multipartBody(`--b1\r\n${PART}<|--b1-|>\r\n`),
        multipartBody(`<|--b1|>\r\n${PART}`),
        multipartBody(`--b1\r\n${PART}<|--b1|>\r\n`),
        multipartBody(`--b1\r\n${NESTED}<|--b2|>\r\n${PART}--b1--\r\n`),
      ],
      good: [
        multipartBody(`--b1\r\n${PART}--b1--\r\n`),
        multipartBody(`--b1\r\n${PART}--b1-- \t\r\n--b1 is no delimiter any more\r\n`),
        multipartBody(`--b1\r\n${NESTED}--b2\r\n${PART}--b2--\r\n--b1--`),
      ],
    },
    references: [
      { rfc: 3261, section: '7.4.1' },
      { rfc: 2046, section: '5.1.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      incomplete: 'Line "{found}" was meant to close the multipart body, but "--{boundary}--" is what does',
      missing: 'No line "--{boundary}--" closes the multipart body behind this part: a receiver takes it for cut off',
    },
  },
  create: () => ({
    syntax: {
      'mime.multipart.not-closed'(issue, context) {
        const { message } = context;
        if (isBodyCut(message)) return;
        const boundary = String(issue.data?.boundary);
        const found = String(issue.data?.found);
        const isMeantToClose = issue.part?.multipart?.closeDelimiter !== undefined;
        const fix = isMeantToClose ? completed(issue, message) : issue.part && appended(issue.part, boundary, message);
        if (isMeantToClose) context.report({ messageId: 'incomplete', at: issue, data: { found, boundary }, fix });
        else context.report({ messageId: 'missing', at: issue, data: { boundary }, fix });
      },
    },
  }),
});

/** Adds the hyphens that the line lacks. */
function completed({ data, end }: SyntaxIssue, message: SipMessage): FixPlan {
  const closing = `--${String(data?.boundary).trimEnd()}--`;
  const hyphens = closing.slice(String(data?.found).length);
  return { title: 'Complete the closing delimiter', edits: withContentLength(insertAt(end, hyphens), message) };
}

/** Adds the line behind the last part. */
function appended(part: BodyPart, boundary: string, message: SipMessage): FixPlan {
  const { text } = message;
  const terminator = lineTerminatorOf(message);
  const at = part.contentEnd;
  const isBehindLineEnd = text[at - 1] === '\n' || text[at - 1] === '\r';
  // Behind an inner multipart follows the line end of the outer delimiter.
  const line = `${isBehindLineEnd ? '' : terminator}--${boundary.trimEnd()}--${part.parent ? '' : terminator}`;
  return { title: 'Append the closing delimiter', edits: withContentLength(insertAt(at, line), message) };
}
