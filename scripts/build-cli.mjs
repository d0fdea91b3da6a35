#!/usr/bin/env node
// Bundles the command line: main.js, which each run needs, and pieces that are loaded when they are needed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { joinPieces } from './join-pieces.mjs';
import { rulesWithoutDocs } from './rules-without-docs.mjs';
import { licensesOf } from './third-party-licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'packages/cli/dist');

const split = await build({
  absWorkingDir: root,
  entryPoints: { main: 'packages/cli/src/main.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  conditions: ['siplint-source'],
  // The other entry of some packages wraps its modules in a way that cannot be bundled.
  mainFields: ['module', 'main'],
  // The first loads its compiler by path, which a bundle does not have; the server brings what no other command needs.
  external: ['jiti', '@siplint/language-server'],
  plugins: [rulesWithoutDocs(join(root, 'packages/rules/src')), withoutChildProcesses()],
  // CommonJS packages call require; a module has none.
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
}).catch(() => process.exit(1)); // it has said why

const pieces = await joinPieces('main.js', join(root, 'packages/cli/src/startup/run-bundle.ts'), split);
mkdirSync(dist, { recursive: true });
for (const [name, text] of pieces) writeFileSync(join(dist, name), text);
// The names of pieces hold a hash, so those of an earlier build would stay.
for (const file of readdirSync(dist)) if (/\.(?:c?js|cache)$/.test(file) && !pieces.has(file)) rmSync(join(dist, file));
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licensesOf(Object.keys(split.metafile.inputs), root));

// The first run keeps the bytecode of what it needed; let that be what most runs need.
spawnSync(process.execPath, [join(root, 'packages/cli/bin/siplint.js'), '--no-config', join(root, 'examples')]);

/**
 * Commander loads what starts other programs, for commands that are programs of their own, and the module of the process,
 * whose import opens all standard streams. Both take longer than all its work, and siplint uses neither.
 */
function withoutChildProcesses() {
  return {
    name: 'without-child-processes',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:(?:child_)?process$/ }, ({ path, importer }) =>
        /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'stand-in' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
        contents: path === 'node:process' ? 'module.exports = process' : 'module.exports = {}',
      }));
    },
  };
}
