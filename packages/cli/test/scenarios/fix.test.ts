import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { Folder, siplint } from './cli.js';
import { CLEAN, TOO_LONG, WARNED } from './messages.js';

describe('fixes', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ 'error.sip': TOO_LONG, 'clean.sip': CLEAN });
  });
  afterEach(() => folder.remove());
  const text = (name: string) => readFileSync(folder.file(name), 'utf8');

  it('--fix writes the file, keeps its mode, and reports what is left', () => {
    chmodSync(folder.file('error.sip'), 0o640);
    const { status, stdout, stderr } = folder.siplint(['--fix', '.']);
    assert.equal(status, 0);
    assert.match(stdout, /No findings in 2 messages in 2 files/);
    assert.equal(stderr, 'siplint: fixed 1 finding in 1 file\n');
    assert.equal(text('error.sip'), CLEAN);
    assert.equal(statSync(folder.file('error.sip')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder.path).sort(), ['clean.sip', 'error.sip']);
  });

  it('--fix leaves a file alone that needs nothing', () => {
    const before = statSync(folder.file('clean.sip'), { bigint: true });
    folder.siplint(['--fix', '.']);
    const after = statSync(folder.file('clean.sip'), { bigint: true });
    assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
  });

  it('--fix keeps octets that are not UTF-8', () => {
    const octets = Buffer.from(TOO_LONG.replace('To: ', 'To: "\u00fc" '), 'latin1');
    folder.write('latin.sip', octets);
    folder.siplint(['--fix', 'latin.sip']);
    const expected = Buffer.from(CLEAN.replace('To: ', 'To: "\u00fc" '), 'latin1');
    assert.deepEqual(readFileSync(folder.file('latin.sip')), expected);
  });

  it('--fix does not apply unsafe fixes, --fix=unsafe does', () => {
    folder.write('warning.sip', WARNED);
    folder.siplint(['--fix', 'warning.sip']);
    assert.equal(text('warning.sip'), WARNED);
    const { status } = folder.siplint(['--fix=unsafe', 'warning.sip']);
    assert.equal(status, 0);
    assert.match(text('warning.sip'), /branch=z9hG4bK/);
  });

  it('--fix-dry-run reports what would be left and writes nothing', () => {
    const { status, stdout, stderr } = folder.siplint(['--fix-dry-run', 'error.sip']);
    assert.equal(status, 0);
    assert.match(stdout, /No findings/);
    assert.equal(stderr, 'siplint: would fix 1 finding in 1 file\n');
    assert.equal(text('error.sip'), TOO_LONG);
  });

  it('--diff prints a patch that git applies, and writes nothing', () => {
    const { status, stdout } = folder.siplint(['--diff', '.']);
    assert.equal(status, 1);
    assert.equal(text('error.sip'), TOO_LONG);
    assert.match(stdout, /^--- a\/error\.sip\n\+\+\+ b\/error\.sip\n@@ /);
    assert.match(stdout, /^-Content-Length: 5\r\n\+Content-Length: 0\r$/m);
    execFileSync('git', ['apply', '-'], { cwd: folder.path, input: stdout });
    assert.equal(text('error.sip'), CLEAN);
  });

  it('--diff of standard input', () => {
    const { stdout, status } = siplint(['--diff', '-', '--stdin-filename', 'x.sip'], { input: TOO_LONG });
    assert.equal(status, 1);
    assert.match(stdout, /^--- a\/x\.sip\n/);
  });

  it('--diff leaves standard output to the patch', () => {
    assert.equal(folder.siplint(['--diff', '--format', 'json', '.']).status, 2);
    const { stdout } = folder.siplint(['--diff', '--format', 'json:report.json', 'clean.sip']);
    assert.equal(stdout, '');
    assert.equal(JSON.parse(text('report.json')).summary.files, 1);
  });
});
