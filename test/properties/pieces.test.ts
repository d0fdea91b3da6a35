import assert from 'node:assert/strict';
import { type FileConfig, lintSource, octetsOf, PiecedText, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import fc from 'fast-check';
import { lines, octets, SEEDS } from './messages.js';
import { runs } from './runs.js';

const STRICT: FileConfig = resolveConfig([], rules, [], { preset: 'strict' }).forFile('');

/** What linting says of a text, all of it. */
function judged(source: SourceText | PiecedText, isNamed: boolean): unknown {
  const { messages, skipped, findings, suppressed, crashes } = lintSource(source, 'a.sip', STRICT, { isNamed });
  assert.deepEqual(crashes, []);
  return { messages, skipped, findings, suppressed };
}

function assertSame(text: string, pieceSize: number, isNamed: boolean): void {
  const bytes = Buffer.from(text, 'latin1');
  const pieces = new PiecedText(octetsOf(bytes), pieceSize);
  assert.deepEqual(judged(pieces, isNamed), judged(SourceText.fromBytes(bytes), isNamed));
}

/** Files of a few kilobytes: as far as that is looked ahead at the end of a message. */
const file = fc
  .tuple(
    fc.array(fc.oneof(octets, lines, fc.constantFrom(...SEEDS), fc.constantFrom('---\r\n', '\r\n', '# x\n', '\r')), {
      minLength: 2,
      maxLength: 30,
    }),
    fc.constantFrom('asIs', 'lf', 'cr', 'crlf'),
  )
  .map(([parts, ends]) => {
    const text = parts.join('');
    if (ends === 'asIs') return text;
    return text.replace(/\r\n|\r|\n/g, { lf: '\n', cr: '\r', crlf: '\r\n' }[ends] ?? '');
  });
const size = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 64, max: 8192 }));

describe('a text that is read piece by piece', () => {
  it('gives the findings that the whole gives', () => {
    fc.assert(fc.property(file, size, fc.boolean(), assertSame), runs(400));
  });

  it('gives positions, slices and octets that the whole gives', () => {
    fc.assert(
      fc.property(file, size, fc.array(fc.nat(20_000), { maxLength: 20 }), (text, pieceSize, offsets) => {
        const bytes = Buffer.from(text, 'latin1');
        const whole = SourceText.fromBytes(bytes);
        const pieces = new PiecedText(octetsOf(bytes), pieceSize);
        const facts = ({ encoding, length, terminator }: SourceText | PiecedText) => [encoding, length, terminator];
        assert.deepEqual(facts(pieces), facts(whole));
        assert.equal(pieces.lines.count, whole.lines.count);
        for (const any of [...offsets, 0, whole.length, whole.length + 1]) {
          const offset = Math.min(any, whole.length + 1);
          assert.deepEqual(pieces.lines.positionAt(offset), whole.lines.positionAt(offset));
          assert.equal(pieces.lines.startOf((any % 500) + 1), whole.lines.startOf((any % 500) + 1));
          const inside = Math.min(offset, whole.length);
          assert.equal(pieces.octetsBefore(inside), whole.octetsBefore(inside));
          assert.equal(pieces.slice(inside, inside + 700), whole.slice(inside, inside + 700));
        }
      }),
      runs(300),
    );
  });
});
