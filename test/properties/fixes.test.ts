import assert from 'node:assert/strict';
import {
  type FileConfig,
  type Finding,
  type FixSafety,
  fixSource,
  MOST_FIX_PASSES,
  readSipFile,
  resolveConfig,
  SourceText,
  syntaxIssuesOf,
} from '@siplint/core';
import { rules } from '@siplint/rules';
import fc from 'fast-check';
import { octets } from './messages.js';
import { runs } from './runs.js';

const CONFIGS = ['recommended', 'strict'].map((preset) => resolveConfig([], rules, [], { preset }).forFile(''));

function countIssues(source: SourceText, { input }: FileConfig): number {
  return readSipFile(source, input).messages.reduce((sum, message) => sum + [...syntaxIssuesOf(message)].length, 0);
}

function fix(source: SourceText, config: FileConfig, safety: FixSafety) {
  return fixSource(source, 'fuzz.sip', config, { safety, isNamed: true });
}

describe('fixing any octets', () => {
  it('breaks nothing, comes to rest, and no safe fix has to be undone', () => {
    fc.assert(
      fc.property(octets, fc.constantFrom(...CONFIGS), fc.constantFrom('safe', 'unsafe'), (bytes, config, safety) => {
        const before = SourceText.fromBytes(bytes);
        const { source, result, fixed } = fix(before, config, safety);
        assert.deepEqual(result.crashes, []);
        assert.ok(countIssues(source, config) <= countIssues(before, config), source.text);
        assert.ok(fixed.every((finding) => safety === 'unsafe' || finding.fix.safety === 'safe'));
        assert.equal(source.text === before.text, fixed.length === 0);
        assert.equal(source.encoding, before.encoding);
        if (hasEndlessFixes(result.findings, fixed.length)) return;
        assert.equal(fix(source, config, safety).source.text, source.text);
      }),
      runs(1500),
    );
  });
});

/** True where the passes did not suffice, which is fair for ninety brackets in each other; never of a few fixes. */
function hasEndlessFixes(findings: readonly Finding[], fixed: number): boolean {
  const unsettled = findings.some(({ ruleId }) => ruleId === 'fixes-unsettled');
  assert.ok(!unsettled || fixed >= MOST_FIX_PASSES);
  return unsettled;
}
