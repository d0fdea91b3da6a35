import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files that are made from sources, or with `--check` on the command line only tells which differ: then the exit code is 1.
 * @param {Map<string, string>} files content by path
 * @param {{ command: string, folder?: string }} options the command that makes them; a folder that holds nothing else
 */
export function writeGenerated(files, { command, folder }) {
  const stale = [...files].filter(([path, content]) => readOrUndefined(path) !== content).map(([path]) => path);
  const surplus = folder === undefined ? [] : filesIn(folder).filter((path) => !files.has(path));
  if (process.argv.includes('--check')) {
    if (stale.length + surplus.length === 0) return;
    console.error(`Not up to date; run: ${command}`);
    for (const path of stale) console.error(`  differs: ${path}`);
    for (const path of surplus) console.error(`  left over: ${path}`);
    process.exitCode = 1;
    return;
  }
  for (const path of stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, files.get(path) ?? '');
  }
  for (const path of surplus) rmSync(path);
  console.log(`${files.size} files, ${stale.length} written, ${surplus.length} removed`);
}

/** @param {string} path */
function readOrUndefined(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} folder */
function filesIn(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
