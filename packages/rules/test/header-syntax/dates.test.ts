import { testRule } from '@siplint/core/testing';
import { invite } from '../../src/examples/messages.js';
import malformed from '../../src/header-syntax/date-malformed.js';
import notACalendarDate from '../../src/header-syntax/date-not-a-calendar-date.js';
import zone from '../../src/header-syntax/date-zone-not-gmt.js';

const date = (value: string) => invite({ Date: value });

testRule(malformed, {
  good: [
    date('Sat, 13 Nov 2010 23:29:00 GMT'),
    { name: 'only the zone is wrong', text: date('Sat, 13 Nov 2010 23:29:00 EST') },
    { name: 'no day of the calendar', text: date('Sat, 99 Feb 2010 99:99:99 GMT') },
    { name: 'a fold', text: date('Sat,\r\n 13 Nov 2010 23:29:00 GMT') },
    { name: 'a placeholder', text: date('{{date}}') },
  ],
  bad: [
    ...(
      [
        ['2010-11-13T23:29:00Z', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['2010-11-14T00:29:00.123+01:00', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['2024-02-29 12:00:00 -0500', 'Thu, 29 Feb 2024 17:00:00 GMT'],
        ['SAT, 13 NOV 2010 23:29:00 GMT', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['Saturday, 13-Nov-2010 23:29:00 UTC', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['Wed, 3 Nov 2010 09:00:00 EDT', 'Wed, 03 Nov 2010 13:00:00 GMT'],
        ['13 November 2010 23:29:00 GMT', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['Sat, 13  Nov 2010 23:29:00 GMT', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['Sat,13 Nov 2010 23:29:00 GMT', 'Sat, 13 Nov 2010 23:29:00 GMT'],
        ['Fri, 31 Dec 2010 7:00:00 PST', 'Fri, 31 Dec 2010 15:00:00 GMT'],
      ] as const
    ).map(([value, fixed]) => ({
      name: value,
      text: date(`<|${value}|>`),
      findings: [{ severity: 'error' as const }],
      fixed: date(fixed),
      safety: 'safe' as const,
    })),
    ...[
      'Sat Nov 13 23:29:00 2010', // in which zone?
      'Sun, 13  Nov 2010 23:29:00 GMT', // which of the two is wrong?
      'Saturday, 13-Nov-10 23:29:00 GMT', // of which century?
      '2010-11-13T23:29:00',
      '2010-02-30T23:29:00Z',
      '2010-11-13T24:29:00Z',
      '13 Brumaire 2010 23:29:00 GMT',
      'Wed, 3 Nov 2010 09:00:00 CET',
      '11/12/2010 23:29:00 GMT',
      'Sat, 13 Nov 2010 23:29 GMT',
      '1289690940',
      'today',
    ].map((value) => ({ name: value, text: date(`<|${value}|>`), fixed: null })),
  ],
});

testRule(zone, {
  good: [date('Fri, 01 Jan 2010 16:00:00 GMT'), { name: 'another defect', text: date('Fri, 1 Jan 2010 16:00:00 EST') }],
  bad: [
    ...(
      [
        ['EST', 'Fri, 01 Jan 2010 21:00:00 GMT'],
        ['PDT', 'Fri, 01 Jan 2010 23:00:00 GMT'],
        ['+0000', 'Fri, 01 Jan 2010 16:00:00 GMT'],
        ['+0530', 'Fri, 01 Jan 2010 10:30:00 GMT'],
        ['-0800', 'Sat, 02 Jan 2010 00:00:00 GMT'],
        ['UTC', 'Fri, 01 Jan 2010 16:00:00 GMT'],
        ['gmt', 'Fri, 01 Jan 2010 16:00:00 GMT'],
      ] as const
    ).map(([name, fixed]) => ({
      name,
      text: date(`Fri, 01 Jan 2010 16:00:00 <|${name}|>`),
      findings: [{ severity: 'error' as const, data: { zone: name } }],
      fixed: date(fixed),
      safety: 'safe' as const,
    })),
    ...['CET', 'Europe/Berlin', '+1'].map((name) => ({
      name,
      text: date(`Fri, 01 Jan 2010 16:00:00 <|${name}|>`),
      fixed: null,
    })),
    { name: 'a day that does not exist', text: date('Tue, 30 Feb 2010 16:00:00 <|EST|>'), fixed: null },
  ],
});

testRule(notACalendarDate, {
  good: [
    date('Thu, 29 Feb 2024 23:59:59 GMT'),
    date('Tue, 29 Feb 2000 00:00:00 GMT'),
    date('Sat, 01 Jan 0000 00:00:00 GMT'),
    date('Fri, 31 Dec 9999 23:59:59 GMT'),
    { name: 'another zone', text: date('Sun, 13 Nov 2010 23:29:00 EST') },
    { name: 'a placeholder', text: date('Sun, {{dd}} Nov 2010 {{hh}}:29:00 GMT') },
  ],
  bad: [
    {
      name: 'the weekday',
      text: date('<|Mon|>, 13 Nov 2010 23:29:00 GMT'),
      findings: [{ severity: 'warning', messageId: 'weekday', data: { actual: 'Sat', found: 'Mon' } }],
      fixed: date('Sat, 13 Nov 2010 23:29:00 GMT'),
    },
    ...['29 Feb 2023', '29 Feb 1900', '31 Apr 2010', '00 Jan 2010', '32 Jan 2010'].map((day) => ({
      name: day,
      text: date(`Mon, <|${day.slice(0, 6)}|>${day.slice(6)} 23:29:00 GMT`),
      findings: [{ messageId: 'day' }],
      fixed: null,
    })),
    ...['24:00:00', '00:60:00', '23:59:60'].map((time) => ({
      name: time,
      text: date(`Sat, 13 Nov 2010 <|${time}|> GMT`),
      findings: [{ messageId: 'time' }],
      fixed: null,
    })),
    { name: 'day and time', text: date('Sat, <|31 Nov|> 2010 <|99:00:00|> GMT') },
  ],
});
