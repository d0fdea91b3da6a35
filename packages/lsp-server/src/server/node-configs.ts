import path from 'node:path';
import { type ConfigError, ConfigFailure, resolveConfig } from '@siplint/core';
import { CONFIG_NAMES, Configs } from '@siplint/core/node';
import { rules } from '@siplint/rules';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { disableInConfig } from './disable-in-config.js';
import type { ConfigProblem, ConfigSource, DocumentConfig } from './environment.js';

export interface NodeConfigsOptions {
  readonly folderUris: readonly string[];
  /** False in a workspace that is not trusted: configurations and plugins that are code are refused. */
  readonly allowCode: boolean;
  /** Holds for all documents instead of the nearest configuration file; relative to the workspace folder. */
  readonly configFile?: string | undefined;
}

/** The configurations of files on disk: each workspace folder has its own. */
export class NodeConfigs implements ConfigSource {
  readonly #byFolder = new Map<string, Configs>();
  readonly #fallback = resolveConfig([], rules);
  readonly #problems = new Map<string, ConfigProblem>();
  /** Files that configurations were made of, absolute. */
  readonly #sources = new Set<string>();
  #folders: readonly string[];

  constructor(private readonly options: NodeConfigsOptions) {
    this.#folders = options.folderUris.map(pathOf);
  }

  get problems(): readonly ConfigProblem[] {
    return [...this.#problems.values()];
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  async forDocument(uri: string): Promise<DocumentConfig> {
    if (URI.parse(uri).scheme !== 'file') return this.#recommended(uri);
    const file = pathOf(uri);
    const folder = this.#folderOf(file);
    const shown = path.relative(folder, file).split(path.sep).join('/');
    try {
      const { config, sources } = await this.configsOf(folder).forFile(file);
      for (const source of sources) this.#sources.add(source);
      const named = file.split(path.sep).join('/');
      return { path: shown, config: config.forFile(named), isIgnored: config.isIgnored(named) };
    } catch (error) {
      this.#note(error, folder);
      return this.#recommended(shown);
    }
  }

  forget(): void {
    this.#byFolder.clear();
    this.#problems.clear();
    this.#sources.clear();
  }

  concerns(uri: string): boolean {
    const file = pathOf(uri);
    const name = path.basename(file);
    return CONFIG_NAMES.includes(name) || name === 'package.json' || this.#sources.has(file);
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris.map(pathOf);
    this.forget();
  }

  disableRule(uri: string, ruleId: string): WorkspaceEdit {
    const file = pathOf(uri);
    const folder = this.#folderOf(file);
    return disableInConfig(this.configsOf(folder).fileFor(path.dirname(file)), folder, ruleId);
  }

  configsOf(folder: string): Configs {
    let configs = this.#byFolder.get(folder);
    if (!configs) {
      const { allowCode, configFile } = this.options;
      configs = new Configs({
        cwd: folder,
        rules,
        allowCode,
        configFile: configFile && path.resolve(folder, configFile),
      });
      this.#byFolder.set(folder, configs);
    }
    return configs;
  }

  /** The innermost workspace folder that holds a file, or its own folder if none does. */
  #folderOf(file: string): string {
    const holders = this.#folders.filter((folder) => file.startsWith(folder + path.sep));
    return holders.reduce((best, folder) => (folder.length > best.length ? folder : best), '') || path.dirname(file);
  }

  #recommended(shown: string): DocumentConfig {
    return { path: shown, config: this.#fallback.forFile(''), isIgnored: false };
  }

  #note(error: unknown, folder: string): void {
    const errors = error instanceof ConfigFailure ? error.errors : [];
    for (const problem of errors) this.#problems.set(`${problem.file}\n${problem.message}`, problemOf(problem, folder));
    if (errors.length === 0) {
      const message = error instanceof Error ? error.message : String(error);
      this.#problems.set(message, { message, uri: URI.file(folder).toString(), line: 0, character: 0 });
    }
  }
}

function problemOf({ file, line = 1, column = 1, keyPath, message, hint }: ConfigError, folder: string): ConfigProblem {
  const key = keyPath === '' ? '' : `${keyPath}: `;
  return {
    message: `${key}${message}${hint === undefined ? '' : `\n${hint}`}`,
    uri: URI.file(path.resolve(folder, file)).toString(),
    line: line - 1,
    character: column - 1,
  };
}

function pathOf(uri: string): string {
  return URI.parse(uri).fsPath;
}
