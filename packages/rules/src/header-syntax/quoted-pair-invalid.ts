import type { FixPlan, SyntaxIssue } from '@siplint/core';
import { defineRule, replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'quoted-pair-invalid',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Escape nothing but ASCII characters with a backslash',
    docs: {
      what:
        'Inside a quoted string or a comment a backslash stands before one ASCII character other than CR and LF. ' +
        'Characters of UTF-8 and the end of a line cannot be escaped.',
      why:
        'The backslash takes one octet: of a UTF-8 character it tears off the first, and of a folded line the CR, which is ' +
        'the end of the header field for some parsers. Names come out garbled or the message is rejected.',
      fixSafety: 'Safe: a character of UTF-8 stands for itself in a quoted string.',
      bad: [
        invite({ From: '"Ann<|\\ë|>" <sip:alice@example.com>;tag=9fxced76sl' }),
        invite({ From: '"Ann <|\\|>\r\n B." <sip:alice@example.com>;tag=9fxced76sl' }),
      ],
      good: [
        invite({ From: '"Ann\\\\ \\"A\\" ë" <sip:alice@example.com>;tag=9fxced76sl' }),
        invite({ Subject: 'a \\ë', 'Call-ID': 'a\\b@pc33.example.com', 'User-Agent': 'Phone/1.0 (a \\) b)' }),
      ],
    },
    references: [{ rfc: 3261, section: '25.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      wide: 'The backslash before "{character}" escapes only its first octet: write the character without it',
      fold: 'A backslash stands at the end of a folded line: it cannot escape a line end, write it twice or take it out',
    },
  },
  create: () => ({
    syntax: {
      'quoted-pair.invalid'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const character = String(issue.data?.found).slice(1);
        if (character === '\r' || character === '\n') {
          context.report({ messageId: 'fold', at: { start: issue.start, end: issue.start + 1 } });
        } else context.report({ messageId: 'wide', at: issue, data: { character }, fix: withoutBackslash(issue) });
      },
    },
  }),
});

function withoutBackslash({ start }: SyntaxIssue): FixPlan {
  return { title: 'Delete the backslash', edits: [replaceRange({ start, end: start + 1 }, '')] };
}
