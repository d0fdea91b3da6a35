import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedFileConfig } from '../config/resolve.js';
import type { Configs, LoadedConfig } from './configs.js';
import type { IgnoreFiles } from './ignore-files.js';
import { displayPath, withSlashes } from './paths.js';
import type { FolderFiles } from './walk-folder.js';

export interface FileSearchOptions {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly configs: Configs;
  /** Suffixes with their dot that a search of a folder takes besides `.sip` and the `files` of the configuration. */
  readonly suffixes?: readonly string[];
  /** False: take what `.gitignore`, `ignorePath` and the `ignores` of the configuration leave out. */
  readonly ignore?: boolean;
  /** A further file with patterns, as in `.gitignore`. */
  readonly ignorePath?: string | undefined;
}

/** A file to lint. */
export interface FoundFile {
  /** As reports show it: relative to the working directory, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  /** True if the user named it, rather than a folder or a glob. */
  readonly isNamed: boolean;
  readonly config: ResolvedFileConfig;
  /** The whole configuration that `config` is of. */
  readonly loaded: LoadedConfig;
}

export interface FileSearch {
  /** Each once, in the order of the code units of their paths. */
  readonly files: readonly FoundFile[];
  /** Named files that the `ignores` of the configuration leave out. */
  readonly ignored: readonly string[];
  /** Folders and globs in which there was nothing to lint. */
  readonly unmatched: readonly string[];
  /** Files and folders that are not there or cannot be read, each with the error of the system. */
  readonly unreadable: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * Finds the files that names, folders and globs mean. A named file is taken whatever its suffix. A search passes over hidden
 * files and folders, `node_modules` and symbolic links. Each file has the configuration that is nearest to it; which further
 * files a search of a folder takes says the one nearest to that folder.
 * @throws ConfigFailure if a configuration on the way cannot be used.
 */
export async function findFiles(names: readonly string[], options: FileSearchOptions): Promise<FileSearch> {
  const search = new Search(options);
  search.checkIgnorePath();
  for (const name of names) await search.add(name);
  return search.result();
}

class Search {
  readonly #files = new Map<string, FoundFile>();
  readonly #ignored: string[] = [];
  readonly #unmatched: string[] = [];
  readonly #unreadable: { path: string; error: unknown }[] = [];

  constructor(private readonly options: FileSearchOptions) {}

  result(): FileSearch {
    const files = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, ignored: this.#ignored, unmatched: this.#unmatched, unreadable: this.#unreadable };
  }

  checkIgnorePath(): void {
    const { ignorePath, cwd } = this.options;
    if (ignorePath === undefined || !this.#respectsIgnores) return;
    if (this.#stat(path.resolve(cwd, ignorePath), ignorePath) === 'missing') this.#addMissing(ignorePath);
  }

  async add(name: string): Promise<void> {
    const { cwd, configs } = this.options;
    const file = path.resolve(cwd, name);
    const stat = this.#stat(file, name);
    if (stat === undefined) return;
    if (stat === 'missing') return this.#addGlob(name);
    if (stat.isDirectory()) return this.#addFolder(name, file);
    const loaded = await configs.forFile(file);
    const shown = displayPath(file, cwd);
    if (this.#respectsIgnores && loaded.config.isIgnored(withSlashes(file))) this.#ignored.push(shown);
    else this.#take(file, shown, loaded, true);
  }

  async #addFolder(name: string, start: string): Promise<void> {
    const { suffixes = [], cwd, configs } = this.options;
    const { walkFolder } = await import('./walk-folder.js');
    const ignoreFiles = await this.#ignoreFiles(start);
    const { config } = await configs.forFolder(start);
    const wanted = ['.sip', ...suffixes];
    const hasFiles = config.files.length > 0;
    const seesHidden = config.files.some((glob) => HIDDEN.test(glob));
    const canPrune = this.#respectsIgnores && !config.ignores.some((glob) => glob.startsWith('!'));
    const found = walkFolder(start, {
      entersFolder: (folder, base) =>
        base !== '.git' &&
        (seesHidden || !base.startsWith('.')) &&
        (base !== 'node_modules' || !this.#respectsIgnores) &&
        !ignoreFiles?.isFolderIgnored(folder) &&
        !(canPrune && config.isIgnored(withSlashes(folder))),
      takesFile: (folder, base) =>
        ((!base.startsWith('.') && wanted.some((suffix) => base.endsWith(suffix))) ||
          (hasFiles && config.isIncluded(withSlashes(path.join(folder, base))))) &&
        !ignoreFiles?.isIgnored(path.join(folder, base)),
      onError: (folder, error) => this.#unreadable.push({ path: displayPath(folder, cwd), error }),
    });
    const before = this.#unreadable.length;
    await this.#takeFound(found, name, () => this.#unreadable.length > before);
  }

  async #addGlob(name: string): Promise<void> {
    const { expandGlob, isGlob } = await import('./expand-glob.js');
    if (!isGlob(name)) return this.#addMissing(name);
    const { cwd } = this.options;
    const ignoreFiles = await this.#ignoreFiles(cwd);
    const { files, error } = await expandGlob(name, cwd, this.#respectsIgnores);
    if (error) this.#unreadable.push({ path: error.path === undefined ? name : displayPath(error.path, cwd), error });
    const found = files.filter((file) => !ignoreFiles?.isIgnored(file));
    await this.#takeFound(
      found.map((file) => ({ folder: path.dirname(file), names: [path.basename(file)] })),
      name,
      () => error !== undefined,
    );
  }

  /** @param isTold whether the user hears already why nothing was found */
  async #takeFound(found: Iterable<FolderFiles>, name: string, isTold: () => boolean): Promise<void> {
    const { cwd, configs } = this.options;
    let isMatched = false;
    for (const { folder, names } of found) {
      const loaded = await configs.forFolder(folder);
      const shownFolder = displayPath(folder, cwd);
      for (const base of names) {
        const file = path.join(folder, base);
        if (this.#respectsIgnores && loaded.config.isIgnored(withSlashes(file))) continue;
        isMatched = true;
        if (this.#files.has(file)) continue;
        this.#take(file, shownFolder === '.' ? base : `${shownFolder}/${base}`, loaded, false);
      }
    }
    if (!isMatched && !isTold()) this.#unmatched.push(name);
  }

  #take(absolutePath: string, shown: string, loaded: LoadedConfig, isNamed: boolean): void {
    const config = loaded.config.forFile(withSlashes(absolutePath));
    this.#files.set(absolutePath, { path: shown, absolutePath, isNamed, config, loaded });
  }

  async #ignoreFiles(start: string): Promise<IgnoreFiles | undefined> {
    if (!this.#respectsIgnores) return undefined;
    const { IgnoreFiles } = await import('./ignore-files.js');
    const { ignorePath, cwd } = this.options;
    return new IgnoreFiles(start, ignorePath && path.resolve(cwd, ignorePath));
  }

  get #respectsIgnores(): boolean {
    return this.options.ignore !== false;
  }

  #addMissing(name: string): void {
    this.#unreadable.push({
      path: name,
      error: Object.assign(new Error('no such file or folder'), { code: 'ENOENT' }),
    });
  }

  /** Undefined, with a note, if the system does not tell. */
  #stat(file: string, name: string): Stats | 'missing' | undefined {
    try {
      return statSync(file, { throwIfNoEntry: false }) ?? 'missing';
    } catch (error) {
      this.#unreadable.push({ path: name, error });
      return undefined;
    }
  }
}

/** A glob that names something hidden. */
const HIDDEN = /(?:^|\/)\.[^./]/;
