import { defineRule } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isEchoedIssue } from '../shared/transaction/echo.js';

export default defineRule({
  meta: {
    id: 'call-id-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write a Call-ID as one word, or as two with "@" between',
    docs: {
      what:
        'A Call-ID is a word, or two words with one "@" between. A word holds letters, digits, quotes, brackets, braces ' +
        'and most marks, but no white space and none of , ; = & # $ ^ | @. The elements of In-Reply-To are Call-IDs.',
      why:
        'The Call-ID tells dialogs apart. A receiver that cuts it at a space or a semicolon no longer finds the call: BYE ' +
        'and ACK go unanswered.',
      bad: [
        invite({ 'Call-ID': 'a84b4c<| |>76e66710@pc33.example.com' }),
        invite({ 'Call-ID': 'a84b4c76e66710<|;|>x=1@pc33.example.com' }),
        invite({ 'Call-ID': 'a84b4c76e66710@pc33.example.com<|@|>1' }),
        invite({ 'Call-ID': '<|a84b4c76e66710@|>' }),
        invite({ 'In-Reply-To': '70710@pc33.example.com, 17320<|#|>1@pc33.example.com' }),
      ],
      good: [
        invite({ 'Call-ID': 'intmeth.word%ZK-!.*_+\'@word`~)(><:\\/"][?}{' }),
        invite({ 'In-Reply-To': '70710@pc33.example.com,17320@[2001:db8::1]' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.8' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      character: '{character} may not stand in a Call-ID: receivers cut {header} there and no longer find the call',
      wordMissing: 'Call-ID "{found}" lacks the word on one side of its "@": write word or word@word',
    },
  },
  create: () => ({
    syntax: {
      'call-id.invalid-character'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        const found = String(issue.data?.found);
        const character = found.trim() === '' ? 'White space' : found === '@' ? 'A second "@"' : `"${found}"`;
        const header = issue.field?.canonicalName ?? '';
        context.report({ messageId: 'character', at: issue, data: { character, header } });
      },
      'call-id.word-missing'(issue, context) {
        if (isEchoedIssue(issue, context)) return;
        context.report({ messageId: 'wordMissing', at: issue, data: { found: String(issue.data?.found) } });
      },
    },
  }),
});
