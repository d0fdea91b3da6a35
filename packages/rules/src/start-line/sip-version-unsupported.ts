import { defineRule, type RequestLine, type RuleContext, replaceRange, type StatusLine } from '@siplint/core';
import { invite, response } from '../examples/messages.js';

const MESSAGES = {
  request: 'Version "{version}" is not SIP/2.0, the only one there is: servers answer 505',
  response: 'Version "{version}" is not SIP/2.0, the only one there is: clients drop the response',
} as const;

export default defineRule({
  meta: {
    id: 'sip-version-unsupported',
    category: 'start-line',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Say SIP/2.0 in the start line',
    docs: {
      what:
        'The version in the start line is the literal text SIP/2.0. It is compared as text, so that SIP/2.00 is another ' +
        'version. A 505 response says SIP/2.0 as well.',
      why: 'There is no other version. A server answers 505 to a request, and a client drops such a response.',
      fixSafety: 'Unsafe: a message that was built for another version may not be one of SIP/2.0.',
      bad: [
        invite({ startLine: 'INVITE sip:bob@example.net <|SIP/7.0|>' }),
        response(200, 'INVITE', { startLine: '<|SIP/2.00|> 200 OK' }),
      ],
      good: [response(505, 'INVITE'), response(200, 'INVITE')],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '21.5.6' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    // Of "SIP/2.0200 OK" a space is missing.
    winsOver: ['status-code-invalid'],
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({ requestLine: judge, statusLine: judge }),
});

function judge({ kind, version }: RequestLine | StatusLine, context: RuleContext<typeof MESSAGES>): void {
  // Of another case is sip-version-not-uppercase.
  if (version.text === 'SIP/2.0' || version.text.toUpperCase() === 'SIP/2.0') return;
  const fix = { title: 'Write SIP/2.0', edits: [replaceRange(version, 'SIP/2.0')] };
  context.report({ messageId: kind, at: version, data: { version: version.text }, fix });
}
