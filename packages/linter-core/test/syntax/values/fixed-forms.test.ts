import assert from 'node:assert/strict';
import { itReads, rowOf } from './row.js';

describe('Date', () => {
  const malformed = (value: string): [string, [string, string]] => [value, ['date.malformed', value]];
  itReads('Date', [
    ['Sat, 13 Nov 2010 23:29:00 GMT'],
    ['Sun, 31 Feb 0000 99:99:99 GMT'],
    ['Sat,\r\n 13 Nov\r\n\t2010 23:29:00 GMT'],
    malformed('2010-11-13T23:29:00Z'),
    malformed('Sat, 13 Nov 2010 23:29:00'),
    malformed('Sat, 13 Nov 2010 23:29 GMT'),
    malformed('Sat, 3 Nov 2010 23:29:00 GMT'),
    malformed('Sat, 13 Nov 10 23:29:00 GMT'),
    malformed('Saturday, 13 Nov 2010 23:29:00 GMT'),
    malformed('sat, 13 Nov 2010 23:29:00 GMT'),
    malformed('Sat, 13 nov 2010 23:29:00 GMT'),
    malformed('Sat 13 Nov 2010 23:29:00 GMT'),
    malformed('Sat,13 Nov 2010 23:29:00 GMT'),
    malformed('Sat, 13  Nov 2010 23:29:00 GMT'),
    malformed('Sat,\t13 Nov 2010 23:29:00 GMT'),
    malformed('Sat, 13 Nov 2010 23:29:00 GMT x'),
    malformed('1'),
    ['Fri, 01 Jan 2010 16:00:00 EST', ['date.zone-not-gmt', 'EST']],
    ['Fri, 01 Jan 2010 16:00:00 +0000', ['date.zone-not-gmt', '+0000']],
    ['Fri, 01 Jan 2010 16:00:00 gmt', ['date.zone-not-gmt', 'gmt']],
  ]);

  it('gives the fields', () => {
    const value = rowOf('Date', 'Sat, 13 Nov 2010 23:29:00 GMT').value;
    assert.ok(value);
    const { weekday, day, month, year, time, zone } = value;
    assert.deepEqual(
      [weekday, day, month, year, time, zone].map(({ text }) => text),
      ['Sat', '13', 'Nov', '2010', '23:29:00', 'GMT'],
    );
    assert.deepEqual([day.start, day.end], [11, 13]);
  });
});

describe('Timestamp', () => {
  const malformed = (value: string): [string, [string, string]] => [value, ['timestamp.malformed', value]];
  itReads('Timestamp', [
    ['54'],
    ['54.'],
    ['54.21 0.3'],
    ['54.21\r\n .3'],
    ['54 .'],
    malformed('12:30:05'),
    malformed('.5'),
    malformed('-1'),
    malformed('54.21.3'),
    malformed('54 0.3 1'),
    malformed('54 x'),
    malformed('54,21'),
  ]);

  it('gives time and delay', () => {
    assert.deepEqual(rowOf('Timestamp', '54.21 0.3').value, {
      start: 11,
      end: 16,
      text: '54.21',
      delay: { start: 17, end: 20, text: '0.3' },
    });
    assert.equal(rowOf('Timestamp', '54').value?.delay, undefined);
  });
});

describe('MIME-Version', () => {
  const malformed = (value: string): [string, [string, string]] => [value, ['mime-version.malformed', value]];
  itReads('MIME-Version', [
    ['1.0'],
    ['10.25'],
    malformed('one'),
    malformed('1'),
    malformed('1.'),
    malformed('1.0.0'),
    malformed('1 .0'),
  ]);
});

describe('RAck', () => {
  const malformed = (value: string): [string, [string, string]] => [value, ['rack.malformed', value]];
  itReads('RAck', [
    ['776656 1 INVITE'],
    ['776656\r\n 1\tINVITE'],
    malformed('7021 INVITE'),
    malformed('7021, 1 INVITE'),
    malformed('7021 1 INVITE x'),
    malformed('7021 1'),
    malformed('a 1 INVITE'),
  ]);

  it('gives numbers and method', () => {
    const value = rowOf('RAck', '776656 1 INVITE').value;
    assert.deepEqual([value?.responseNumber.value, value?.cseqNumber.value, value?.method.text], [776656, 1, 'INVITE']);
  });
});

describe('CSeq', () => {
  itReads('CSeq', [
    ['4711 INVITE'],
    ['0009\r\n  INVITE'],
    ["1 !interesting-Method0123456789_*+`.%indeed'~"],
    ['INVITE 4711', ['cseq.number-missing', 'INVITE 4711']],
    ['-1 INVITE', ['cseq.number-missing', '-1 INVITE']],
    ['4711', ['cseq.method-missing', '4711']],
    ['4711INVITE', ['cseq.method-missing', '4711INVITE']],
    ['4711 "INVITE"', ['cseq.method-missing', '4711 "INVITE"']],
    ['4711 INVITE x', ['cseq.trailing-text', 'x']],
    ['4711 INVITE, 4712 INVITE', ['cseq.trailing-text', ', 4712 INVITE']],
  ]);
});
