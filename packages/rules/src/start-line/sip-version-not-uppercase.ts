import { defineRule, type RequestLine, type RuleContext, replaceRange, type StatusLine } from '@siplint/core';
import { invite, response } from '../examples/messages.js';

const MESSAGES = {
  case: 'Version "{version}" is not in upper case: some receivers compare it as it is and do not take this for SIP',
} as const;

export default defineRule({
  meta: {
    id: 'sip-version-not-uppercase',
    category: 'start-line',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Write SIP in the start line in upper case',
    docs: {
      what: 'A sender writes the version of the start line as SIP/2.0, with its letters in upper case.',
      why:
        'Receivers have to ignore the case, yet many compare the eight octets as they are and take the message for no SIP; ' +
        'so do firewalls and load balancers that look for them.',
      falsePositives: 'The protocol name of a Via value is not meant: its case does not matter.',
      fixSafety: 'Safe: the version means the same in either case.',
      bad: [
        response(200, 'INVITE', { startLine: '<|sip/2.0|> 200 OK' }),
        invite({ startLine: 'INVITE sip:bob@example.net <|Sip/2.0|>' }),
      ],
      good: [response(200, 'INVITE'), invite({ startLine: 'INVITE SIP:bob@example.net SIP/2.0' })],
    },
    references: [{ rfc: 3261, section: '7.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({ requestLine: judge, statusLine: judge }),
});

function judge({ version }: RequestLine | StatusLine, context: RuleContext<typeof MESSAGES>): void {
  if (version.text === 'SIP/2.0' || version.text.toUpperCase() !== 'SIP/2.0') return;
  const fix = { title: 'Write SIP/2.0', edits: [replaceRange(version, 'SIP/2.0')] };
  context.report({ messageId: 'case', at: version, data: { version: version.text }, fix });
}
