import { insertAt } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'uri-percent-escape-malformed',
    category: 'uri',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Follow every % in a URI by two hexadecimal digits',
    docs: {
      what:
        'In a URI of any scheme a "%" begins an escape: two hexadecimal digits in either case follow it. A "%" that means ' +
        'itself is written "%25".',
      why:
        'Parsers reject the URI, or differ on what it means: some drop the "%", some take the next two characters all the ' +
        'same. The user is then not found, or another one is.',
      fixSafety: 'Unsafe: the "%" may be the start of an escape that lost its digits.',
      bad: [
        invite({ To: '<sip:100%25<|%|>@example.net>' }),
        options({ startLine: 'OPTIONS im:bob<|%4|>g@example.net SIP/2.0' }),
      ],
      good: [
        invite({ To: '<sip:%61lice%2F%2f@example.net>' }),
        invite({ From: '"100%" <sip:alice@example.com>;tag=9fxced76sl;load=99%' }),
      ],
    },
    references: [
      { rfc: 3261, section: '19.1.2' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: { malformed: '"{found}" is no escape: two hexadecimal digits must follow a "%", which itself is "%25"' },
  },
  issues: { 'uri.percent-malformed': 'malformed' },
  fix: ({ start }) => ({ title: 'Write %25', edits: [insertAt(start + 1, '25')] }),
});
