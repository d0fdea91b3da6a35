import assert from 'node:assert/strict';
import { itReads, rowOf } from './row.js';

describe('Server and User-Agent', () => {
  itReads('User-Agent', [
    ['Softphone Beta1.5'],
    ['Softphone/1.5 (build (12); x64) lib/2.0'],
    ['Cisco-CP7960G/8.0 "x [y] @z, a:b'],
    ['a (b \\) c) \\('.slice(0, -3)],
    ['(a)(b)'],
    ['x (a \\"b\\")'],
    ['x (a', ['comment.unbalanced', '(a']],
    ['x (a (b)', ['comment.unbalanced', '(a (b)']],
    ['x (a\\)', ['comment.unbalanced', '(a\\)']],
    ['x (a)) y) (', ['comment.unbalanced', ')']],
    ['x )', ['comment.unbalanced', ')']],
    ['x (C:\\\u00fcber) y', ['quoted-pair.invalid', '\\\u00fc']],
    ['x (C:\\\u00fcber', ['comment.unbalanced', '(C:\\\u00fcber']],
    ['x (a\\\r\n b)', ['quoted-pair.invalid', '\\\r']],
    ['x (\\😀)', ['quoted-pair.invalid', '\\😀']],
  ]);

  it('is one text, also behind a defect', () => {
    assert.equal(rowOf('Server', 'x (a').value?.text, 'x (a');
  });

  it('takes comments of any depth', () => {
    const depth = 100_000;
    assert.deepEqual(rowOf('Server', '('.repeat(depth) + ')'.repeat(depth)).issues, []);
    assert.equal(rowOf('Server', '('.repeat(depth)).issues.length, 1);
  });
});
