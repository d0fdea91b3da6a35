import assert from 'node:assert/strict';
import { Failure } from '../../src/failure.js';
import { parseRuleOptions } from '../../src/options/rule-option.js';

describe('--rule', () => {
  const cases: readonly [value: string, settings: object][] = [
    ['cseq-malformed: off', { 'cseq-malformed': 'off' }],
    ['  cseq-malformed :warning ', { 'cseq-malformed': 'warning' }],
    ['category:via: hint', { 'category:via': 'hint' }],
    ['rfc:3262:info', { 'rfc:3262': 'info' }],
    ['house/a: [error]', { 'house/a': ['error'] }],
    ['a: [warning, {"max": 3, "list": ["b: off"]}]', { a: ['warning', { max: 3, list: ['b: off'] }] }],
    ['a: ["warning", {"max": 3}]', { a: ['warning', { max: 3 }] }],
    ['{"a": "off", "b": ["error", {}]}', { a: 'off', b: ['error', {}] }],
    ['__proto__: off', JSON.parse('{"__proto__": "off"}')],
  ];
  for (const [value, settings] of cases) {
    it(value, () => assert.deepEqual(parseRuleOptions([value]), settings));
  }

  it('lets a later one win', () => {
    assert.deepEqual(parseRuleOptions(['a: off', 'b: info', 'a: error']), { a: 'error', b: 'info' });
  });

  for (const value of [
    'a',
    ': off',
    'a: loud',
    'a: [loud]',
    'a: [warning',
    'a: [warning, {}, 1]',
    '{"a": 1}',
    '{"a"',
  ]) {
    it(`refuses ${value}`, () => {
      assert.throws(
        () => parseRuleOptions([value]),
        (error) => error instanceof Failure && error.message.includes(value) && error.advice !== undefined,
      );
    });
  }
});
