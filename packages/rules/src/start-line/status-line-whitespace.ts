import { type Edit, type FixPlan, insertAt, replaceRange, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'status-line-whitespace',
    category: 'start-line',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Divide version, status code and reason phrase by one space each',
    docs: {
      what:
        'One space each stands between version and status code and between status code and reason phrase, the second one ' +
        'also before an empty phrase. Within the phrase and at its end white space is free.',
      why:
        'Parsers split the line at its first two spaces. They read the status code as 0 where a second space stands before ' +
        'it, and drop the response where one is missing.',
      falsePositives:
        'Editors take away a space at the end of a line, so that the status line of a stored message may lack the last one.',
      fixSafety: 'Safe: version, code and phrase stay as they are.',
      bad: [
        response(200, 'BYE', { startLine: 'SIP/2.0<|  |>200 OK' }),
        response(200, 'BYE', { startLine: 'SIP/2.0 200<|\t|>OK' }),
        response(100, 'INVITE', { startLine: 'SIP/2.0 <|100|>' }),
      ],
      good: [
        response(100, 'INVITE', { startLine: 'SIP/2.0 100 ' }),
        response(100, 'INVITE', { startLine: 'SIP/2.0 100  Trying\t hard ' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.2' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      whiteSpace: 'Status line is not divided by single spaces: one stands before the status code, one behind it',
      lastSpace: 'No space follows the status code: it is needed even where the reason phrase is empty',
    },
  },
  issues: {
    'status-line.white-space': 'whiteSpace',
    'status-line.last-space-missing': { messageId: 'lastSpace', ceiling: 'warning' },
  },
  fix: oneSpaceEach,
});

function oneSpaceEach(_issue: SyntaxIssue, { startLine, text }: SipMessage): FixPlan | undefined {
  if (startLine.kind !== 'response') return undefined;
  const { start, end, version, code } = startLine;
  const edits: Edit[] = [replaceRange({ start: version.end, end: code.start }, ' ')];
  if (start < version.start) edits.push(replaceRange({ start, end: version.start }, ''));
  const behind = code.end < end ? text[code.end] : undefined;
  if (behind === '\t') edits.push(replaceRange({ start: code.end, end: code.end + 1 }, ' '));
  else if (behind !== ' ') edits.push(insertAt(code.end, ' '));
  return { title: 'Write one space before and behind the status code', edits };
}
