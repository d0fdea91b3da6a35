import assert from 'node:assert/strict';
import { compileGlobs } from '../../src/config/globs.js';
import { matchesWildcard } from '../../src/config/wildcard.js';

describe('globs of a configuration', () => {
  const cases: [globs: string[], path: string, expected: boolean][] = [
    [['*.sip'], 'a.sip', true],
    [['*.sip'], 'deep/er/a.sip', true],
    [['*.sip'], 'a.sipp', false],
    [['torture/*.sip'], 'torture/a.sip', true],
    [['torture/*.sip'], 'torture/deep/a.sip', false],
    [['torture/*.sip'], 'x/torture/a.sip', false],
    [['torture/**'], 'torture/deep/a.sip', true],
    [['**/torture/**'], 'x/torture/a.sip', true],
    [['./torture/**'], 'torture/a.sip', true],
    [['/a.sip'], 'a.sip', true],
    [['/a.sip'], 'x/a.sip', false],
    [['vendor'], 'x/vendor/deep/a.sip', true],
    [['vendor/'], 'x/vendor/a.sip', true],
    [['vendor/'], 'vendored/a.sip', false],
    [['a/vendor'], 'a/vendor/x.sip', true],
    [['*.{sip,txt}'], 'a.txt', true],
    [['file[0-9].sip'], 'file7.sip', true],
    [['file?.sip'], 'file10.sip', false],
    [['**/*.sip'], '.hidden/a.sip', true],
    [['*.sip', '!keep.sip'], 'keep.sip', false],
    [['*.sip', '!keep.sip'], 'lose.sip', true],
    [['*.sip', '!keep.sip', 'x/keep.sip'], 'x/keep.sip', true],
    [[], 'a.sip', false],
    // no regular expressions in disguise
    [['(a+)+.sip'], 'aaa.sip', false],
    [['(a+)+.sip'], '(a+)+.sip', true],
    [['a|b.sip'], 'b.sip', false],
    [['@(a|b).sip'], 'a.sip', false],
    [['c++.sip'], 'c++.sip', true],
  ];
  for (const [globs, path, expected] of cases) {
    it(`${JSON.stringify(globs)} ${expected ? 'means' : 'does not mean'} ${path}`, () => {
      assert.equal(compileGlobs(globs)(path), expected);
    });
  }
});

describe('wildcards', () => {
  const cases: [pattern: string, text: string, expected: boolean][] = [
    ['INVITE', 'INVITE', true],
    ['INVITE', 'INVITES', false],
    ['*', '', true],
    ['SUB*', 'SUBSCRIBE', true],
    ['*FER', 'REFER', true],
    ['*a*b', 'xaxxb', true],
    ['*a*b', 'xbxxa', false],
    ['?E', 'BYE', false],
    ['??E', 'BYE', true],
    ['a.c', 'abc', false],
    ['a*/*z', 'a b/c z', true],
    ['', '', true],
    ['', 'a', false],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`"${pattern}" ${expected ? 'matches' : 'does not match'} "${text}"`, () => {
      assert.equal(matchesWildcard(pattern, text), expected);
    });
  }

  it('does not explode', () => {
    assert.equal(matchesWildcard(`${'*a'.repeat(30)}b`, 'a'.repeat(5000)), false);
  });
});
