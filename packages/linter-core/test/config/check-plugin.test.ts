import assert from 'node:assert/strict';
import { creationProblem, pluginProblems } from '../../src/config/check-plugin.js';
import { housePlugin, quietRule } from './rules-for-tests.js';

const meta = { name: 'house', version: '1.0.0', apiVersion: 1 };
const facts = { id: 'r', category: 'style', title: 'T', severity: 'error', messages: { m: 'M' } };
const create = () => ({});
const withRule = (rule: unknown) => ({ meta, rules: { r: rule } });

const broken: [plugin: unknown, ...problems: RegExp[]][] = [
  [undefined, /default export is no plugin/],
  [() => {}, /default export is no plugin/],
  [{ rules: {} }, /default export is no plugin/],
  [
    { meta: { ...meta, apiVersion: 2 }, rules: 5 },
    /made for plugin interface 2, but this siplint has 1: update siplint/,
  ],
  [{ meta: { ...meta, apiVersion: '1' }, rules: {} }, /apiVersion must be the number 1/],
  [{ meta: { name: 'h', version: '1' }, rules: {} }, /apiVersion must be the number 1/],
  [{ meta: { ...meta, name: 'House Rules' }, rules: {} }, /meta\.name must be lower-case/],
  [{ meta: { ...meta, name: '@acme/x' }, rules: {} }, /meta\.name must be lower-case/],
  [{ meta: { ...meta, version: 1 }, rules: {} }, /meta\.version must be a text/],
  [{ meta }, /rules must be an object/],
  [{ meta, rules: [] }, /rules must be an object/],
  [withRule(null), /rule "r" is no rule/],
  [withRule({ create }), /rule "r" is no rule/],
  [withRule({ meta: facts }), /rule "r": create must be a function/],
  [withRule({ meta: { ...facts, id: 'q' }, create }), /rule "r": meta\.id must equal the key .* found "q"/],
  [
    withRule({ meta: { ...facts, severity: 'fatal' }, create }),
    /rule "r": meta\.severity must be one of error, warning, info, hint/,
  ],
  [withRule({ meta: { ...facts, messages: {} }, create }), /rule "r": meta\.messages must hold one text or more/],
  [withRule({ meta: { ...facts, messages: { m: 1 } }, create }), /rule "r": meta\.messages/],
  [
    withRule({ meta: { ...facts, options: { schema: {} } }, create }),
    /rule "r": meta\.options must be \{ schema, default \}/,
  ],
  [withRule({ meta: { ...facts, title: undefined, category: 3 }, create }), /meta\.category/, /meta\.title/],
  [
    { meta, rules: { 'Bad/Id': { meta: { ...facts, id: 'Bad/Id' }, create } } },
    /rule "Bad\/Id": its id must be lower-case/,
  ],
  [
    { meta, rules: { 'limit-reached': { meta: { ...facts, id: 'limit-reached' }, create } } },
    /belongs to siplint itself/,
  ],
  [{ meta, rules: {}, presets: { p: {} } }, /preset "p" must be \{ rules/],
  [{ meta, rules: {}, presets: { p: { rules: { r: true } } } }, /preset "p": rule "r" must have a severity/],
];

describe('plugins', () => {
  for (const [index, [plugin, ...expected]] of broken.entries()) {
    it(`${index}: ${expected.map(({ source }) => source).join('; ')}`, () => {
      const problems = pluginProblems(plugin);
      assert.equal(problems.length, expected.length, problems.join('\n'));
      for (const [at, pattern] of expected.entries()) assert.match(problems[at] ?? '', pattern);
    });
  }

  it('that are well made have no problems', () => {
    assert.deepEqual(pluginProblems(housePlugin), []);
    assert.deepEqual(pluginProblems(withRule({ meta: facts, create })), []);
  });

  it('tell of a rule that cannot be created', () => {
    const failing = { ...quietRule('r'), create: () => assert.fail('no luck') };
    assert.equal(creationProblem(failing), 'rule "r": create threw: no luck');
    assert.equal(creationProblem(quietRule('r')), undefined);
  });
});
