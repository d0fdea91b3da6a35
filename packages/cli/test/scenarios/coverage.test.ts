import assert from 'node:assert/strict';
import { siplint } from './cli.js';

describe('siplint rules --coverage', () => {
  it('counts what RFC 3261 demands and what is judged', () => {
    const { status, stdout, stderr } = siplint(['rules', '--rfc', '3261', '--coverage']);
    assert.deepEqual([status, stderr], [0, '']);
    const [, all, judged, rules, others] =
      /^RFC 3261 demands (\d+) things\. (\d+) of them are judged, by (\d+) rules; the other (\d+) cannot/.exec(
        stdout,
      ) ?? [];
    assert.equal(Number(judged) + Number(others), Number(all));
    assert.ok(Number(all) > 800 && Number(rules) > 200, stdout);
    assert.match(stdout, /^ {2}16 {2}Proxy Behavior +\d+ of \d+ +\d+ of \d+$/m);
  });

  it('gives the sentences as JSON', () => {
    const { status, stdout } = siplint(['rules', '--rfc', 'RFC 3261', '--coverage', '--json']);
    assert.equal(status, 0);
    const { rfc, chapters } = JSON.parse(stdout);
    assert.equal(rfc, 3261);
    assert.equal(chapters[0].statements[0].section, '7');
  });

  for (const [args, problem] of [
    [['--coverage'], /--coverage needs an RFC\n.*--rfc 3261/],
    [['--coverage', '--rfc', '3262'], /the statements of RFC 3262 are not listed/],
    [['--coverage', '--rfc', '3261', 'via'], /--coverage tells of a whole RFC/],
  ] as const) {
    it(`says what is wrong with ${args.join(' ')}`, () => {
      const { status, stdout, stderr } = siplint(['rules', ...args]);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, problem);
    });
  }
});
