import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceText, utf8Length } from '../../src/text/source-text.js';

const bytes = (...octets: number[]) => Uint8Array.from(octets);

describe('source text', () => {
  const table: readonly [name: string, octets: Uint8Array, text: string, encoding: string, isSingleByte: boolean][] = [
    ['ASCII', bytes(0x61, 0x0a), 'a\n', 'utf-8', true],
    ['UTF-8', bytes(0xc3, 0xa9), '\u00e9', 'utf-8', false],
    ['four octets', bytes(0xf0, 0x9f, 0x98, 0x80), '\u{1f600}', 'utf-8', false],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), '\ufeffa', 'utf-8', false],
    ['a NUL', bytes(0x00), '\0', 'utf-8', true],
    ['Latin-1', bytes(0x61, 0xe9), 'a\u00e9', 'bytes', true],
    ['octets that windows-1252 would move', bytes(0x80, 0x9f), '\u0080\u009f', 'bytes', true],
    ['a surrogate in UTF-8, which is no UTF-8', bytes(0xed, 0xa0, 0x80), '\u00ed\u00a0\u0080', 'bytes', true],
    ['a cut sequence', bytes(0xc3), '\u00c3', 'bytes', true],
    ['nothing', bytes(), '', 'utf-8', true],
  ];
  for (const [name, octets, text, encoding, isSingleByte] of table) {
    it(name, () => {
      const source = SourceText.fromBytes(octets);
      assert.deepEqual([source.text, source.encoding, source.isSingleByte], [text, encoding, isSingleByte]);
      assert.equal(source.byteLength(0, source.length), octets.length);
      assert.deepEqual(source.encode(source.text), octets);
    });
  }

  it('gives back any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (octets) => {
        const source = SourceText.fromBytes(octets);
        assert.deepEqual(source.encode(source.text), octets);
      }),
      { numRuns: 20 },
    );
  });

  it('knows of text that it did not decode whether characters are octets', () => {
    assert.equal(SourceText.fromString('abc').isSingleByte, true);
    assert.equal(SourceText.fromString('ab\u00e9').isSingleByte, false);
    assert.equal(SourceText.fromString('ab\u00e9', 'bytes').isSingleByte, true);
  });

  it('counts octets as the encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(utf8Length(text), new TextEncoder().encode(text).length);
      }),
    );
    assert.equal(utf8Length('\ud800'), 3);
  });
});

describe('octets from a place', () => {
  const pieces = fc.constantFrom('a', '\r\n', '\n', '\r', '\u00e9', '\u20ac', '\u{1f600}', 'abc'.repeat(300));
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  it('are counted as stored', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = SourceText.fromString(text);
        const index = source.octets('stored');
        for (const start of [0, Math.floor(text.length / 2)]) {
          if (isInsidePair(text, start)) continue;
          for (const end of [start, start + 1, Math.floor((start + text.length) / 2), text.length]) {
            if (end > text.length || isInsidePair(text, end)) continue;
            const octets = utf8Length(text, start, end);
            assert.equal(index.length(start, end), octets);
            assert.equal(index.offsetAfter(start, octets), end);
          }
        }
      }),
    );
  });

  it('are counted with every line end as CRLF', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = SourceText.fromString(text).octets('crlf');
        const lone = text.includes('\n') ? /(?<!\r)\n/g : /\r/g;
        const octets = utf8Length(text.replace(lone, '\r\n'));
        assert.equal(index.length(0, text.length), octets);
        assert.equal(index.offsetAfter(0, octets), text.length);
      }),
    );
  });

  const table: readonly [text: string, count: 'stored' | 'crlf', octets: number, offset: number | undefined][] = [
    ['abc', 'stored', 0, 0],
    ['abc', 'stored', 3, 3],
    ['abc', 'stored', 4, undefined],
    ['abc', 'stored', Number.POSITIVE_INFINITY, undefined],
    ['\u00e9b', 'stored', 1, undefined],
    ['\u{1f600}b', 'stored', 4, 2],
    ['a\nb', 'crlf', 3, 2],
    ['a\nb', 'crlf', 2, undefined],
    ['a\r\nb', 'crlf', 3, 3],
    ['a\r\nb', 'crlf', 2, 2],
    ['a\rb', 'crlf', 3, 2],
    ['a\rb\n', 'crlf', 2, 2],
  ];
  for (const [text, count, octets, offset] of table) {
    it(`${octets} of ${JSON.stringify(text)}, ${count}`, () => {
      assert.equal(SourceText.fromString(text).octets(count).offsetAfter(0, octets), offset);
    });
  }
});

function isInsidePair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
