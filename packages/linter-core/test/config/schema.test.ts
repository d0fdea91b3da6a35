import assert from 'node:assert/strict';
import { Catalogue, configSchema } from '@siplint/core';
import { Ajv } from 'ajv';
import { rules } from './rules-for-tests.js';

const schema = configSchema(new Catalogue(rules));

describe('JSON Schema of the configuration', () => {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false });
  ajv.addVocabulary(['errorMessage']);
  const validate = ajv.compile(schema);

  const cases: [config: unknown, isValid: boolean][] = [
    [
      { extends: 'strict', rules: { limit: ['error', { most: 5 }], 'via-branch': 'off', 'category:rack': 'hint' } },
      true,
    ],
    [{ rules: { 'rfc:3262': 'off', 'house/any': ['error', {}] } }, true],
    [{ rules: { limit: ['error', { most: 0 }] } }, false],
    [{ rules: { 'via-branch': ['error', {}] } }, false],
    [{ rules: { 'via-branch': ['error'] } }, true],
    [{ rules: { 'via-branhc': 'error' } }, false],
    [{ rules: { 'category:vai': 'error' } }, false],
    [{ rules: { 'via-branch': true } }, false],
    [{ extends: ['./base.json', 'recommended'] }, true],
    [{ overrides: [{ files: 'x', rules: { limit: ['hint', { mode: 'slow' }] } }] }, false],
  ];
  for (const [config, isValid] of cases) {
    it(`${isValid ? 'takes' : 'refuses'} ${JSON.stringify(config)}`, () => assert.equal(validate(config), isValid));
  }

  it('tells editors what rules are about', () => {
    const text = JSON.stringify(schema);
    assert.match(text, /"via-branch":\{[^}]*\}.*"description":"Be quiet"/);
  });
});
