import assert from 'node:assert/strict';
import { printable, printableJson } from '../../src/terminal/printable.js';

describe('printable', () => {
  const cases: readonly [name: string, text: string, shown: string][] = [
    ['plain text and other scripts stay', 'Zoë <sip:a@例え.jp> 👩‍👧 a\u0301', 'Zoë <sip:a@例え.jp> 👩‍👧 a\u0301'],
    ['an ANSI escape', '\u001b[31mred', '␛[31mred'],
    ['NUL, CR, LF and DEL', '\0\r\n\u007f', '␀␍␊␡'],
    ['C1 controls', 'a\u009b31m', 'a<U+009B>31m'],
    ['bidirectional overrides', 'a\u202eb\u2066c', 'a<U+202E>b<U+2066>c'],
    ['a lone surrogate', 'a\ud800b', 'a<U+D800>b'],
    ['line separators and a byte order mark', '\u2028\ufeff', '<U+2028><U+FEFF>'],
    ['tag characters', '\u{e0041}', '<U+E0041>'],
  ];
  for (const [name, text, shown] of cases) {
    it(name, () => assert.equal(printable(text), shown));
  }
});

describe('printableJson', () => {
  for (const value of ['\u001b[0m', 'a\u009bb', '\u202e', '\u2028', '\u{e0041}', '\ud800', '"\\\u007f', 'Zoë 👩‍👧']) {
    const codes = Array.from(value, (character) => character.codePointAt(0)?.toString(16)).join(' ');
    it(`keeps ${codes} and shows nothing that acts`, () => {
      const json = printableJson(JSON.stringify({ value }, null, 2));
      assert.deepEqual(JSON.parse(json), { value });
      assert.equal(printable(json.replaceAll('\n', ' ')), json.replaceAll('\n', ' '));
    });
  }
});
