import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { EXAMPLES, Folder, siplint } from './cli.js';
import { CLEAN, NOT_SIP, TOO_LONG, WARNED } from './messages.js';

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly status: number;
  readonly stdout?: RegExp;
  /** The whole of it; absent: nothing. */
  readonly stderr?: RegExp;
}

describe('exit codes', () => {
  const folder = new Folder({
    'clean.sip': CLEAN,
    'error.sip': TOO_LONG,
    'warning.sip': WARNED,
    'bindings/module.sip': NOT_SIP,
    'empty/readme.md': '# no SIP here\n',
    'notes.txt': 'hello\n',
    'nothing.sip': '',
  });
  after(() => folder.remove());

  const cases: readonly Case[] = [
    { name: 'a clean file', args: ['clean.sip'], status: 0, stdout: /No findings in 1 message in 1 file/ },
    { name: 'an error', args: ['error.sip'], status: 1, stdout: /content-length-exceeds-body/ },
    { name: 'a warning', args: ['warning.sip'], status: 0, stdout: /1 warning/ },
    { name: 'a warning with --fail-on warning', args: ['--fail-on', 'warning', 'warning.sip'], status: 1, stdout: /./ },
    { name: 'warnings within --max-warnings', args: ['--max-warnings', '1', 'warning.sip'], status: 0, stdout: /./ },
    {
      name: 'more warnings than --max-warnings',
      args: ['--max-warnings', '0', 'warning.sip'],
      status: 1,
      stdout: /./,
      stderr: /^siplint: 1 warning is more than --max-warnings 0\n$/,
    },
    {
      name: '--quiet hides warnings but counts them',
      args: ['--quiet', '--max-warnings', '0', 'warning.sip'],
      status: 1,
      stdout: /^✔ No findings/,
      stderr: /more than --max-warnings/,
    },
    { name: 'an empty file', args: ['nothing.sip'], status: 0, stdout: /0 messages in 1 file/ },
    { name: 'a file that is no SIP, named', args: ['notes.txt'], status: 1, stdout: /start-line-unrecognized/ },
    { name: 'the lint command by name', args: ['lint', 'error.sip'], status: 1, stdout: /content-length/ },
    {
      name: 'no file named',
      args: [],
      status: 2,
      stderr: /^siplint: nothing to lint\n {2}name files, folders, globs, or "-"/,
    },
    { name: 'a missing file', args: ['missing.sip'], status: 2, stderr: /^siplint: .*missing\.sip.*\n/ },
    {
      name: 'a missing file with --no-error-on-unmatched',
      args: ['--no-error-on-unmatched', 'missing.sip'],
      status: 0,
      stdout: /0 files/,
    },
    { name: 'a folder without SIP files', args: ['empty'], status: 2, stderr: /^siplint: .*empty.*\n/ },
    { name: 'a glob that matches nothing', args: ['*.none'], status: 2, stderr: /^siplint: .*\*\.none.*\n/ },
    {
      name: 'a folder whose .sip files hold no SIP',
      args: ['bindings'],
      status: 2,
      stderr: /^siplint: nothing to lint: the file that was found holds no SIP\n {2}--verbose/,
    },
    {
      name: 'the same with --no-error-on-unmatched',
      args: ['--no-error-on-unmatched', 'bindings'],
      status: 0,
      stdout: /0 files, 1 skipped/,
    },
    { name: 'verify of a missing file', args: ['verify', 'missing.sip'], status: 2, stderr: /^siplint: missing\.sip/ },
    { name: 'an unknown option', args: ['--frobnicate'], status: 2, stderr: /^siplint: unknown option '--frobnicate'/ },
    { name: 'a misspelt option', args: ['--quite', 'clean.sip'], status: 2, stderr: /Did you mean --quiet\?/ },
    { name: 'a value that --fix does not take', args: ['--fix=all', 'clean.sip'], status: 2, stderr: /'--fix=all'/ },
    { name: 'an unknown severity', args: ['--fail-on', 'hint', 'a'], status: 2, stderr: /error, warning, info/ },
    { name: 'a count that is none', args: ['--max-warnings', 'many', 'a'], status: 2, stderr: /whole number/ },
    { name: 'an unknown format', args: ['--format', 'sarf', 'a'], status: 2, stderr: /did you mean "sarif"\?/ },
    {
      name: 'two reports in one place',
      args: ['--format', 'json', '--format', 'unix', 'a'],
      status: 2,
      stderr: /two reports/,
    },
    {
      name: 'a report that cannot be written',
      args: ['--output', 'empty', 'clean.sip'],
      status: 2,
      stderr: /cannot write .*empty/,
    },
    {
      name: 'an unknown rule',
      args: ['--rule', 'cseq-malform: off', 'clean.sip'],
      status: 2,
      stderr: /cseq-malformed/,
    },
    { name: 'a rule without severity', args: ['--rule', 'cseq-malformed', 'clean.sip'], status: 2, stderr: /--rule/ },
    { name: 'an unknown preset', args: ['--preset', 'strikt', 'clean.sip'], status: 2, stderr: /strict/ },
    { name: '--fix of standard input', args: ['--fix', '-'], status: 2, stderr: /standard input/ },
    {
      name: 'explain of an unknown rule',
      args: ['explain', 'cseq-malform'],
      status: 2,
      stderr: /did you mean "cseq-malformed"/,
    },
    { name: 'explain without a rule', args: ['explain'], status: 2, stderr: /missing required argument/ },
    { name: 'an unknown category', args: ['rules', '--category', 'vias'], status: 2, stderr: /did you mean "via"/ },
    {
      name: 'a completion for no shell',
      args: ['completion', 'tcsh'],
      status: 2,
      stderr: /bash, zsh, fish, powershell/,
    },
    { name: '--help', args: ['--help'], status: 0, stdout: /Exit codes:/ },
    { name: '--version', args: ['--version'], status: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  ];
  for (const { name, args, status, stdout = /^$/, stderr = /^$/ } of cases) {
    it(`${status}: ${name}`, () => {
      const result = folder.siplint(args);
      assert.match(result.stderr, stderr);
      assert.match(result.stdout, stdout);
      assert.equal(result.status, status);
      assert.doesNotMatch(result.stderr, /^\s+at /m);
    });
  }

  it('2: an unreadable file, the others are linted', () => {
    symlinkSync('loop.sip', folder.file('loop.sip'));
    const result = folder.siplint(['--format', 'json', 'loop.sip', 'clean.sip']);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /^siplint: loop\.sip: cannot read it: too many symbolic links\n$/);
    assert.deepEqual(
      JSON.parse(result.stdout).files.map(({ path }: { path: string }) => path),
      ['clean.sip'],
    );
  });

  it('1: the examples', () => {
    const result = siplint([EXAMPLES]);
    assert.equal(result.status, 1);
    assert.match(result.stdout, /content-length-exceeds-body/);
  });
});
