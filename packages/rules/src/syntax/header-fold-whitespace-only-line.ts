import { type Range, replaceRange } from '@siplint/core';
import { invite, options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { nextLineStart } from '../shared/message/line-ends.js';

export default defineSyntaxRule({
  meta: {
    id: 'header-fold-whitespace-only-line',
    category: 'syntax',
    level: 'advice',
    severity: 'info',
    presets: ['recommended'],
    title: 'Do not fold a header field over a line of white space only',
    docs: {
      what:
        'A line that continues a header field holds more than spaces and tabs, if further lines of the header section ' +
        'follow it.',
      why:
        'The line looks empty. A receiver, a proxy or a tool that trims lines takes it for the end of the header section and ' +
        'what follows for the body. Whether the grammar allows it is disputed (erratum 7529).',
      falsePositives:
        'Right before the empty line it is no more than white space at the end of a value and not reported.',
      fixSafety: 'Safe: a fold counts as one space, and the value has the others.',
      bad: [invite({ Subject: 'lunch\r\n<|   |>\r\n today' }), invite({ Subject: 'lunch\r\n<|\t|>' })],
      good: [invite({ Subject: 'lunch\r\n today' }), options({ 'Content-Length': '0\r\n  ' })],
    },
    references: [
      { rfc: 3261, section: '7.3.1' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      blank: 'Line of white space inside the header section: many take it for the empty line that ends the headers',
    },
  },
  issues: { 'frame.fold-blank': 'blank' },
  fix: (issue, { text }) => ({ title: 'Delete the blank lines', edits: [replaceRange(blankLines(issue, text), '')] }),
});

/** The line with those before it that are as blank, of which it is the last. */
function blankLines({ start, end }: Range, text: string): Range {
  let valueEnd = start;
  while (valueEnd > 0 && ' \t\r\n'.includes(text.charAt(valueEnd - 1))) valueEnd--;
  while (text[valueEnd] === ' ' || text[valueEnd] === '\t') valueEnd++;
  return { start: nextLineStart(text, valueEnd), end: nextLineStart(text, end) };
}
