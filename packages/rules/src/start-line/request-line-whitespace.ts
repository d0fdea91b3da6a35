import { type Edit, type FixPlan, replaceRange, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'request-line-whitespace',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Divide the words of a request line by one space each',
    docs: {
      what:
        'Method, Request-URI and version are divided by exactly one space each: no tab, no second space, and no white space ' +
        'at the start or the end of the line.',
      why:
        'Parsers split the line at single spaces. A second one gives an empty Request-URI, one at the end another version, ' +
        'and the request is answered 400 or 505 or dropped.',
      fixSafety: 'Safe: the words stay as they are.',
      bad: [
        options({ startLine: 'OPTIONS<|  |>sip:bob@example.net SIP/2.0' }),
        options({ startLine: 'OPTIONS sip:bob@example.net<|\t|>SIP/2.0' }),
        options({ startLine: 'OPTIONS sip:bob@example.net SIP/2.0<| |>' }),
      ],
      good: [options(), options({ startLine: 'OPTIONS sip:bob%20b@example.net SIP/2.0' })],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      whiteSpace:
        'White space that splits the request line wrongly: one space each stands between method, Request-URI and version',
    },
  },
  issues: { 'request-line.white-space': 'whiteSpace' },
  fix: oneSpaceEach,
});

function oneSpaceEach(_issue: SyntaxIssue, { startLine }: SipMessage): FixPlan | undefined {
  if (startLine.kind !== 'request') return undefined;
  const { start, end, method, requestUri, version } = startLine;
  const edits: Edit[] = [
    replaceRange({ start: method.end, end: requestUri.start }, ' '),
    replaceRange({ start: requestUri.end, end: version.start }, ' '),
  ];
  if (start < method.start) edits.push(replaceRange({ start, end: method.start }, ''));
  if (version.end < end) edits.push(replaceRange({ start: version.end, end }, ''));
  return { title: 'Write one space between the words', edits };
}
