import type { FixPlan, SyntaxIssue } from '@siplint/core';
import { insertAt } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'name-addr-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write an address as a display name and a URI in angle brackets',
    docs: {
      what:
        'In a header field that holds addresses "<" and ">" come in pairs, a display name has a URI in angle brackets ' +
        'behind it, no white space stands inside the brackets, and only parameters or the next address follow them. White ' +
        'space between display name and "<" is optional.',
      why: 'The receiver cannot tell where the URI starts or ends and rejects the message, or takes a wrong URI.',
      fixSafety: 'Unsafe: what stands behind the URI may have been meant as a part of it.',
      bad: [
        invite({ To: '<|Bob sip:bob@example.net|>' }),
        invite({ To: 'Bob <|<sip:bob@example.net|>' }),
        invite({ To: 'Bob <|< sip:bob@example.net >|>' }),
        invite({ To: '<sip:bob@example.net> <|(Bob)|>' }),
      ],
      good: [
        invite({ To: 'Bob<sip:bob@example.net>', From: '"A"<sip:alice@example.com>;tag=9fxced76sl' }),
        invite({ To: 'Bob\r\n <sip:bob@example.net>  ;x=1 ', Contact: '"<sip:a>" <sip:alice@pc33.example.com>' }),
        invite({ To: 'sip:bob@example.net' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.10' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      missing:
        '{found} in {header} has a display name, so its URI has to stand in angle brackets: name <sip:user@host>',
      unpaired: 'Angle bracket without its counterpart in {header}: receivers cannot tell where {found} ends',
      whiteSpace: 'White space inside the angle brackets of {header}: nothing but the URI may stand in {found}',
      trailing: '"{found}" stands behind an address of {header}: only parameters with ";" may follow there',
    },
  },
  issues: {
    'name-addr.brackets-missing': 'missing',
    'name-addr.brackets-unpaired': 'unpaired',
    'name-addr.white-space': 'whiteSpace',
    'name-addr.trailing-text': 'trailing',
  },
  fix: (issue) => (issue.code === 'name-addr.brackets-missing' ? brackets(issue) : undefined),
});

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Brackets around the last word, if that is a URI. */
function brackets({ start, end, data }: SyntaxIssue): FixPlan | undefined {
  const found = String(data?.found);
  let word = found.length;
  while (word > 0 && !' \t\r\n"'.includes(found.charAt(word - 1))) word--;
  if (!SCHEME.test(found.slice(word))) return undefined;
  return { title: 'Put the URI in angle brackets', edits: [insertAt(start + word, '<'), insertAt(end, '>')] };
}
