import {
  defineRule,
  type FixPlan,
  insertAt,
  type MediaTypeValue,
  type Range,
  type RuleContext,
  type SipMessage,
  type SyntaxIssue,
} from '@siplint/core';
import { invite } from '../examples/messages.js';
import { multipart, multipartBody } from '../examples/multipart.js';
import { withContentLength } from '../shared/message/content-length.js';
import { isBodyCut } from '../shared/message/cut-body.js';

const BODY = '--b:1\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b:1--\r\n';

const messages = {
  missing: 'Multipart type has no boundary parameter: the receiver cannot divide the body into its parts',
  malformed:
    'Boundary "{boundary}" is not 1 to 70 characters that a boundary can have: receivers may not find the parts',
  noDelimiter: 'No line of the body is "--{boundary}": the receiver finds no part in it',
} as const;

export default defineRule({
  meta: {
    id: 'multipart-boundary-missing',
    category: 'content',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give a multipart body its boundary',
    docs: {
      what:
        'A multipart Content-Type has a boundary parameter of 1 to 70 characters (letters, digits, blanks not at the end, ' +
        "and ' ( ) + _ , - . / : = ?), in double quotes if it is no token, and at least one line of the body is that " +
        'boundary behind two hyphens.',
      why:
        'The boundary is what divides the body. Without it the receiver finds no session description in the body, ' +
        'and answers 400 or sets up no media.',
      fixSafety: 'Unsafe: the boundary is taken from the first line of the body that looks like a delimiter.',
      bad: [
        invite({ 'Content-Type': '<|multipart/mixed|>', body: BODY }),
        invite({ 'Content-Type': 'multipart/mixed;<|boundary="b*1"|>', body: BODY.replaceAll('b:1', 'b*1') }),
        invite({ 'Content-Type': 'multipart/mixed;<|boundary=b2|>', body: BODY }),
        multipart({ 'Content-Type': '<|multipart/alternative|>' }, 'hi'),
      ],
      good: [
        invite({ 'Content-Type': 'multipart/mixed; boundary="b:1"', body: BODY }),
        multipartBody('A preamble.\r\n--b1 \t\r\n\r\nhi\r\n--b1--\r\nAn epilogue.\r\n'),
      ],
    },
    references: [
      { rfc: 3261, section: '7.4.1' },
      { rfc: 2046, section: '5.1.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages,
  },
  create: () => ({
    syntax: {
      'mime.multipart.boundary-missing'(issue, context) {
        const type = issue.part?.mediaType;
        context.report({
          messageId: 'missing',
          at: type ? essenceOf(type) : issue,
          fix: addBoundary(issue, type, context.message),
        });
      },
      'mime.multipart.boundary-malformed': (issue, context) =>
        context.report({ messageId: 'malformed', at: issue, data: { boundary: String(issue.data?.boundary) } }),
      'mime.multipart.delimiter-missing': reportNoDelimiter,
    },
  }),
});

function reportNoDelimiter(issue: SyntaxIssue, context: RuleContext<typeof messages>): void {
  if (isBodyCut(context.message)) return;
  context.report({ messageId: 'noDelimiter', at: issue, data: { boundary: String(issue.data?.boundary) } });
}

function essenceOf({ type, subtype }: MediaTypeValue): Range {
  return { start: type.start, end: subtype.end };
}

function addBoundary(
  { data }: SyntaxIssue,
  type: MediaTypeValue | undefined,
  message: SipMessage,
): FixPlan | undefined {
  const found = String(data?.found ?? '');
  if (!type || found === '') return undefined;
  const isToken = /^[-.!%*_+`'~\w]+$/.test(found);
  const param = `;boundary=${isToken ? found : `"${found}"`}`;
  return { title: `Add ${param.slice(1)}`, edits: withContentLength(insertAt(type.end, param), message) };
}
