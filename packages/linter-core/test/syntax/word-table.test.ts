import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeUnitsOf } from '../../src/syntax/code-units.js';
import { WordTable } from '../../src/syntax/word-table.js';

const WORDS = ['q', 'lr', 'To', 'tag', 'From', 'rport', 'branch', 'Call-ID', 'Max-Forwards', 'Content-Length', 'Via'];
const TABLE = new WordTable(WORDS.map((word) => [word, word.toUpperCase()]));

function found(text: string): string | undefined {
  return TABLE.find(codeUnitsOf(`<${text}>`), 1, text.length + 1);
}

describe('word table', () => {
  it('finds its words', () => {
    for (const word of WORDS) assert.equal(found(word), word.toUpperCase());
  });

  it('finds nothing else', () => {
    for (const text of ['Q', 'l', 'lrr', 'from', 'brunch', 'Max-Forxards', 'Content-Lengt', 'Xontent-Length']) {
      assert.equal(found(text), undefined, text);
    }
  });

  it('tells characters apart that share their lower octet or their bits', () => {
    for (const text of [
      '\u0171',
      'l\u0172',
      '\u0174ag',
      'ta\u0167',
      'r\u0170ort',
      'Call-I\u0144',
      'Max-F\u016frwards',
    ]) {
      assert.equal(found(text), undefined, text);
      assert.equal(found(`${text.slice(0, 1)}\u0101${text.slice(2)}`), undefined);
    }
  });

  it('holds a text to be a word just if it is one', () => {
    const letter = fc.constantFrom(...'Viatqlrogbnch-CALID', '\u0156', '\u0169');
    const near = fc
      .constantFrom(...WORDS)
      .chain((word) =>
        fc.tuple(fc.nat(word.length - 1), letter).map(([at, put]) => word.slice(0, at) + put + word.slice(at + 1)),
      );
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: letter, minLength: 1, maxLength: 6 })), (text) => {
        assert.equal(found(text), WORDS.includes(text) ? text.toUpperCase() : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
