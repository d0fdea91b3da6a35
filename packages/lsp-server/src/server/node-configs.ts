import path from 'node:path';
import { ConfigFailure, resolveConfig } from '@siplint/core';
import { CONFIG_NAMES, Configs } from '@siplint/core/node';
import { rules } from '@siplint/rules';
import { URI } from 'vscode-uri';
import type { ConfigProblem, ConfigSource, DocumentConfig } from './environment.js';

export interface NodeConfigsOptions {
  /** Workspace folders, absolute. */
  readonly folders: readonly string[];
  /** False in a workspace that is not trusted: configurations and plugins that are code are refused. */
  readonly allowCode: boolean;
}

/** The configurations of files on disk: each workspace folder has its own. */
export class NodeConfigs implements ConfigSource {
  readonly #byFolder = new Map<string, Configs>();
  readonly #fallback = resolveConfig([], rules);
  #problems: ConfigProblem[] = [];

  constructor(private readonly options: NodeConfigsOptions) {}

  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  async forDocument(uri: string): Promise<DocumentConfig> {
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return { path: uri, config: this.#fallback.forFile('') };
    const folder = this.#folderOf(fsPath);
    const shown = path.relative(folder, fsPath).split(path.sep).join('/');
    try {
      const { config } = await this.#configsOf(folder).forFile(fsPath);
      return { path: shown, config: config.forFile(fsPath.split(path.sep).join('/')) };
    } catch (error) {
      this.#note(error);
      return { path: shown, config: this.#fallback.forFile('') };
    }
  }

  forget(): void {
    this.#byFolder.clear();
    this.#problems = [];
  }

  concerns(uri: string): boolean {
    return CONFIG_NAMES.includes(path.posix.basename(URI.parse(uri).path));
  }

  /** The innermost workspace folder that holds a file, or its own folder if none does. */
  #folderOf(file: string): string {
    const holders = this.options.folders.filter((folder) => file.startsWith(folder + path.sep));
    return holders.reduce((best, folder) => (folder.length > best.length ? folder : best), '') || path.dirname(file);
  }

  #configsOf(folder: string): Configs {
    let configs = this.#byFolder.get(folder);
    if (!configs) {
      configs = new Configs({ cwd: folder, rules, allowCode: this.options.allowCode });
      this.#byFolder.set(folder, configs);
    }
    return configs;
  }

  #note(error: unknown): void {
    const message = error instanceof ConfigFailure ? error.message : String(error);
    if (this.#problems.some((problem) => problem.message === message)) return;
    this.#problems.push({ message, uri: undefined, line: 0, character: 0 });
  }
}
