import assert from 'node:assert/strict';
import { SourceText } from '../../src/text/source-text.js';

describe('OctetIndex.before', () => {
  for (const [name, text] of [
    ['ASCII', 'a'.repeat(10_000)],
    ['two octets', 'é'.repeat(10_000)],
    ['surrogate pairs', '😀'.repeat(10_000)],
    ['surrogate pairs over the marks', `x${'😀'.repeat(10_000)}`],
    ['lone surrogates', 'a\ud800b'.repeat(3000)],
  ] as const) {
    it(`counts as the encoder does: ${name}`, () => {
      const octets = SourceText.fromString(text).octets('stored');
      for (const offset of [8999, 0, 1, 511, 512, 513, 4095, 4096, 4097, 8191, 8192, 8193]) {
        const isInsidePair =
          /[\ud800-\udbff]$/.test(text.slice(0, offset)) && /^[\udc00-\udfff]/.test(text.slice(offset));
        const before = text.slice(0, isInsidePair ? offset - 1 : offset);
        assert.equal(octets.before(offset), new TextEncoder().encode(before).length, `at ${offset}`);
      }
    });
  }

  it('is the identity where octets are code units', () => {
    assert.equal(SourceText.fromString('é€', 'bytes').octets('stored').before(2), 2);
  });

  it('counts a lone LF twice as on the wire', () => {
    const octets = SourceText.fromString('é\na\r\nb\n').octets('crlf');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((offset) => octets.before(offset)),
      [0, 2, 4, 5, 6, 7, 8, 10],
    );
  });
});
