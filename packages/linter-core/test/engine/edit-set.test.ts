import assert from 'node:assert/strict';
import { applyEdits, EditSet, isWellFormedPlan } from '../../src/engine/edit-set.js';

const edit = (start: number, end: number, text = '') => ({ start, end, text });

describe('edit set', () => {
  it('applies edits of several plans in any order of arrival', () => {
    const set = new EditSet();
    assert.ok(set.tryAdd([edit(6, 7, 'X'), edit(0, 1, 'A')]));
    assert.ok(set.tryAdd([edit(3, 3, '-')]));
    assert.equal(set.applyTo('abcdefgh'), 'Abc-defXh');
  });

  it('takes a plan all or none', () => {
    const set = new EditSet();
    assert.ok(set.tryAdd([edit(2, 4, 'X')]));
    assert.ok(!set.tryAdd([edit(0, 1, 'A'), edit(3, 5, 'B')]));
    assert.equal(set.applyTo('abcdef'), 'abXef');
  });

  const pairs = [
    { name: 'neighbours', a: edit(0, 2), b: edit(2, 4), fit: true },
    { name: 'an insertion at the end of a replacement', a: edit(2, 4), b: edit(4, 4, 'x'), fit: true },
    { name: 'an insertion inside a replacement', a: edit(2, 4), b: edit(3, 3, 'x'), fit: false },
    { name: 'two insertions at one place', a: edit(2, 2, 'x'), b: edit(2, 2, 'y'), fit: false },
    { name: 'a range inside another', a: edit(0, 9), b: edit(3, 5), fit: false },
    { name: 'equal ranges', a: edit(3, 5), b: edit(3, 5), fit: false },
  ];
  for (const { name, a, b, fit } of pairs) {
    it(`${fit ? 'lets in' : 'refuses'} ${name}, whichever comes first`, () => {
      for (const [first, second] of [
        [a, b],
        [b, a],
      ] as const) {
        const set = new EditSet();
        set.tryAdd([first]);
        assert.equal(set.tryAdd([second]), fit);
      }
      assert.equal(isWellFormedPlan([b, a], 10), fit);
    });
  }

  it('lets a plan put something in front of what it replaces, and no other plan', () => {
    const plan = [edit(2, 2, 'x'), edit(2, 4)];
    assert.ok(isWellFormedPlan(plan, 10));
    assert.equal(applyEdits('abcdef', plan), 'abxef');
    for (const [first, second] of [plan, plan.toReversed()]) {
      const set = new EditSet();
      assert.ok(first && second && set.tryAdd([first]));
      assert.ok(!set.tryAdd([second]));
    }
  });

  it('knows plans that leave the text', () => {
    assert.ok(isWellFormedPlan([edit(0, 10)], 10));
    assert.ok(!isWellFormedPlan([edit(0, 11)], 10));
    assert.ok(!isWellFormedPlan([edit(-1, 2)], 10));
    assert.ok(!isWellFormedPlan([edit(3, 2)], 10));
    assert.ok(!isWellFormedPlan([edit(Number.NaN, 2)], 10));
  });

  it('refuses to apply overlapping edits', () => {
    assert.throws(() => applyEdits('abc', [edit(0, 2), edit(1, 3)]), /overlap/);
  });
});
