import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HEADER_FIELDS } from '../../../src/registry/headers.js';
import { ISSUE_CODES } from '../../../src/syntax/issue-codes.js';
import { issuesOf, rowOf } from './row.js';

/** One header field for each grammar, and an unregistered one. */
const NAMES = [
  ...new Map(HEADER_FIELDS.map(({ grammar, name }) => [grammar, name])).values(),
  'Priority',
  'Allow',
  'X-Other',
];

/** Values that are likely to get somewhere: pieces of grammar in any order. */
const VALUE = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'"\\()<>;,=@:/*[]%-. \t', '\r\n ', '\u0000', '\u00e9', '\ud83d\ude00', '\ufdd0'),
      fc.constantFrom(
        'sip:',
        'Digest ',
        'a=',
        'q=0.5',
        'duration=',
        '399 h "',
        '"x"',
        '12',
        'GMT',
        'token',
        'SIP/2.0/UDP ',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join('').trim());

describe('parseFieldValue', () => {
  for (const name of NAMES) {
    it(`reads any value of ${name} with ranges inside of it`, () => {
      fc.assert(
        fc.property(VALUE, fc.constantFrom('utf-8' as const, 'bytes' as const), (value, encoding) => {
          const field = rowOf(name, value, encoding);
          for (const range of [...field.values, ...field.issues]) {
            assert.ok(field.valueStart <= range.start && range.start <= range.end && range.end <= field.valueEnd);
          }
          for (const { code } of field.issues) assert.ok(Object.hasOwn(ISSUE_CODES, code), code);
          const isUnread = field.values.some((parsed) => parsed.value === undefined);
          const failed = field.issues.some(({ tolerated }) => !tolerated);
          assert.ok(!failed || isUnread || field.values.length === 0, 'a value with a defect counts as read');
          const sorted = [...field.issues].sort((a, b) => a.start - b.start);
          for (const [index, issue] of sorted.entries()) {
            const next = sorted[index + 1];
            assert.ok(!next || issue.end <= next.start, `${issue.code} overlaps ${next?.code}`);
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('does not read an empty row', () => {
    const { values, issues } = rowOf('Call-ID', '');
    assert.deepEqual({ values, issues }, { values: [], issues: [] });
  });

  it('reads text, extension and unregistered values as they stand', () => {
    for (const name of ['Subject', 'P-Charging-Vector', 'X-Other']) {
      const field = rowOf(name, '"a (b, ;=\r\n c');
      assert.deepEqual(issuesOf(field), []);
      assert.equal((field.value as { text: string }).text, '"a (b, ;=\r\n c');
    }
  });
});
