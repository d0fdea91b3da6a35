import assert from 'node:assert/strict';
import { type Example, resolveConfig } from '@siplint/core';
import { lintExample, readExample } from '@siplint/core/testing';
import { rules } from '../../src/index.js';

const config = resolveConfig([], rules, [], { preset: 'recommended' }).forFile('');

/** Messages with one defect each, of which the named rule alone among all of `recommended` reports exactly the marked ranges. */
export function testAlone(topic: string, rows: readonly (readonly [ruleId: string, example: Example])[]): void {
  describe(`one rule speaks: ${topic}`, () => {
    for (const [ruleId, example] of rows) {
      const { text, ranges } = readExample(example);
      const marked = ranges.map(({ start, end }) => JSON.stringify(text.slice(start, end)).slice(0, 80));
      it(`${ruleId} of ${marked.join(' and ')}`, () => {
        const found = lintExample(readExample(example), config).findings;
        const expected = ranges.map((range) => describeRange(ruleId, range.start, range.end));
        assert.deepEqual(found.map((each) => describeRange(each.ruleId, each.start, each.end)).sort(), expected.sort());
      });
    }
  });
}

function describeRange(ruleId: string, start: number, end: number): string {
  return `${ruleId} at ${start}-${end}`;
}
