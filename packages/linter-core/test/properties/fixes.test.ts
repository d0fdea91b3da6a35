import assert from 'node:assert/strict';
import {
  type AnyRule,
  type Edit,
  EditSet,
  fixSource,
  isWellFormedPlan,
  MOST_FIX_PASSES,
  readSipFile,
  SourceText,
  syntaxIssuesOf,
} from '@siplint/core';
import { strictConfig } from '@siplint/core/testing';
import fc from 'fast-check';
import { wordRule } from '../engine/rules-for-tests.js';

const TEXT = 'INVITE sip:b@example.com SIP/2.0\r\nSubject: a b c a b\r\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\r\n\r\n';

/** Edits of a text of this length, or nearly: some leave it, run backwards or are no whole numbers. */
function editsNear(length: number): fc.Arbitrary<Edit> {
  const offset = fc.oneof({ weight: 20, arbitrary: fc.nat(length) }, fc.integer({ min: -3, max: length + 3 }));
  const width = fc.oneof({ weight: 20, arbitrary: fc.nat(6) }, fc.constantFrom(-1, 0.5, Number.NaN));
  const text = fc.constantFrom('', 'a', 'x', '\r\n', '\r\nVia: /', '"', 'Subject: b\r\n', '\r\n\r\n', 'é', '{{v}}');
  return fc
    .record({ start: offset, width, text })
    .map(({ start, width: by, text }) => ({ start, end: start + by, text }));
}

describe('a set of edits', () => {
  it('takes a plan all or none, and gives what its edits say one by one from the back', () => {
    const plans = fc.array(fc.array(editsNear(30), { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(plans, (all) => {
        const text = 'abcdefghijklmnopqrstuvwxyz0123';
        const set = new EditSet();
        const taken: Edit[] = [];
        for (const plan of all.filter((edits) => isWellFormedPlan(edits, text.length))) {
          const before = set.applyTo(text);
          if (set.tryAdd(plan)) taken.push(...plan);
          else assert.equal(set.applyTo(text), before);
        }
        const fromBehind = [...taken].sort((a, b) => b.start - a.start || b.end - a.end);
        const expected = fromBehind.reduce(
          (rest, { start, end, text: by }) => rest.slice(0, start) + by + rest.slice(end),
          text,
        );
        assert.equal(set.applyTo(text), expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fixes of rules that mean no good', () => {
  /** A rule for each list of edits: it wants them wherever its word stands. */
  const rules: fc.Arbitrary<readonly AnyRule[]> = fc
    .tuple(...['a', 'b', 'c'].map(() => fc.array(editsNear(TEXT.length), { maxLength: 3 })))
    .map((plans) => plans.map((edits, i) => wordRule('abc'.charAt(i), () => ({ title: 'fix', edits }))));

  it('come to an end, break nothing, and are named', () => {
    fc.assert(
      fc.property(rules, (all) => {
        const config = strictConfig(all);
        const { source, result, fixed } = fixSource(SourceText.fromString(TEXT), 'a.sip', config, {
          safety: 'unsafe',
          isNamed: true,
        });
        assert.ok(countIssues(source) <= countIssues(SourceText.fromString(TEXT)), source.text);
        assert.ok(fixed.length <= MOST_FIX_PASSES * 1000);
        for (const { ruleId } of result.crashes) assert.ok(all.some(({ meta }) => meta.id === ruleId));
      }),
      { numRuns: 500 },
    );
  });
});

function countIssues(source: SourceText): number {
  const { messages } = readSipFile(source, { wire: { eol: 'auto' }, placeholders: 'auto' });
  return messages.reduce((sum, message) => sum + [...syntaxIssuesOf(message)].length, 0);
}
