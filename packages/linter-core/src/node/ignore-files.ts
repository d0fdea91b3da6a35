import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { withSlashes } from './paths.js';

/** The patterns of one file; those further down weigh more. */
interface Level {
  /** The folder that they are relative to, with a separator at its end. */
  readonly prefix: string;
  readonly patterns: Ignore;
  readonly above: Level | undefined;
}

/**
 * What `.gitignore` files leave out, read as git does: those of a folder and of all above it, up to the root of the
 * repository, or up to where the search begins if there is no repository.
 */
export class IgnoreFiles {
  readonly #top: string;
  readonly #levels = new Map<string, Level | undefined>();
  readonly #ignoredFolders = new Map<string, boolean>();
  readonly #further: Level | undefined;

  /**
   * @param start where the search begins
   * @param furtherFile a further file with patterns, which weighs least
   */
  constructor(start: string, furtherFile?: string) {
    this.#top = repositoryRoot(start) ?? start;
    this.#further = furtherFile === undefined ? undefined : readLevel(furtherFile, undefined);
  }

  /** True for a file that is left out itself, or with a folder that it is in. */
  isIgnored(file: string): boolean {
    const folder = path.dirname(file);
    return this.isFolderIgnored(folder) || isLeftOut(this.#levelOf(folder), file, '');
  }

  isFolderIgnored(folder: string): boolean {
    if (folder === this.#top || folder === path.dirname(folder)) return false;
    const known = this.#ignoredFolders.get(folder);
    if (known !== undefined) return known;
    const above = path.dirname(folder);
    const isIgnored = this.isFolderIgnored(above) || isLeftOut(this.#levelOf(above), folder, '/');
    this.#ignoredFolders.set(folder, isIgnored);
    return isIgnored;
  }

  /** The patterns that hold in a folder. */
  #levelOf(folder: string): Level | undefined {
    if (this.#levels.has(folder)) return this.#levels.get(folder);
    const isTop = folder === this.#top || folder === path.dirname(folder);
    const above = isTop ? this.#further : this.#levelOf(path.dirname(folder));
    const level = readLevel(path.join(folder, '.gitignore'), above) ?? above;
    this.#levels.set(folder, level);
    return level;
  }
}

function readLevel(file: string, above: Level | undefined): Level | undefined {
  try {
    const folder = path.dirname(file);
    const prefix = folder.endsWith(path.sep) ? folder : folder + path.sep;
    return { prefix, patterns: ignore().add(readFileSync(file, 'utf8')), above };
  } catch {
    return undefined;
  }
}

/** The nearest level that says something decides. */
function isLeftOut(level: Level | undefined, file: string, suffix: '' | '/'): boolean {
  for (let at = level; at; at = at.above) {
    if (!file.startsWith(at.prefix)) continue;
    const { ignored, unignored } = at.patterns.test(withSlashes(file.slice(at.prefix.length)) + suffix);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function repositoryRoot(start: string): string | undefined {
  for (let at = start; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}
