import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'reply-to-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Name one address in Reply-To',
    docs: {
      what: 'Reply-To is exactly one address with optional parameters; a list of addresses, as mail has it, is not allowed.',
      why: 'A receiver rejects the message or answers to one of the addresses only, and which is its choice.',
      bad: [invite({ 'Reply-To': '<sip:alice@example.com><|, <sip:al@example.com>|>' })],
      good: [
        invite({ 'Reply-To': 'Alice <sip:alice@example.com>;x=1' }),
        invite({ 'Reply-To': '"A, B" <sip:a,b@example.com>' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.31' },
      { rfc: 3261, section: '25.1' },
    ],
    since: '0.1.0',
    messages: {
      list: 'Reply-To holds more than one address: only one may stand there, receivers take the first or none',
    },
  },
  issues: { 'reply-to.list': 'list' },
});
