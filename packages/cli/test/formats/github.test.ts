import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import github from '../../src/formats/github.js';
import { render } from './sample.js';

describe('--format github', () => {
  const lines = render(github).trimEnd().split('\n');

  it('annotates a range of a line', () => {
    assert.equal(
      lines[2],
      '::error file=fixtures/invite.sip,line=3,endLine=3,col=17,endColumn=20,title=siplint sample-length::' +
        'Content-Length says 9999 bytes, the body has 10 (RFC 3261 §20.14, House style)',
    );
  });
  it('knows three levels', () => {
    assert.deepEqual(
      lines.map((line) => /^::(\w+) /.exec(line)?.[1]),
      ['notice', 'notice', 'error', 'error', 'error'],
    );
  });
  it('lets no value end its property, its message or its line', () => {
    const [, properties = '', message = ''] = /^::error ([^:]*)::(.*)$/.exec(lines[3] ?? '') ?? [];
    assert.equal(properties.split(',').length, 6);
    assert.ok(properties.startsWith('file=odd/100%25%2Ca%3Ab '), properties);
    assert.ok(message.includes('100%25'), message);
  });
  it('appends a summary to the step', () => {
    const folder = mkdtempSync(join(tmpdir(), 'siplint-'));
    const file = join(folder, 'summary.md');
    try {
      render(github, undefined, { variables: { GITHUB_STEP_SUMMARY: file } });
      render(github, [], { variables: { GITHUB_STEP_SUMMARY: file } });
      const summary = readFileSync(file, 'utf8');
      assert.match(summary, /^## siplint\n\n3 errors, 0 warnings, 1 info, 1 hint in 3 messages in 3 files\.\n/);
      assert.match(summary, /\n## siplint\n\nNo findings in 0 messages in 0 files\.\n$/);
      const rows = summary.split('\n').filter((line) => line.startsWith('| error'));
      assert.deepEqual(
        rows.map((row) => row.match(/\|/g)?.length),
        [5, 5, 5],
      );
      assert.ok(!/<b>|\]\(/.test(summary), summary);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
