import type { FixPlan, HeaderField, SipMessage, SyntaxIssue } from '@siplint/core';
import { replaceRange } from '@siplint/core';
import { credentials } from '../examples/digest.js';
import { invite, register } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { RFC_3261_FIELDS } from '../shared/message/rfc3261-fields.js';

const SEPARATORS = ', \t\r\n';

export default defineSyntaxRule({
  meta: {
    id: 'header-list-empty-element',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Put a value on both sides of every comma',
    docs: {
      what:
        'A list of SIP has no empty elements: no comma stands at its start, at its end or behind another comma. HTTP ' +
        'allows that, SIP does not. The same holds between the parameters of a challenge or of credentials.',
      why:
        'A parser written to the grammar rejects the whole header field; a lenient one may see an element more than there ' +
        'is, such as a route or an option tag without a name.',
      fixSafety: 'Safe: the elements stay as they are.',
      bad: [
        invite({ Allow: 'INVITE, ACK,<|,|> CANCEL, BYE, OPTIONS<|,|>' }),
        invite({ Contact: '<|,|><sip:alice@pc33.example.com>' }),
        register({ Authorization: `${credentials()}<|,|>` }),
      ],
      good: [
        invite({ Allow: 'INVITE , ACK,CANCEL, BYE, OPTIONS' }),
        invite({ Contact: '"Alice,, A." <sip:a,,b@pc33.example.com>' }),
        invite({ Supported: '' }),
      ],
    },
    references: [
      { rfc: 3261, section: '7.3' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: { empty: '{header} has a comma without a value beside it: strict parsers reject the list' },
  },
  fields: RFC_3261_FIELDS,
  issues: { 'list.empty-element': 'empty' },
  fix: (issue, message) => issue.field && removal(issue, issue.field, message),
});

function removal({ start, end }: SyntaxIssue, field: HeaderField, { text }: SipMessage): FixPlan | undefined {
  // Nothing but commas: without them the row would be empty.
  if (field.values.length === 0) return undefined;
  const isLast = text.slice(end, field.valueEnd).trim() === '';
  // At the end of a row the comma behind the last element goes as well.
  const from = isLast ? endOfElement(text, start) : start;
  return { title: 'Delete the comma', edits: [replaceRange({ start: from, end }, '')] };
}

/** The end of the element before an offset: behind it only white space and commas stand. */
function endOfElement(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && SEPARATORS.includes(text.charAt(end - 1))) end--;
  return end;
}
