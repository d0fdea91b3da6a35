import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

/** What the bundle is wrapped in, so that it gets what a CommonJS module has. */
type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  url: string,
  load: (specifier: string) => Promise<unknown>,
) => void;

/**
 * Runs the bundle, a CommonJS script, and gives its exports. Compiling it takes longer than linting a small file, so the
 * bytecode is kept beside it: who can write there could as well change the bundle. Where that fails it is compiled each time.
 * @param key tells this bundle from others, as V8 compares no more than the length of the source
 * @param load imports a module for the bundle
 */
export function runBundle(url: URL, key: string, load: (specifier: string) => Promise<unknown>): object {
  const file = fileURLToPath(url);
  const cacheFile = `${file}.${key}.${process.versions.v8}-${process.arch}.cache`;
  const cachedData = readCache(cacheFile);
  // The bundle is ASCII; as latin1 its text takes one octet a character.
  const script = new vm.Script(`(function(exports,require,module,url,$import){${readFileSync(file, 'latin1')}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const wrapper: Wrapper = script.runInThisContext();
  wrapper(module.exports, createRequire(url), module, url.href, load);
  // At the end, when what the run needed has been compiled.
  if (!cachedData || script.cachedDataRejected) process.once('exit', () => writeCache(cacheFile, script));
  return module.exports;
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function writeCache(file: string, script: vm.Script): void {
  try {
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, file);
  } catch {
    // A folder that cannot be written to: the next run compiles again.
  }
}
