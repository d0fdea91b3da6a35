// Bundles the benchmark like a release, so that what is measured is what ships, and runs it: `npm run bench [-- P1 P2 …]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('..', import.meta.url));
const bundle = path.join(repository, 'node_modules/.cache/siplint/bench.mjs');
mkdirSync(path.dirname(bundle), { recursive: true });
await build({
  absWorkingDir: repository,
  entryPoints: ['bench/main.ts'],
  outfile: bundle,
  bundle: true,
  minifySyntax: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  conditions: ['siplint-source'],
  // CommonJS, which a module cannot bundle.
  external: ['vscode-languageserver-protocol'],
  logLevel: 'warning',
});
// Node as users run it: no option that would make room for garbage.
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], {
  cwd: repository,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
