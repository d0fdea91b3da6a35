import assert from 'node:assert/strict';
import { issuesOf, itReads, paramsOf, rowOf } from './row.js';

describe('Call-ID', () => {
  itReads('Call-ID', [
    ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6@biloxi.com'],
    ['a84b4c76e66710'],
    ['intmeth.word%ZK-!.*_+\'@word`~)(><:\\/"][?}{'],
    ['"unclosed@[::1]'],
    ['a84b4c 76e66710@pc33.example.com', ['call-id.invalid-character', ' ']],
    ['a,b@c', ['call-id.invalid-character', ',']],
    ['a;b=c', ['call-id.invalid-character', ';']],
    ['a&#$^|b@c', ['call-id.invalid-character', '&#$^|']],
    ['a@b@c', ['call-id.invalid-character', '@']],
    ['caf\u00e9@host', ['call-id.invalid-character', '\u00e9']],
    ['@host', ['call-id.word-missing', '@host']],
    ['a@', ['call-id.word-missing', 'a@']],
    ['@', ['call-id.word-missing', '@']],
    ['@@', ['call-id.invalid-character', '@']],
  ]);

  it('keeps the text of a malformed one', () => {
    const field = rowOf('Call-ID', 'a b@c');
    assert.equal(field.value, undefined);
    assert.equal(field.values[0]?.partial?.text, 'a b@c');
  });
});

describe('In-Reply-To', () => {
  itReads('In-Reply-To', [
    ['70710@saturn.bell-tel.com, 17320@saturn.bell-tel.com'],
    ['a"b@c<d, e>f'],
    ['a b, c@d', ['call-id.invalid-character', ' ']],
    ['a@, b', ['call-id.word-missing', 'a@']],
    ['a,,b', ['list.empty-element', ',']],
    ['a;b, c', ['call-id.invalid-character', ';']],
  ]);

  it('gives each element', () => {
    const field = rowOf('In-Reply-To', 'a@b , c d,"e@f');
    assert.deepEqual(
      field.values.map(({ value, partial }) => [value?.text, partial?.text]),
      [
        ['a@b', 'a@b'],
        [undefined, 'c d'],
        ['"e@f', '"e@f'],
      ],
    );
  });
});

describe('a Call-ID with parameters', () => {
  itReads('Replaces', [
    ['12345@192.0.2.3;to-tag=12345;from-tag=5FFE'],
    ['a ; early-only;x="y"'],
    ['a b;to-tag=1', ['class.call-id.invalid-character', ' ']],
    [';to-tag=1', ['class.call-id.word-missing', '']],
    ['a;to-tag=b c', ['param.value-malformed', 'b c']],
  ]);

  it('gives Call-ID and parameters of each value', () => {
    const field = rowOf('Replaces', 'a@b ;to-tag=1, c');
    assert.deepEqual(issuesOf(field), []);
    assert.deepEqual(field.value, {
      start: 10,
      end: 13,
      text: 'a@b',
      params: [
        { start: 15, end: 23, name: 'to-tag', key: 'to-tag', value: '1', nameEnd: 21, valueStart: 22, quoted: false },
      ],
    });
    assert.equal(field.values[1]?.value?.text, 'c');
    assert.deepEqual(paramsOf(field.values[1]?.value), []);
  });
});
