import assert from 'node:assert/strict';
import { parseMarkedText, SourceText } from '@siplint/core';
import { excerpt } from '../../src/terminal/excerpt.js';

/** The line and below it the mark, as a terminal of that width would show them; `…|>` marks the range in the text. */
function show(marked: string, width = 80): string[] {
  const { text, ranges } = parseMarkedText(marked);
  const [range] = ranges;
  assert.ok(range);
  const shown = excerpt(SourceText.fromString(text), range.start, range.end, width);
  return [shown.text, ' '.repeat(shown.markStart) + '^'.repeat(shown.markWidth)];
}

describe('excerpt', () => {
  const cases: readonly [name: string, marked: string, line: string, mark: string][] = [
    ['a range in a line', 'a\r\nCSeq: <|x|> INVITE\r\nb', 'CSeq: x INVITE', '      ^'],
    ['an empty range', 'To: <||>b', 'To: b', '    ^'],
    ['an empty range at the end of a line', 'To:<||>\r\n', 'To:', '   ^'],
    ['wide characters before it', 'To: 例え <|x|>', 'To: 例え x', '         ^'],
    ['wide characters within it', 'To: <|例え|> x', 'To: 例え x', '    ^^^^'],
    ['an emoji of several code points', '👩‍👧 <|x|>', '👩‍👧 x', '   ^'],
    ['a combining mark', 'e\u0301 <|x|>', 'e\u0301 x', '  ^'],
    ['a control character before it', 'a\0b <|x|>', 'a␀b x', '    ^'],
    ['a control without a picture of its own', '\u009b<|x|>', '<U+009B>x', '        ^'],
    ['tabs', '\tab\t<|x|>', '    ab  x', '        ^'],
    ['the terminator', 'To: a<|\r\n|>b', 'To: a␍␊', '     ^^'],
    ['the second half of CRLF', 'To: a\r<|\n|>b', 'To: a␍␊', '      ^'],
    ['a carriage return within the line', 'To: a\r<|b|>\r\n', 'To: a␍b', '      ^'],
    ['half of a surrogate pair', 'To: \ud83d<|\ude00|>x', 'To: 😀x', '    ^^'],
    ['a tab alone', 'a<|\t|>b', 'a   b', ' ^^^'],
  ];
  for (const [name, marked, line, mark] of cases) {
    it(name, () => assert.deepEqual(show(marked), [line, mark]));
  }

  it('tells how many lines follow', () => {
    const source = SourceText.fromString('a\nb\nc\nd');
    assert.equal(excerpt(source, 0, 5, 80).moreLines, 2);
    assert.equal(excerpt(source, 0, 4, 80).moreLines, 1);
    assert.equal(excerpt(source, 0, 2, 80).moreLines, 0);
  });

  describe('long lines', () => {
    it('cuts around a range in the middle', () => {
      const [line = '', mark = ''] = show(`${'a'.repeat(200)}<|xyz|>${'b'.repeat(200)}`, 40);
      assert.equal(line, `…${'a'.repeat(13)}xyz${'b'.repeat(22)}…`);
      assert.equal(line.slice(mark.indexOf('^'), mark.length), 'xyz');
    });
    it('cuts behind a range at the start', () => {
      assert.deepEqual(show(`<|x|>${'b'.repeat(100)}`, 20), [`x${'b'.repeat(17)}…`, '^']);
    });
    it('marks as much of a long range as there is room for', () => {
      const [line = '', mark = ''] = show(`ab<|${'x'.repeat(500)}|>`, 20);
      assert.equal(line, `ab${'x'.repeat(16)}…`);
      assert.equal(mark, `  ${'^'.repeat(16)}`);
    });
    it('looks at little of a line of a million characters', () => {
      const source = SourceText.fromString('é'.repeat(1_000_000));
      const shown = excerpt(source, 500_000, 500_001, 60);
      assert.equal(shown.text.length, 60);
    });
  });
});
