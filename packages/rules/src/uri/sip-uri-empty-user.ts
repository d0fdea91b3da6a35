import { replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'sip-uri-empty-user',
    category: 'uri',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put a user before the @ of a SIP URI',
    docs: {
      what: 'In a SIP or SIPS URI an "@" has a user part before it that is not empty. A password alone is not enough.',
      why:
        'Nobody can be meant by an empty user part: parsers reject the URI, or look an empty name up. It is usually a ' +
        'template whose user was not filled in.',
      fixSafety: 'Unsafe: without the "@" the URI means the host itself, which may not be what was meant.',
      bad: [
        invite({ To: '<sip:<|@|>example.net>' }),
        options({ startLine: 'OPTIONS sip:<|:secret@|>example.net SIP/2.0', To: '<sip:example.net>' }),
      ],
      good: [invite({ To: '<sip:example.net>' }), invite({ To: '<sip:%20@example.net>' })],
    },
    references: [
      { rfc: 3261, section: '19.1.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      empty: 'No user stands before the "@": parsers reject the URI, write the user or leave the "@" out',
    },
  },
  issues: { 'sip-uri.user-empty': 'empty' },
  fix: (issue) => ({ title: 'Remove the "@"', edits: [replaceRange(issue, '')] }),
});
