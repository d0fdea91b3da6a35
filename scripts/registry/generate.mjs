// Writes the registry tables of linter-core from IANA's registries and our annotations.
//   node scripts/registry/generate.mjs [--iana <folder>] [--check]
// --iana   folder that holds the registries' XML and csv/ (default: ../shared/iana/2026-08-22 beside the repository)
// --check  writes nothing; exits 1 if a committed table differs from what would be written
// Exit code 2: the registries are absent, or an annotation does not fit them.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSources } from './registries.mjs';
import { registryModules } from './tables.mjs';
import { renderModule } from './typescript.mjs';

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const generated = join(repository, 'packages/linter-core/src/registry/generated');

const { values: options } = parseArgs({
  options: { iana: { type: 'string' }, check: { type: 'boolean', default: false } },
});

process.exitCode = run(options.iana ?? join(repository, '../shared/iana/2026-08-22'), options.check);

/**
 * @param {string} iana
 * @param {boolean} check
 * @returns {0 | 1 | 2}
 */
function run(iana, check) {
  if (!existsSync(join(iana, 'csv'))) {
    console.error(`registry: no IANA registries in ${iana}; name their folder with --iana`);
    return 2;
  }
  let modules;
  try {
    modules = registryModules(openSources(iana));
  } catch (error) {
    console.error(`registry: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  const stale = modules
    .map((module) => ({ path: join(generated, `${module.file}.ts`), text: renderModule(module) }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const { path, text } of stale) {
    if (!check) writeFileSync(path, text);
    console.error(`registry: ${check ? 'differs from its sources' : 'written'}: ${relative(repository, path)}`);
  }
  return check && stale.length > 0 ? 1 : 0;
}
