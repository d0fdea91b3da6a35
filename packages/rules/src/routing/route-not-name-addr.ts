import { type FixPlan, insertAt, type SipMessage, type SyntaxIssue } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'route-not-name-addr',
    category: 'routing',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write each route in angle brackets, with lr inside',
    docs: {
      what:
        'Each value of Route and Record-Route is a URI in angle brackets, with a display name before it or none. Parameters ' +
        'behind the ">" belong to the header field, so lr stands inside.',
      why:
        'Without brackets, or with lr behind them, the URI has no lr: the next element takes the proxy for a strict router of ' +
        'RFC 2543 and rewrites the Request-URI, or it rejects the message.',
      fixSafety: 'Unsafe: what stands behind the URI, or lr, becomes part of it.',
      bad: [
        invite({ Route: '<|sip:p1.example.com;lr|>' }),
        invite({ 'Record-Route': '<sip:p1.example.com;lr>, <sip:p2.example.com>;<|lr|>' }),
      ],
      good: [
        invite({ Route: '<sip:p1.example.com;lr>;x=1, "Proxy 2" <sip:p2.example.com;lr>' }),
        invite({ 'Record-Route': 'Proxy<sip:p1.example.com;lr>;lr' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.30' },
      { rfc: 3261, section: '20.34' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      noBrackets:
        '{header} value {found} has no angle brackets: its parameters do not belong to the URI, write <{found}>',
      lrOutside: '{header} has lr behind the brackets of a value: the next element takes the proxy for a strict router',
    },
  },
  issues: { 'route.brackets-missing': 'noBrackets', 'route.lr-outside': 'lrOutside' },
  fix: (issue, message) => (issue.code === 'route.lr-outside' ? moveInside(issue, message) : addBrackets(issue)),
});

function addBrackets({ start, end }: SyntaxIssue): FixPlan {
  return { title: 'Add angle brackets', edits: [insertAt(start, '<'), insertAt(end, '>')] };
}

function moveInside({ start, end }: SyntaxIssue, { text }: SipMessage): FixPlan | undefined {
  const bracket = text.indexOf('>', text.lastIndexOf('<', start));
  // Where quotes or URI headers stand between, the place is not this plain.
  if (bracket > start || /["?]/.test(text.slice(text.lastIndexOf('<', start), start))) return undefined;
  const edits = [
    insertAt(bracket, `;${text.slice(start, end)}`),
    { start: text.lastIndexOf(';', start), end, text: '' },
  ];
  return { title: 'Move lr into the brackets', edits };
}
