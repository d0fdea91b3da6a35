import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { BINARY, Folder, siplint } from './cli.js';

describe('completion', () => {
  describe('bash', () => {
    const folder = new Folder({ 'call one.sip': '', 'calls/a.sip': '' });
    after(() => folder.remove());

    /** What bash offers for the last word. */
    function complete(...words: readonly string[]): string[] {
      const script = `
        source <("$SIPLINT_NODE" "$SIPLINT" completion bash)
        COMP_WORDS=(siplint "$@"); COMP_CWORD=$#
        _siplint
        printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr, error } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...words], {
        cwd: folder.path,
        env: { ...process.env, SIPLINT_NODE: process.execPath, SIPLINT: BINARY },
        encoding: 'utf8',
      });
      if (error) throw error;
      assert.equal(stderr, '');
      return stdout.split('\n').filter(Boolean);
    }

    const cases: readonly [words: readonly string[], offered: readonly string[], withheld: readonly string[]][] = [
      [['expl'], ['explain'], ['rules', '--fix']],
      [['--fi'], ['--fix', '--fix=unsafe', '--fix-dry-run'], ['--format']],
      [['--format', 's'], ['stylish', 'sarif'], ['json']],
      [['--fail-on', ''], ['error', 'warning', 'info'], ['hint']],
      [['--config', 'call'], ['call one.sip', 'calls'], ['completion']],
      [['ca'], ['call one.sip', 'calls'], ['explain']],
      [['explain', 'cseq-m'], ['cseq-malformed'], ['via-malformed']],
      [['rules', '--c'], ['--category', '--config', '--color'], ['--fix']],
      [['rules', '--category', 'vi'], ['via'], ['cseq']],
      [['completion', ''], ['bash', 'zsh', 'fish', 'powershell'], ['explain']],
      [['flow', '--format', ''], ['text', 'mermaid', 'svg', 'json'], ['sarif']],
      [['flow', '--call-id', 'x', 'ca'], ['call one.sip', 'calls'], ['explain']],
      [['lint', '--quiet', '--max'], ['--max-warnings'], ['--quiet']],
    ];
    for (const [words, offered, withheld] of cases) {
      it(`siplint ${words.join(' ')}`, () => {
        const found = complete(...words);
        assert.deepEqual(
          offered.filter((word) => !found.includes(word)),
          [],
          `of ${found.join(' ')}`,
        );
        assert.deepEqual(
          withheld.filter((word) => found.includes(word)),
          [],
        );
      });
    }
  });

  for (const [shell, pattern] of [
    ['zsh', /^#compdef siplint\n/],
    ['fish', /^complete -c siplint -n '__fish_seen_subcommand_from rules' -l category -x -a '/m],
    ['powershell', /^Register-ArgumentCompleter -Native -CommandName siplint /m],
  ] as const) {
    it(`${shell} has every command, option and rule`, () => {
      const { stdout, status } = siplint(['completion', shell]);
      assert.equal(status, 0);
      assert.match(stdout, pattern);
      for (const word of [
        'explain',
        'print-config',
        'verify',
        'fix=unsafe',
        'stdin-filename',
        'cseq-malformed',
        'sarif',
      ]) {
        assert.ok(stdout.includes(word), word);
      }
    });
  }
});
