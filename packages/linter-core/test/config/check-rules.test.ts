import assert from 'node:assert/strict';
import { Catalogue, type SiplintConfig } from '@siplint/core';
import { checkRules } from '../../src/config/check-rules.js';
import { housePlugin, quietRule, rules } from './rules-for-tests.js';

const catalogue = new Catalogue(rules, [housePlugin]);

const broken: [config: SiplintConfig, ...errors: [keyPath: string, message: string, hint?: string | RegExp][]][] = [
  [
    { rules: { 'via-branhc': 'off' } },
    ['rules.via-branhc', 'there is no rule "via-branhc"', 'Did you mean "via-branch"?'],
  ],
  [{ rules: { xyzzy: 'off' } }, ['rules.xyzzy', 'there is no rule "xyzzy"', '"siplint rules" lists them all']],
  [{ rules: { 'no-fun': 'off' } }, ['rules.no-fun', 'there is no rule "no-fun"', 'Did you mean "house/no-fun"?']],
  [
    { rules: { 'house/no-fan': 'off' } },
    ['rules.house/no-fan', 'there is no rule "house/no-fan"', 'Did you mean "house/no-fun"?'],
  ],
  [
    { rules: { 'hose/no-fun': 'off' } },
    ['rules.hose/no-fun', 'there is no rule "hose/no-fun"', 'Did you mean "house/no-fun"?'],
  ],
  [
    { rules: { 'acme/x': 'off' } },
    ['rules.acme/x', 'there is no rule "acme/x"', 'No plugin of the name "acme" is loaded: list it under "plugins"'],
  ],
  [
    { rules: Object.fromEntries([['constructor', 'off']]) },
    ['rules.constructor', 'there is no rule "constructor"', '"siplint rules" lists them all'],
  ],
  [
    { rules: { 'category:vai': 'off' } },
    ['rules.category:vai', 'there is no category "vai"', 'Categories: ims, rack, style, syntax, via'],
  ],
  [
    { rules: { 'category:sytax': 'off' } },
    ['rules.category:sytax', 'there is no category "sytax"', 'Did you mean "syntax"?'],
  ],
  [
    { rules: { 'rfc:9999': 'off' } },
    ['rules.rfc:9999', 'no rule refers to RFC 9999', 'RFCs with rules: 3261, 3262, 7315'],
  ],
  [
    { rules: { 'category:via': ['off', { most: 1 }] } },
    ['rules.category:via[1]', 'options cannot be given to several rules at once', 'Give them to a rule by its id'],
  ],
  [
    { rules: { 'via-branch': ['error', {}] } },
    ['rules.via-branch[1]', 'rule "via-branch" has no options', 'Write its severity alone'],
  ],
  [
    { rules: { limit: ['error', { most: 0, tolerated: [1], mode: 'fats', mots: 1 }] } },
    ['rules.limit[1].mode', 'expected one of "fast", "thorough", found "fats"', undefined],
    ['rules.limit[1].most', 'expected 1 or more, found 0'],
    ['rules.limit[1].mots', 'unknown key "mots"', 'Known keys: "most", "tolerated", "mode"'],
    ['rules.limit[1].tolerated[0]', 'expected a value of type string, found 1'],
  ],
  [{ rules: { limit: ['error', 5] } }, ['rules.limit[1]', 'expected a value of type object, found 5']],
  [{ rules: { limit: ['error', { most: 100 }] } }, ['rules.limit[1].most', 'expected 99 or less, found 100']],
  [{ extends: 'stricd' }, ['extends', 'there is no preset "stricd"', 'Did you mean "strict"?']],
  [
    { extends: ['strict', 'house/hard'] },
    ['extends[1]', 'there is no preset "house/hard"', /^Presets: "recommended", "strict"/],
  ],
  [
    { overrides: [{ files: 'x', rules: { nothing: 'off' } }] },
    ['overrides[0].rules.nothing', 'there is no rule "nothing"', '"siplint rules" lists them all'],
  ],
];

describe('names in a configuration', () => {
  for (const [config, ...expected] of broken) {
    it(`${JSON.stringify(config)} is refused`, async () => {
      const errors = await checkRules([{ name: 'f', config }], catalogue);
      assert.deepEqual(
        errors.map(({ keyPath, message }) => [keyPath, message]),
        expected.map(([keyPath, message]) => [keyPath, message]),
      );
      for (const [index, [, , hint]] of expected.entries()) {
        if (hint instanceof RegExp) assert.match(errors[index]?.hint ?? '', hint);
        else assert.equal(errors[index]?.hint, hint);
      }
    });
  }

  it('tells of a rule whose options have no valid schema', async () => {
    const options = { schema: { type: 'nonsense' }, default: {} };
    const rule = { meta: { ...quietRule('r').meta, options }, create: () => ({}) };
    const plugin = { meta: { name: 'p', version: '1', apiVersion: 1 }, rules: { r: rule } };
    const config: SiplintConfig = { rules: { 'p/r': ['error', {}] } };
    const [error] = await checkRules([{ name: 'f', config }], new Catalogue([], [plugin]));
    assert.match(error?.message ?? '', /^the options of rule "p\/r" cannot be checked: /);
  });

  it('takes what exists', async () => {
    const config: SiplintConfig = {
      extends: ['recommended', 'ims', 'house/soft', 'house/strict'],
      rules: {
        limit: ['error', { most: 99, mode: 'fast' }],
        'house/no-fun': 'off',
        'category:via': 'hint',
        'rfc:3262': ['off'],
      },
    };
    assert.deepEqual(await checkRules([{ name: 'f', config }], catalogue), []);
  });
});
