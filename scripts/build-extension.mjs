#!/usr/bin/env node
// Bundles the VS Code extension: client and server, for Node.js and for browsers, with the rules' pages and the schema.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licensesOf } from './third-party-licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const extension = join(root, 'packages/vscode-extension');
const dist = join(extension, 'dist');

const shared = {
  absWorkingDir: extension,
  bundle: true,
  conditions: ['siplint-source'],
  external: ['vscode', 'jiti'],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minify: true,
  sourcemap: process.argv.includes('--sourcemap'),
  target: 'es2022',
};
const forNode = { ...shared, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };
const forBrowser = {
  ...shared,
  platform: 'browser',
  conditions: ['siplint-source', 'browser'],
  mainFields: ['browser', 'module', 'main'],
  define: { global: 'globalThis' },
};

mkdirSync(dist, { recursive: true });
// Types of the compiler stay: it knows what it has built.
const old = readdirSync(dist, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
for (const { name } of old) rmSync(join(dist, name), { recursive: true });
for (const folder of ['rules-docs', 'schema']) rmSync(join(extension, folder), { recursive: true, force: true });
const bundles = await Promise.all([
  build({ ...forNode, entryPoints: ['src/extension-node.ts'], outfile: 'dist/extension.cjs' }),
  build({ ...forNode, entryPoints: ['src/server-node.ts'], outfile: 'dist/server.cjs' }),
  build({ ...forBrowser, format: 'cjs', entryPoints: ['src/extension-web.ts'], outfile: 'dist/extension-web.js' }),
  build({ ...forBrowser, format: 'iife', entryPoints: ['src/server-web.ts'], outfile: 'dist/server-web.js' }),
  build({ ...forBrowser, format: 'iife', entryPoints: ['webview/call-flow.ts'], outfile: 'dist/call-flow.js' }),
  build({ ...forBrowser, entryPoints: ['webview/call-flow.css'], outfile: 'dist/call-flow.css' }),
]).catch(() => process.exit(1)); // it has said why

// Inputs are named from the extension's folder.
const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licensesOf(inputs, extension));

cpSync(join(root, 'rules-docs'), join(extension, 'rules-docs'), { recursive: true });
mkdirSync(join(extension, 'schema'), { recursive: true });
cpSync(join(root, 'packages/cli/schema/config.schema.json'), join(extension, 'schema/config.schema.json'));
// It loads its compiler by path, so it cannot be part of a bundle; configurations in TypeScript need it.
const jiti = join(dist, 'node_modules/jiti');
for (const part of ['package.json', 'LICENSE', 'lib', 'dist']) {
  cpSync(join(root, 'node_modules/jiti', part), join(jiti, part), { recursive: true });
}
