import type { Edit, FixPlan, SipMessage, SyntaxIssue } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'request-uri-angle-brackets',
    category: 'start-line',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write the Request-URI without angle brackets and display name',
    docs: {
      what: 'The Request-URI is the bare URI. Angle brackets and a display name belong into header fields such as To.',
      why:
        'A server finds no scheme that it knows in "<sip" and answers 400 or 416. The usual cause is a To or a Contact that ' +
        'was copied as a whole.',
      fixSafety:
        'Safe where brackets alone are removed; unsafe where a display name goes or parameters stand behind them.',
      bad: [
        invite({ startLine: 'INVITE <|<|>sip:bob@example.net> SIP/2.0' }),
        invite({ startLine: 'INVITE <|"Bob" <|>sip:bob@example.net> SIP/2.0' }),
      ],
      good: [invite(), invite({ startLine: 'INVITE sip:bob%3c%3e@example.net SIP/2.0' })],
    },
    references: [{ rfc: 3261, section: '7.1' }],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      brackets: 'Request-URI {found} stands in angle brackets: servers find no scheme in it and answer 400 or 416',
    },
  },
  issues: { 'request-uri.angle-brackets': 'brackets' },
  fix: bareUri,
});

function bareUri({ start, end }: SyntaxIssue, { startLine, text }: SipMessage): FixPlan | undefined {
  if (startLine.kind !== 'request') return undefined;
  const edits: Edit[] = [{ start, end, text: '' }];
  const close = text.lastIndexOf('>', startLine.requestUri.end - 1);
  if (close >= end) edits.push({ start: close, end: close + 1, text: '' });
  const isBracketsOnly = end === start + 1 && (close < end || close === startLine.requestUri.end - 1);
  return { title: 'Write the bare URI', safety: isBracketsOnly ? 'safe' : 'unsafe', edits };
}
