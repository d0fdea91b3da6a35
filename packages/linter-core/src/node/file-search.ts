import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedFileConfig } from '../config/resolve.js';
import type { Configs, LoadedConfig } from './configs.js';
import { displayPath, withSlashes } from './paths.js';

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
 * folders, `node_modules` and symbolic links. Each file has the configuration that is nearest to it; which further files a
 * search of a folder takes says the one nearest to that folder.
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
  readonly #byFolder = new Map<string, LoadedConfig>();

  constructor(private readonly options: FileSearchOptions) {}

  result(): FileSearch {
    const files = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, ignored: this.#ignored, unmatched: this.#unmatched, unreadable: this.#unreadable };
  }

  checkIgnorePath(): void {
    const { ignorePath, ignore = true, cwd } = this.options;
    if (ignorePath === undefined || !ignore) return;
    if (this.#stat(path.resolve(cwd, ignorePath), ignorePath) === 'missing') this.#addMissing(ignorePath);
  }

  async add(name: string): Promise<void> {
    const file = path.resolve(this.options.cwd, name);
    const stat = this.#stat(file, name);
    if (stat === 'missing') return this.#addGlob(name);
    if (stat === undefined) return;
    if (stat.isDirectory()) return this.#addFolder(name, file);
    const loaded = await this.#configOf(file);
    if (this.#isIgnored(file, loaded)) this.#ignored.push(displayPath(file, this.options.cwd));
    else this.#take(file, loaded, true);
  }

  async #addFolder(name: string, folder: string): Promise<void> {
    const { suffixes = [], cwd } = this.options;
    const { config } = await this.options.configs.forFolder(folder);
    const wanted = ['.sip', ...suffixes];
    // What `files` of the configuration names is relative to its folder, so it is sorted out behind the walk.
    const globs = config.files.length > 0 ? ['**/*'] : wanted.map((suffix) => `**/*${suffix}`);
    const found = await this.#walk(globs, folder, displayPath(folder, cwd));
    const meant = found.filter(
      (file) => wanted.some((suffix) => file.endsWith(suffix)) || config.isIncluded(withSlashes(file)),
    );
    await this.#takeFound(meant, name);
  }

  async #addGlob(name: string): Promise<void> {
    const { isDynamicPattern } = await import('globby');
    const { cwd } = this.options;
    const glob = withSlashes(name);
    if (isDynamicPattern(glob)) return this.#takeFound(await this.#walk([glob], cwd, name), name);
    this.#addMissing(name);
  }

  #addMissing(name: string): void {
    this.#unreadable.push({
      path: name,
      error: Object.assign(new Error('no such file or folder'), { code: 'ENOENT' }),
    });
  }

  async #takeFound(files: readonly string[], name: string): Promise<void> {
    let isMatched = false;
    for (const file of files) {
      const loaded = this.#byFolder.get(path.dirname(file)) ?? (await this.#configOf(file));
      if (this.#isIgnored(file, loaded)) continue;
      isMatched = true;
      if (!this.#files.has(file)) this.#take(file, loaded, false);
    }
    if (!isMatched) this.#unmatched.push(name);
  }

  async #walk(globs: readonly string[], folder: string, shown: string): Promise<readonly string[]> {
    const { walk } = await import('./walk.js');
    const { ignore = true, ignorePath, cwd } = this.options;
    const ignoreFile = ignorePath && path.resolve(cwd, ignorePath);
    const { files, error } = await walk(globs, folder, { ignore, ignoreFile });
    if (error) this.#unreadable.push({ path: error.path ?? shown, error });
    return files;
  }

  #take(file: string, loaded: LoadedConfig, isNamed: boolean): void {
    const config = loaded.config.forFile(withSlashes(file));
    this.#files.set(file, { path: displayPath(file, this.options.cwd), absolutePath: file, isNamed, config, loaded });
  }

  #isIgnored(file: string, { config }: LoadedConfig): boolean {
    return this.options.ignore !== false && config.isIgnored(withSlashes(file));
  }

  async #configOf(file: string): Promise<LoadedConfig> {
    const loaded = await this.options.configs.forFile(file);
    this.#byFolder.set(path.dirname(file), loaded);
    return loaded;
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
