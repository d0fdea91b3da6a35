import { type FixPlan, replaceRange, type SyntaxIssue } from '@siplint/core';
import { options } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';

/** Method and number in the wrong order. */
const REVERSED = /^([-A-Za-z0-9.!%*_+`'~]+)[ \t\r\n]+(\d+)$/;

export default defineSyntaxRule({
  meta: {
    id: 'cseq-malformed',
    category: 'cseq',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write CSeq as a number, white space and a method',
    docs: {
      what: 'CSeq is a decimal number, white space (a fold will do) and a method, and nothing else.',
      why:
        'CSeq ties a response to its request and orders the requests of a dialog. A server answers 400, and a client drops ' +
        'the response because it belongs to no transaction.',
      fixSafety: 'Unsafe: it takes a method before a number for the two parts in the wrong order.',
      bad: [
        options({ CSeq: '<|OPTIONS 4711|>' }),
        options({ CSeq: '<|4711|>' }),
        options({ CSeq: '4711 OPTIONS<|;seq=1|>' }),
      ],
      good: [options({ CSeq: '0009\r\n  OPTIONS' }), options({ CSeq: '4711\tOPTIONS' })],
    },
    references: [
      { rfc: 3261, section: '20.16' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      numberMissing: 'CSeq "{found}" does not begin with its number: servers answer 400, clients drop the response',
      methodMissing: 'CSeq "{found}" has no white space and method behind its number: servers answer 400',
      trailingText: 'CSeq ends in "{found}" behind its method: servers answer 400, clients drop the response',
    },
  },
  issues: {
    'cseq.number-missing': 'numberMissing',
    'cseq.method-missing': 'methodMissing',
    'cseq.trailing-text': 'trailingText',
  },
  fix: swapParts,
});

function swapParts(issue: SyntaxIssue): FixPlan | undefined {
  if (issue.code !== 'cseq.number-missing') return undefined;
  const [, method, digits] = REVERSED.exec(String(issue.data?.found)) ?? [];
  if (method === undefined || digits === undefined) return undefined;
  return { title: 'Write the number before the method', edits: [replaceRange(issue, `${digits} ${method}`)] };
}
