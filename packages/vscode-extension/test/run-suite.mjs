// Runs the suite in a real extension host: in a downloaded VS Code, or in the one that SIPLINT_VSCODE names.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { EXTENSION, makeSuiteFolder } from './suite-workspace.mjs';

const out = join(EXTENSION, 'out/suite');
rmSync(out, { recursive: true, force: true });
const tests = readdirSync(join(EXTENSION, 'suite'), { recursive: true }).filter((name) => name.endsWith('.test.ts'));
await build({
  absWorkingDir: EXTENSION,
  entryPoints: ['run.ts', ...tests].map((name) => `suite/${name}`),
  outdir: out,
  outbase: 'suite',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

const { folder, workspace, remove } = makeSuiteFolder();
const { SIPLINT_VSCODE } = process.env;
try {
  process.exitCode = await runTests({
    ...(SIPLINT_VSCODE ? { vscodeExecutablePath: SIPLINT_VSCODE } : { version: 'stable' }),
    extensionDevelopmentPath: EXTENSION,
    extensionTestsPath: join(out, 'run.cjs'),
    extensionTestsEnv: { SIPLINT_SUITE_FOLDER: folder },
    launchArgs: [
      workspace,
      `--user-data-dir=${join(folder, 'user')}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
    ],
  });
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  remove();
}
