import { type DateValue, defineRule, replaceRange } from '@siplint/core';
import { invite } from '../examples/messages.js';
import { isCalendarDay, monthNumber, weekdayName } from '../shared/values/sip-date.js';

export default defineRule({
  meta: {
    id: 'date-not-a-calendar-date',
    category: 'header-syntax',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Give a Date that exists, with its weekday',
    docs: {
      what:
        'The day of Date exists in its month, the weekday is that of the day, hours go up to 23, minutes and seconds up to ' +
        '59. The grammar has no leap second.',
      why:
        'The grammar allows such a date, but no clock shows it. Receivers that check it drop it, others shift it to another ' +
        'day; it is a sign of a date put together by hand.',
      fixSafety: 'Unsafe: either the weekday or the date is wrong, and which is a guess.',
      bad: [
        invite({ Date: '<|Sun|>, 13 Nov 2010 23:29:00 GMT' }),
        invite({ Date: 'Mon, <|31 Nov|> 2010 23:29:00 GMT' }),
        invite({ Date: 'Sat, 13 Nov 2010 <|24:00:00|> GMT' }),
      ],
      good: [
        invite({ Date: 'Sat, 13 Nov 2010 23:59:59 GMT' }),
        invite({ Date: 'Thu, 29 Feb 2024 00:00:00 GMT' }),
        invite({ Date: 'Thu, 01 Jan 1970 00:00:00 GMT' }),
      ],
    },
    references: [
      { rfc: 3261, section: '20.17' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      day: 'There is no {day} in {year}: receivers drop the date or take another day',
      time: 'There is no time of day {time}: hours go up to 23, minutes and seconds up to 59',
      weekday: '{date} was a {actual}, not a {found}: the weekday or the date is wrong',
    },
  },
  create: () => ({
    headers: {
      Date(field, context) {
        const date = field.value;
        if (!date) return;
        const time = date.time.text;
        if (Number(time.slice(0, 2)) > 23 || Number(time.slice(3, 5)) > 59 || Number(time.slice(6)) > 59) {
          context.report({ messageId: 'time', at: date.time, data: { time } });
        }
        const [year, month, day] = calendarDate(date);
        // A placeholder is no number.
        if (Number.isNaN(year) || Number.isNaN(day)) return;
        if (!isCalendarDay(year, month, day)) {
          const at = { start: date.day.start, end: date.month.end };
          const data = { day: `${date.day.text} ${date.month.text}`, year: date.year.text };
          context.report({ messageId: 'day', at, data });
          return;
        }
        const actual = weekdayName(year, month, day);
        if (actual === date.weekday.text) return;
        context.report({
          messageId: 'weekday',
          at: date.weekday,
          data: { date: `${date.day.text} ${date.month.text} ${date.year.text}`, actual, found: date.weekday.text },
          fix: { title: `Write ${actual}`, edits: [replaceRange(date.weekday, actual)] },
        });
      },
    },
  }),
});

function calendarDate({ year, month, day }: DateValue): [year: number, month: number, day: number] {
  return [Number(year.text), monthNumber(month.text), Number(day.text)];
}
