import { type FixPlan, insertAt, type SyntaxIssue } from '@siplint/core';
import { invite, response } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'info-uri-header-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Put the URIs of Alert-Info, Call-Info and Error-Info in angle brackets',
    docs: {
      what:
        'Each element of Alert-Info, Call-Info and Error-Info is an absolute URI in angle brackets, with parameters behind ' +
        'it and no display name before it.',
      why: 'A phone that follows the grammar plays no ring tone and shows no picture, and a strict proxy rejects the message.',
      falsePositives:
        'Phones of many makers take private values such as "info=alert-autoanswer" or "<Bellcore-dr1>" and need exactly ' +
        'those; hence a warning. Turn the rule off for messages to such phones.',
      fixSafety: 'Safe: the URI stays as it is; one that may hold parameters is left alone.',
      bad: [
        invite({ 'Alert-Info': '<|http://www.example.com/sounds/moo.wav|>' }),
        invite({ 'Alert-Info': '<|info=alert-autoanswer|>' }),
        invite({ 'Alert-Info': '<<|Bellcore-dr1|>>' }),
        response(404, 'INVITE', { 'Error-Info': '<sip:not-in-service@example.com> <|announcement|>' }),
      ],
      good: [
        invite({
          'Call-Info':
            '<http://www.example.com/alice/photo.jpg> ;purpose=icon, <http://www.example.com/alice/> ;purpose=info',
        }),
        invite({ 'Alert-Info': '<urn:alert:service:call-waiting>, <cid:ring@example.com>;x="a,b"' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.4' },
      { rfc: 3261, section: '20.9' },
      { rfc: 3261, section: '20.18' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      noUri:
        '"{found}" in {header} is no URI: what stands in the angle brackets has to begin with a scheme such as "http:"',
      bracketsMissing: 'URI {found} in {header} has no angle brackets: write <{found}>',
      malformed: '"{found}" in {header} is no URI in angle brackets: receivers other than those it is made for drop it',
      trailing: '"{found}" stands behind a URI of {header}: only parameters with ";" or a comma may follow there',
    },
  },
  fields: new Set(['Alert-Info', 'Call-Info', 'Error-Info']),
  issues: {
    'info-uri.no-uri': 'noUri',
    'info-uri.brackets-missing': 'bracketsMissing',
    'info-uri.malformed': 'malformed',
    'info-uri.trailing-text': 'trailing',
  },
  fix: brackets,
});

/** Without brackets a ";" may belong to the URI or begin a parameter. */
const BARE_URI = /^[^\s;<>"]+$/;

function brackets({ code, start, end, data }: SyntaxIssue): FixPlan | undefined {
  if (code !== 'info-uri.brackets-missing' || !BARE_URI.test(String(data?.found))) return undefined;
  return { title: 'Put the URI in angle brackets', edits: [insertAt(start, '<'), insertAt(end, '>')] };
}
