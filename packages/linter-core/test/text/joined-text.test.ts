import assert from 'node:assert/strict';
import { JoinedText, SourceText } from '@siplint/core';

const joined = (...texts: (string | Uint8Array)[]): JoinedText =>
  new JoinedText(
    texts.map((text, i) => ({
      path: `${i}.sip`,
      source: typeof text === 'string' ? SourceText.fromString(text) : SourceText.fromBytes(text),
    })),
  );

describe('joined texts', () => {
  const text = joined('ä\r\nbc', '', 'd\ne\n', Uint8Array.of(0x66, 0xff, 0x67));

  it('have places that go on from one to the next', () => {
    const at = (offset: number) => Object.values(text.placeAt(offset));
    assert.deepEqual([0, 4, 5, 8, 9, 11].map(at), [
      [0, 0],
      [0, 4],
      [2, 0],
      [2, 3],
      [3, 0],
      [3, 2],
    ]);
    assert.deepEqual(at(99), [3, 90], 'behind all of them in the last');
    assert.equal(text.length, 12);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((part) => text.startOf(part)),
      [0, 5, 5, 9, 12],
    );
  });

  it('have the lines of each text', () => {
    assert.deepEqual(text.lines.positionAt(3), { line: 2, column: 1 });
    assert.deepEqual(text.lines.positionAt(7), { line: 2, column: 1 });
    assert.deepEqual(text.lines.positionAt(10), { line: 1, column: 2 });
    assert.equal(text.lines.count, 2 + 1 + 3 + 1);
  });

  it('count octets as each is encoded', () => {
    assert.deepEqual(
      [0, 1, 5, 9, 11, 12].map((offset) => text.octetsBefore(offset)),
      [0, 2, 6, 10, 12, 13],
    );
  });

  it('give pieces whose offsets are those of the whole', () => {
    assert.deepEqual(
      text.pieces.map(({ place, encoding, terminator }) => [place.offset, place.octet, encoding, terminator]),
      [
        [0, 0, 'utf-8', '\n'],
        [5, 6, 'utf-8', '\r'],
        [5, 6, 'utf-8', '\n'],
        [9, 10, 'bytes', '\r'],
      ],
    );
    assert.equal(text.pieces[2]?.slice(5, 7), 'd\n');
    assert.equal(text.pieces[0]?.slice(9, 11), 'fÿ', 'also of another piece');
  });

  it('of nothing are empty', () => {
    const nothing = joined();
    assert.deepEqual([nothing.length, nothing.lines.count, nothing.slice(0, 3)], [0, 0, '']);
    assert.deepEqual(nothing.lines.positionAt(2), { line: 1, column: 1 });
  });
});
