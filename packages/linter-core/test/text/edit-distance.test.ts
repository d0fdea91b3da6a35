import assert from 'node:assert/strict';
import { nearest, typoDistance } from '../../src/text/edit-distance.js';

describe('nearest', () => {
  const methods = ['INVITE', 'ACK', 'BYE', 'CANCEL', 'REGISTER', 'OPTIONS', 'UPDATE'];
  const cases: [word: string, candidates: string[], maxDistance: number, expected: string | undefined][] = [
    ['INVITE', methods, 2, 'INVITE'],
    ['INVTE', methods, 2, 'INVITE'],
    ['INNVITE', methods, 2, 'INVITE'],
    ['INVITA', methods, 2, 'INVITE'],
    ['IVNITE', methods, 1, undefined], // a swap is two edits
    ['IVNITE', methods, 2, 'INVITE'],
    ['REGSTR', methods, 1, undefined],
    ['REGSTR', methods, 2, 'REGISTER'],
    ['invite', methods, 2, undefined],
    ['', methods, 2, undefined],
    ['', ['ab'], 2, 'ab'],
    ['', ['', 'a'], 2, ''],
    ['A', [], 2, undefined],
    ['via', ['vib', 'vic'], 1, 'vib'],
    ['via', ['vxx', 'vix', 'viy'], 2, 'vix'],
    ['kitten', ['sitting'], 3, 'sitting'],
    ['kitten', ['sitting'], 2, undefined],
    ['abcdef', ['bcdefg'], 2, 'bcdefg'],
    ['abcdef', ['bcdefg'], 1, undefined],
    ['abc', ['abc'], 0, 'abc'],
    ['abc', ['abd'], 0, undefined],
  ];
  for (const [word, candidates, maxDistance, expected] of cases) {
    it(`"${word}" within ${maxDistance} of ${candidates.length} words is ${expected}`, () => {
      assert.equal(nearest(word, candidates, maxDistance), expected);
    });
  }

  it('agrees with the full matrix on all short words', () => {
    const words = wordsUpTo(4);
    for (const a of words) {
      for (const b of words) {
        const distance = levenshtein(a, b);
        for (const bound of [0, 1, 2, 3]) {
          assert.equal(nearest(a, [b], bound) !== undefined, distance <= bound, `${a} ${b} ${bound}`);
        }
      }
    }
  });

  it('takes a hostile word and a hostile candidate', () => {
    assert.equal(nearest('a'.repeat(100_000), ['b'.repeat(100_000), 'a'], 3), undefined);
  });
});

describe('typoDistance', () => {
  it('grows with the word', () => {
    assert.deepEqual(['Via', 'CSeq', 'Route', 'via-branch-magic'].map(typoDistance), [1, 1, 2, 3]);
  });
});

function wordsUpTo(length: number): string[] {
  const words = [''];
  for (let i = 0; words[i] !== undefined && (words[i] ?? '').length < length; i++) {
    for (const letter of 'ab') words.push(words[i] + letter);
  }
  return words;
}

function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return levenshtein(x, y);
  return 1 + Math.min(levenshtein(x, b), levenshtein(a, y), levenshtein(x, y));
}
