import assert from 'node:assert/strict';
import { itReads, paramsOf, rowOf } from './row.js';

describe('Accept-Language', () => {
  itReads('Accept-Language', [
    ['da, en-gb;q=0.8, en;q=0.7, *;q=0.1'],
    ['es-419, zh-Hant-TW , sl-rozaj-1994'],
    ['i-klingon'],
    ['en_US', ['language-tag.malformed', 'en_US']],
    ['en us, da', ['language-tag.malformed', 'en us']],
    ['en-, da', ['language-tag.malformed', 'en-']],
    ['-en', ['language-tag.malformed', '-en']],
    ['en--us;q=0.5', ['language-tag.malformed', 'en--us']],
    ['419', ['language-tag.malformed', '419']],
    ['abcdefghi', ['language-tag.malformed', 'abcdefghi']],
    ['en-abcdefghi', ['language-tag.malformed', 'en-abcdefghi']],
    ['*-CH', ['language-tag.malformed', '*-CH']],
    [';q=1', ['language-tag.malformed', '']],
    ['en;q=1.1', ['qvalue.invalid', '1.1']],
    ['en;a=1;a=2', ['param.duplicate', 'a=2']],
    ['da,,en', ['list.empty-element', ',']],
  ]);

  it('gives range and parameters', () => {
    const field = rowOf('Accept-Language', 'en-gb ;q=0.8,*');
    assert.equal(field.value?.token.text, 'en-gb');
    assert.deepEqual(paramsOf(field.value), [['q', '0.8']]);
    assert.equal(field.values[1]?.value?.token.text, '*');
  });
});

describe('Content-Language', () => {
  itReads('Content-Language', [
    ['fr'],
    ['mi, en'],
    ['*', ['language-tag.malformed', '*']],
    ['en;q=1', ['language-tag.malformed', 'en;q=1']],
    ['en_US, de', ['language-tag.malformed', 'en_US']],
  ]);
});
