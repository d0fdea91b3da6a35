import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { reportValidator } from '../report-validator.js';
import { BINARY, EXAMPLES, Folder, siplint } from './cli.js';
import { CLEAN, NOT_SIP, TOO_LONG, WARNED, WARNED_RULE } from './messages.js';

describe('output', () => {
  const folder = new Folder({
    'a/error.sip': TOO_LONG,
    'b/clean.sip': CLEAN,
    'b/bindings.sip': NOT_SIP,
    'c.sip': WARNED,
  });
  after(() => folder.remove());

  describe('--format json', () => {
    const result = siplint(['--format', 'json', '--no-config', '--no-ignore', '.'], { cwd: folder.path });
    const report = JSON.parse(result.stdout);
    it('is valid against the schema', () => {
      const validate = reportValidator();
      assert.ok(validate(report), JSON.stringify(validate.errors));
    });
    it('lists judged files in order, paths relative to the working directory', () => {
      const paths = report.files.map(({ path }: { path: string }) => path);
      assert.deepEqual(paths, ['a/error.sip', 'b/clean.sip', 'c.sip']);
      assert.equal(report.summary.files, 3);
      assert.equal(report.summary.skipped, 1);
    });
    it('gives the examples a valid report', () => {
      const validate = reportValidator();
      assert.ok(validate(JSON.parse(siplint(['--format', 'json', EXAMPLES]).stdout)), JSON.stringify(validate.errors));
    });
    it('names a file above the working directory', () => {
      const { stdout } = siplint(['--format', 'json', '../c.sip'], { cwd: folder.file('a') });
      assert.equal(JSON.parse(stdout).files[0].path, '../c.sip');
    });
  });

  it('writes several reports at once', () => {
    const { stdout, stderr, status } = folder.siplint([
      '--format',
      'unix',
      '--format',
      'json:out/r.json',
      '--format',
      'sarif:out/r.sarif',
      '--format',
      'junit:out/r.xml',
      '.',
    ]);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /^a\/error\.sip:10:17: .* \[error\/content-length-exceeds-body\]$/m);
    assert.equal(JSON.parse(readFileSync(folder.file('out/r.json'), 'utf8')).summary.errors, 1);
    assert.equal(JSON.parse(readFileSync(folder.file('out/r.sarif'), 'utf8')).version, '2.1.0');
    assert.match(readFileSync(folder.file('out/r.xml'), 'utf8'), /<\/testsuites>\n$/);
  });

  it('writes the report to --output and nothing to standard output', () => {
    const { stdout } = folder.siplint(['--output', 'report.txt', 'a']);
    assert.equal(stdout, '');
    assert.match(readFileSync(folder.file('report.txt'), 'utf8'), /content-length-exceeds-body/);
  });

  it('appends the GitHub summary', () => {
    folder.siplint(['--format', 'github', 'a'], { env: { GITHUB_STEP_SUMMARY: folder.file('summary.md') } });
    assert.match(readFileSync(folder.file('summary.md'), 'utf8'), /^## siplint/);
  });

  describe('colour', () => {
    const escapes = (args: readonly string[], env?: Record<string, string>) =>
      folder.siplint([...args, 'a'], { ...(env && { env }) }).stdout.includes('\u001b[');
    it('is off in a pipe', () => assert.equal(escapes([]), false));
    it('is on by --color', () => assert.equal(escapes(['--color'], { NO_COLOR: '1' }), true));
    it('is on by FORCE_COLOR', () => assert.equal(escapes([], { FORCE_COLOR: '1' }), true));
    it('is off by --no-color', () => assert.equal(escapes(['--no-color'], { FORCE_COLOR: '1' }), false));
  });

  it('counts findings by rule under --statistics, on standard error', () => {
    const { stderr } = folder.siplint(['--statistics', '.']);
    assert.match(stderr, /^ +1 {2}error {4}content-length-exceeds-body \(1 fixable\)$/m);
    assert.match(stderr, new RegExp(`^ +1 {2}warning {2}${WARNED_RULE}`, 'm'));
  });
  it('tells the time of phases and rules under --profile, on standard error', () => {
    const { stderr, stdout } = folder.siplint(['--profile', '--format', 'json', '.']);
    assert.match(stderr, /Time by phase\n/);
    assert.match(stderr, new RegExp(` ms +\\d+ calls {2}${WARNED_RULE}$`, 'm'));
    JSON.parse(stdout);
  });
  it('names skipped files under --verbose, on standard error', () => {
    const { stderr, stdout } = folder.siplint(['--verbose', '--format', 'json', '.']);
    assert.match(stderr, /^skipped, as it holds no SIP: b\/bindings\.sip$/m);
    JSON.parse(stdout);
  });

  it('lets no octet of a message act on the terminal', () => {
    const hostile = CLEAN.replace('CSeq: 63104', 'CSeq: \u001b]0;owned\u0007\u001b[2J63104');
    for (const format of ['stylish', 'frame', 'compact', 'unix', 'json', 'ndjson', 'sarif', 'junit', 'github']) {
      const { stdout, status } = siplint(['--format', format, '--no-color', '-'], { input: hostile });
      assert.equal(status, 1, format);
      assert.doesNotMatch(stdout, /[\0-\x09\x0b-\x1f\x7f-\x9f]/, format);
    }
  });

  describe('large output', () => {
    const many = Array.from({ length: 20_000 }, () => TOO_LONG).join('### next\r\n');
    const large = new Folder({ 'many.sip': many });
    after(() => large.remove());

    it('arrives whole', () => {
      const { stdout, status } = large.siplint(['--format', 'json', 'many.sip']);
      assert.equal(status, 1);
      assert.ok(JSON.parse(stdout).summary.messages === 20_000);
    });

    it('ends quietly when the reader goes away', async () => {
      const child = spawn(process.execPath, [BINARY, '--format', 'ndjson', 'many.sip'], { cwd: large.path });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const [code] = await once(child, 'close');
      assert.equal(stderr, '');
      assert.equal(code, 1);
    });
  });
});

describe('standard input', () => {
  it('is "-", reported under the name it is given', () => {
    const { stdout, status } = siplint(['--format', 'json', '-', '--stdin-filename', 'traces/call.sip'], {
      input: TOO_LONG,
    });
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).files[0].path, 'traces/call.sip');
  });
  it('has a name of its own', () => {
    assert.equal(JSON.parse(siplint(['--format', 'json', '-'], { input: CLEAN }).stdout).files[0].path, '<stdin>');
  });
  it('may be given together with files', () => {
    const { stdout } = siplint(['--format', 'json', '-', EXAMPLES], { input: CLEAN });
    assert.ok(JSON.parse(stdout).files.length > 3);
  });
  it('may be empty', () => assert.equal(siplint(['-']).status, 0));
});
