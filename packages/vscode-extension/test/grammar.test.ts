import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const EXTENSION = fileURLToPath(new URL('..', import.meta.url));
const TESTER = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const FIXTURES = readdirSync(new URL('grammar', import.meta.url)).filter((name) => /\.test\.\w+$/.test(name));

/** The grammar that colours before the language server does, and where there is none: each fixture tells the scopes of its text. */
describe('TextMate grammar', () => {
  for (const fixture of FIXTURES) {
    it(`colours ${fixture}`, () => {
      // The grammar of Markdown is VS Code's own; the fences that are injected into it are ours.
      const args = [
        '--config',
        'package.json',
        '-g',
        'test/grammar/markdown.tmLanguage.json',
        `test/grammar/${fixture}`,
      ];
      const { NODE_OPTIONS: _, ...env } = process.env;
      const run = spawnSync(process.execPath, [TESTER, ...args], { cwd: EXTENSION, encoding: 'utf8', env });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    });
  }

  it('is tested', () => assert.ok(FIXTURES.length >= 3));
});
