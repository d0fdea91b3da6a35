import assert from 'node:assert/strict';
import { PLACEHOLDER } from '../../../src/syntax/chars.js';
import { itReads, rowOf } from './row.js';

describe('Server and User-Agent', () => {
  itReads('Server', [
    ['a / b (c) d\r\n /\te'],
    ['~!/%*'],
    [`${String.fromCharCode(PLACEHOLDER)}(x)/y`],
    ['x "[y] @z, a:b', ['product.invalid-character', '"[']],
    ['x y@z', ['product.invalid-character', '@']],
    ['P\u00e4on/1', ['product.invalid-character', '\u00e4']],
    ['a/b/c', ['product.invalid-character', '/']],
    ['/a b', ['product.invalid-character', '/']],
    ['a // b', ['product.invalid-character', '/']],
    ['a/ (b) :', ['product.invalid-character', '/']],
    ['a (b) /', ['product.invalid-character', '/']],
    ['a/', ['product.invalid-character', '/']],
    ['(a)(b)', ['product.white-space-missing', '(b)']],
    ['a/1(b)', ['product.white-space-missing', '(b)']],
    ['(a)b', ['product.white-space-missing', 'b']],
    ['a:b(c', ['comment.unbalanced', '(c']],
  ]);

  itReads('User-Agent', [
    ['Softphone Beta1.5'],
    ['Softphone/1.5 (build (12); x64) lib/2.0'],
    ['a (b \\) c) \\('.slice(0, -3)],
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
