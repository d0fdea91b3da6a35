import assert from 'node:assert/strict';
import { Catalogue, presetNames, presetRules } from '@siplint/core';
import { housePlugin, rules } from './rules-for-tests.js';

const catalogue = new Catalogue(rules, [housePlugin]);

function severities(preset: string): Record<string, string> | undefined {
  const entries = presetRules(preset, catalogue);
  return entries && Object.fromEntries(entries.map(({ id, severity }) => [id, severity]));
}

describe('presets', () => {
  const cases: [preset: string, expected: Record<string, string> | undefined][] = [
    [
      'recommended',
      {
        'via-branch': 'error',
        'via-grammar': 'error',
        'rack-grammar': 'error',
        'rseq-order': 'warning',
        limit: 'info',
      },
    ],
    [
      'strict',
      {
        'via-branch': 'error',
        'via-grammar': 'error',
        'rack-grammar': 'error',
        'rseq-order': 'warning',
        'blank-lines': 'hint',
        'ims-header': 'warning',
        limit: 'warning',
      },
    ],
    ['syntax', { 'via-grammar': 'error', 'rack-grammar': 'error' }],
    ['rfc3261', { 'via-branch': 'error', 'via-grammar': 'error', 'rseq-order': 'warning', limit: 'info' }],
    ['ims', { 'ims-header': 'warning' }],
    ['house/soft', { 'house/no-fun': 'hint', 'via-branch': 'off', 'house/limit': 'info' }],
    ['house/recommended', { 'house/no-fun': 'warning' }],
    ['house/strict', { 'house/no-fun': 'warning', 'house/limit': 'error' }],
    ['house/ims', undefined],
    ['other/strict', undefined],
    ['recomended', undefined],
    ['constructor', undefined],
    ['house/constructor', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ];
  for (const [preset, expected] of cases) {
    it(`"${preset}" has ${expected ? Object.keys(expected).length : 'no'} rules`, () => {
      assert.deepEqual(severities(preset), expected);
    });
  }

  it('strict gives the strict options and ignores ceilings; recommended does neither', () => {
    const limit = (preset: string) => presetRules(preset, catalogue)?.find(({ id }) => id === 'limit');
    assert.deepEqual(limit('strict')?.options, { most: 70, tolerated: [] });
    assert.equal(limit('strict')?.ignoresCeilings, true);
    assert.deepEqual(limit('recommended')?.options, { most: 70, tolerated: ['x'] });
    assert.equal(limit('recommended')?.ignoresCeilings, false);
  });

  it('names all that can be extended', () => {
    assert.deepEqual([...presetNames(catalogue)].sort(), [
      'house/recommended',
      'house/soft',
      'house/strict',
      'ims',
      'recommended',
      'rfc3261',
      'strict',
      'syntax',
    ]);
  });
});
