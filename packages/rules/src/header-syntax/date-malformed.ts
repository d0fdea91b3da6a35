import { type FixPlan, replaceRange, type SyntaxIssue } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { asSipDate } from '../shared/values/sip-date.js';

export default defineSyntaxRule({
  meta: {
    id: 'date-malformed',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Write Date in the form of RFC 1123',
    docs: {
      what:
        'Date has one form, with English names in exactly this case, a day of two digits and single spaces: ' +
        'Sat, 13 Nov 2010 23:29:00 GMT.',
      why:
        'Clients without a clock set theirs by the Date of a registrar, and signatures over a call are checked against it. ' +
        'A date of another form is not read at all.',
      fixSafety: 'Safe: only a date with a time and a known zone is written anew, as the same moment.',
      bad: [
        invite({ Date: '<|2010-11-13T23:29:00Z|>' }),
        invite({ Date: '<|sat, 13 Nov 2010 23:29:00 GMT|>' }),
        invite({ Date: '<|13.11.2010 23:29|>' }),
      ],
      good: [invite({ Date: 'Sat, 13 Nov 2010 23:29:00 GMT' }), invite({ Date: 'Sat, 13 Nov 2010\r\n 23:29:00 GMT' })],
    },
    references: [
      { rfc: 3261, section: '20.17' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: {
      malformed:
        'Date "{found}" is not written like "Sat, 13 Nov 2010 23:29:00 GMT", the only form there is: receivers drop it',
    },
  },
  issues: { 'date.malformed': 'malformed' },
  fix: reformatted,
});

function reformatted(issue: SyntaxIssue): FixPlan | undefined {
  const date = asSipDate(String(issue.data?.found));
  return date === undefined ? undefined : { title: `Write ${date}`, edits: [replaceRange(issue, date)] };
}
