import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigFailure } from '../config/config-error.js';
import { displayPath } from './paths.js';
import { PACKAGE_MEMBER } from './read-config-document.js';

/** Names of configuration files; of one folder only one may be there. */
export const CONFIG_NAMES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'jsonc', 'yaml', 'yml'].map(
  (suffix) => `siplint.config.${suffix}`,
);

/**
 * Finds the configuration file for a folder: the nearest one upward, up to the root of the repository (the folder that holds
 * `.git`) or of the file system. Remembers what it has looked at.
 */
export class ConfigFinder {
  readonly #found = new Map<string, string | undefined>();

  constructor(private readonly cwd: string) {}

  /** @throws ConfigFailure if a folder on the way has two. */
  find(folder: string): string | undefined {
    const passed: string[] = [];
    let file: string | undefined;
    for (let at = folder; ; at = path.dirname(at)) {
      if (this.#found.has(at)) {
        file = this.#found.get(at);
        break;
      }
      passed.push(at);
      file = this.#in(at);
      if (file !== undefined || existsSync(path.join(at, '.git')) || at === path.dirname(at)) break;
    }
    for (const at of passed) this.#found.set(at, file);
    return file;
  }

  #in(folder: string): string | undefined {
    const files = CONFIG_NAMES.map((name) => path.join(folder, name)).filter((file) => existsSync(file));
    const packageFile = path.join(folder, 'package.json');
    if (holdsConfig(packageFile)) files.push(packageFile);
    const [file, ...others] = files;
    if (others.length === 0) return file;
    const names = files.map((found) => displayPath(found, this.cwd));
    throw new ConfigFailure([
      {
        file: names[0] ?? '',
        keyPath: '',
        message: `there are several configurations in one folder: ${names.join(', ')}`,
        hint: 'Keep one of them; it can take in others by "extends"',
      },
    ]);
  }
}

/** True if a package.json has the member. One that is no JSON counts if it seems to: then the error must be told. */
function holdsConfig(packageFile: string): boolean {
  let text: string;
  try {
    text = readFileSync(packageFile, 'utf8');
  } catch {
    return false;
  }
  if (!text.includes(`"${PACKAGE_MEMBER}"`)) return false;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_MEMBER);
  } catch {
    return LOOKS_LIKE_MEMBER.test(text);
  }
}

const LOOKS_LIKE_MEMBER = new RegExp(`"${PACKAGE_MEMBER}"\\s{0,9}:\\s{0,9}\\{`);
