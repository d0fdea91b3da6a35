import { type FixPlan, replaceRange, type SipMessage } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { defineSyntaxRule } from '../factories/syntax-rule.js';
import { asSipDate } from '../shared/values/sip-date.js';

export default defineSyntaxRule({
  meta: {
    id: 'date-zone-not-gmt',
    category: 'header-syntax',
    level: 'grammar',
    severity: 'error',
    presets: ['recommended'],
    title: 'Give Date in GMT',
    docs: {
      what: 'The zone of Date is always the three letters GMT, in capitals. UTC, EST or +0000 are not allowed.',
      why: 'A receiver that knows no other zone drops the date, or takes local time for GMT and is hours off.',
      fixSafety: 'Safe: the date is written as the same moment, if RFC 822 defines the zone.',
      bad: [
        invite({ Date: 'Fri, 01 Jan 2010 16:00:00 <|EST|>' }),
        invite({ Date: 'Fri, 01 Jan 2010 21:00:00 <|UTC|>' }),
        invite({ Date: 'Fri, 01 Jan 2010 21:00:00 <|CET|>' }),
      ],
      good: [invite({ Date: 'Fri, 01 Jan 2010 21:00:00 GMT' }), invite({ Date: 'Fri, 01 Jan 2010 21:00:00\r\n  GMT' })],
    },
    references: [
      { rfc: 3261, section: '20.17' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'safe',
    since: '0.1.0',
    messages: { zone: 'Zone "{zone}" of Date is not GMT, the only one that SIP allows: write the time in GMT' },
  },
  issues: { 'date.zone-not-gmt': 'zone' },
  fix: (_, message) => inGmt(message),
});

function inGmt(message: SipMessage): FixPlan | undefined {
  const date = message.field('Date')?.values[0]?.partial;
  const converted = date && asSipDate(date.text);
  if (!date || converted === undefined) return undefined;
  return { title: `Write ${converted}`, edits: [replaceRange(date, converted)] };
}
