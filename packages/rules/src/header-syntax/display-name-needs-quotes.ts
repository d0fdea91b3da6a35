import { replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'display-name-needs-quotes',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Quote a display name that is more than plain words',
    docs: {
      what:
        'A display name without quotes consists of tokens with white space between them: letters and digits of ASCII and ' +
        "- . ! % * _ + ` ' ~. Any other character, such as a comma, a parenthesis, @ or a letter of UTF-8, needs quotes.",
      why:
        'A comma starts the next address of a list, "(" or a letter of UTF-8 is no token: receivers reject the message or ' +
        'show half of the name and lose the address.',
      fixSafety: 'Safe: the name keeps its characters; quotes and backslashes in it are escaped.',
      bad: [
        invite({ From: '<|Bell, Alexander|> <sip:alice@example.com>;tag=9fxced76sl' }),
        invite({ To: '<|Bob (Büro)|> <sip:bob@example.net>' }),
        invite({ Contact: '<|"Alice" A.|> <sip:alice@pc33.example.com>' }),
      ],
      good: [
        invite({ From: '"Bell, Alexander" <sip:alice@example.com>;tag=9fxced76sl' }),
        invite({ From: "A. Bell-O'Hara 100% `x` ~+*! <sip:alice@example.com>;tag=9fxced76sl" }),
        invite({ Contact: 'Alice <sip:alice@pc33.example.com>, Al <sip:al@pc33.example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.10' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      unquoted:
        'Display name {found} in {header} holds characters that only quotes allow: put the whole name in quotes',
    },
  },
  issues: { 'display-name.quotes-needed': 'unquoted' },
  fix: (issue) => {
    const name = String(issue.data?.found).replace(/["\\]/g, '\\$&');
    return { title: 'Put the display name in quotes', edits: [replaceRange(issue, `"${name}"`)] };
  },
});
