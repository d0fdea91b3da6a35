import type { Edit, FixPlan, SipMessage, SyntaxIssue } from '@siplint/core';
import { altered, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

export default defineSyntaxRule({
  meta: {
    id: 'header-continuation-without-header',
    category: 'syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Begin the first line behind the start line with a field name',
    docs: {
      what:
        'White space at the start of a line continues the header field above. The start line is no header field and cannot ' +
        'be folded, so the line behind it begins with a field name.',
      why:
        'Receivers differ: some add the line to the start line, some skip it, some reject the message. That trick has also ' +
        'been used to hide header fields from one element and show them to the next.',
      fixSafety: 'Unsafe: the line may be meant as something else than the header field that it reads as.',
      bad: [
        altered(options(), (text) => text.replace(/^Via:.*$/m, '<| $&|>'), { isRaw: false }),
        altered(options(), (text) => text.replace('\r\nVia:', '\r\n<| ;transport=tcp|>\r\nVia:')),
      ],
      good: [options(), options({ Via: 'SIP/2.0/UDP pc33.example.com\r\n ;branch=z9hG4bK776asdhds' })],
    },
    references: [
      { rfc: 3261, section: '7.1' },
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      orphan: 'White space at the start of this line continues nothing: the start line cannot be folded',
    },
  },
  issues: { 'frame.continuation-without-header': 'orphan' },
  fix: removeIndent,
});

/** All indented rows at once: one that stays indented would continue the one before it. */
function removeIndent({ start, end }: SyntaxIssue, { fields, text }: SipMessage): FixPlan | undefined {
  const first = fields[0];
  if (!first || first.start <= start || first.start > end) return undefined;
  const edits: Edit[] = [];
  for (const field of fields) {
    let indent = field.start;
    while (text[indent - 1] === ' ' || text[indent - 1] === '\t') indent--;
    if (indent === field.start) break;
    edits.push({ start: indent, end: field.start, text: '' });
  }
  return { title: 'Remove the white space before the field name', edits };
}
