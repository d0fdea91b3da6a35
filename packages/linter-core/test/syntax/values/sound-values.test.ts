import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeUnitsOf } from '../../../src/syntax/code-units.js';
import type { HeaderField } from '../../../src/syntax/header-field.js';
import { rowOf } from './row.js';

/** Values that most messages have, and values that need to be read to be judged. */
const VALUES: Record<string, { sound: readonly string[]; other: readonly string[] }> = {
  'Call-ID': { sound: ['a84b4c76e66710@192.0.2.1', 'a', '"<x>"@[::1]'], other: ['@b', 'a@', 'a@b@c', 'a b', 'é'] },
  'Content-Length': { sound: ['0', '0349'], other: ['1 2', '-1', '1x', '1\r\n 2'] },
  Supported: { sound: ['100rel', '100rel, timer,  path', 'a,b'], other: ['a,', ',a', 'a,,b', 'a b', 'a;b', 'a\t,b'] },
  'User-Agent': {
    sound: ['Phone', 'Phone/1.0', 'Phone/1.0 (x; y)  Stack/2', '(x) Phone'],
    other: ['Phone/', '/1', 'a/b/c', '(a', 'a)', '(a)(b)', 'a(b)', '(a (b))', '(\\()', '(é)', '(\u0001)', 'a é'],
  },
};

const PIECE = fc.constantFrom(
  ...'ab1./@,;=()\\"<> \t-',
  '\r\n ',
  '\u0000',
  '\u0001',
  '\u00e9',
  '\ufdd0',
  'token',
  '12',
);
const VALUE = fc.array(PIECE, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('').trim());

function isSound({ grammar, message, valueStart, valueEnd }: HeaderField): boolean | undefined {
  return grammar.isSound?.(codeUnitsOf(message.text), valueStart, valueEnd);
}

describe('a look at values that spares reading them', () => {
  for (const [name, { sound, other }] of Object.entries(VALUES)) {
    it(`knows sound values of ${name}`, () => {
      for (const value of sound) assert.equal(isSound(rowOf(name, value)), true, value);
    });

    it(`leaves other values of ${name} to be read`, () => {
      for (const value of other) assert.equal(isSound(rowOf(name, value)), false, value);
    });

    it(`judges any ${name} as reading it does`, () => {
      fc.assert(
        fc.property(VALUE, fc.constantFrom('utf-8' as const, 'bytes' as const), (value, encoding) => {
          const looked = rowOf(name, value, encoding);
          const read = rowOf(name, value, encoding);
          assert.ok(read.values.length <= value.length);
          const told = (row: HeaderField) =>
            row.issues.map(({ code, start, end, data }) => ({ code, start, end, data }));
          assert.deepEqual(told(looked), told(read));
        }),
        { numRuns: 1000 },
      );
    });
  }
});
