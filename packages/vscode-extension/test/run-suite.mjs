// Runs the suite in a real extension host: in a downloaded VS Code, or in the one that SIPLINT_VSCODE names.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

const extension = join(import.meta.dirname, '..');
const out = join(extension, 'out/suite');
rmSync(out, { recursive: true, force: true });
const tests = readdirSync(join(extension, 'suite')).filter((name) => name.endsWith('.test.ts'));
await build({
  absWorkingDir: extension,
  entryPoints: ['run.ts', ...tests].map((name) => `suite/${name}`),
  outdir: out,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

const folder = mkdtempSync(join(tmpdir(), 'sl-'));
// A copy: tests change their files.
cpSync(join(extension, 'suite/workspace'), join(folder, 'workspace'), { recursive: true });
const { SIPLINT_VSCODE } = process.env;
try {
  process.exitCode = await runTests({
    ...(SIPLINT_VSCODE ? { vscodeExecutablePath: SIPLINT_VSCODE } : { version: 'stable' }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(out, 'run.cjs'),
    launchArgs: [
      join(folder, 'workspace'),
      `--user-data-dir=${join(folder, 'user')}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
    ],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
