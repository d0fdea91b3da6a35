import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../src/text/line-index.js';

describe('line index', () => {
  const table: readonly [text: string, offset: number, line: number, column: number][] = [
    ['', 0, 1, 1],
    ['ab', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 2, 1, 3],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\rb\nc', 2, 1, 3],
    ['a\n', 2, 2, 1],
    ['\u{1f600}b', 2, 1, 3],
    ['ab', 99, 1, 3],
    ['ab', -1, 1, 1],
  ];
  for (const [text, offset, line, column] of table) {
    it(`${offset} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(new LineIndex(text).positionAt(offset), { line, column });
    });
  }

  it('moves a position outside the text to its end', () => {
    const index = new LineIndex('ab\ncd');
    assert.equal(index.offsetAt({ line: 9, column: 1 }), 5);
    assert.equal(index.offsetAt({ line: 2, column: 99 }), 5);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r')), (parts) => {
        const text = parts.join('');
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++)
          assert.equal(index.offsetAt(index.positionAt(offset)), offset);
        assert.equal(index.count, text.split(text.includes('\n') ? '\n' : '\r').length);
      }),
    );
  });
});
