import { type FixPlan, insertAt, type SyntaxIssue } from '@siplint/core';
import { invite, ok, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'comment-unbalanced',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Close every comment',
    docs: {
      what:
        'In Server, User-Agent and Retry-After parentheses enclose comments. They nest, and each is closed; one behind a ' +
        'backslash does not count. In other header fields parentheses are plain characters.',
      why:
        'A parser reads the comment to the end of the header field and misses what stands behind it, such as the ' +
        'duration of a Retry-After, or rejects the field.',
      falsePositives: 'Nobody parses Server and User-Agent, so there it is an info at most.',
      fixSafety: 'Unsafe: where the comment was to end is a guess.',
      bad: [
        response(503, 'INVITE', { 'Retry-After': '120 <|(in a meeting|>' }),
        response(503, 'INVITE', { 'Retry-After': '120 <|) in a meeting|>' }),
        invite({ 'User-Agent': 'Phone/1.0 <|(Linux (x86)|>' }),
      ],
      good: [
        response(503, 'INVITE', { 'Retry-After': '120 (in a meeting (long\\) one))' }),
        ok('OPTIONS', { Server: 'Proxy/2.1 (Linux (x86)) Module/3', Subject: ':-)' }),
      ],
    },
    references: [
      { rfc: 3261, section: '25.1' },
      { rfc: 3261, section: '20.33' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      open: 'The comment {found} in {header} is never closed: what stands behind "(" is read as part of it',
      closed: '{header} closes a comment that no "(" opened: delete the ")" or open the comment before it',
    },
  },
  issues: {
    'comment.unbalanced': (issue) => ({
      messageId: isOpen(issue) ? 'open' : 'closed',
      ceiling: issue.field?.canonicalName === 'Retry-After' ? undefined : 'info',
    }),
  },
  fix: (issue) => (isOpen(issue) ? closing(String(issue.data?.found), issue) : undefined),
});

function isOpen({ data }: SyntaxIssue): boolean {
  return String(data?.found).startsWith('(');
}

function closing(comment: string, { end }: SyntaxIssue): FixPlan | undefined {
  let depth = 0;
  for (let at = 0; at < comment.length; at++) {
    const character = comment[at];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '\\') at++;
    // A ")" behind it would be escaped.
    if (at === comment.length) return undefined;
  }
  return { title: 'Close the comment', edits: [insertAt(end, ')'.repeat(depth))] };
}
