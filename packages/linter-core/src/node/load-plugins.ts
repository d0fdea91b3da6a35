import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { creationProblem, isPlugin, pluginProblems } from '../config/check-plugin.js';
import { type ConfigError, ConfigFailure, type ConfigSource, errorAt } from '../config/config-error.js';
import type { Plugin } from '../engine/rule.js';
import { loadModule, resolvePackage } from './load-module.js';
import { displayPath } from './paths.js';
import { isCode } from './read-config-document.js';

/** The plugins of one chain of configuration files: each is loaded once, and no two have one name. */
export class PluginLoader {
  readonly #byFile = new Map<string, Plugin>();
  readonly #specifiers = new Map<Plugin, string>();

  constructor(
    private readonly cwd: string,
    private readonly allowCode: boolean,
  ) {}

  get plugins(): readonly Plugin[] {
    return [...this.#byFile.values()];
  }

  /** The files that plugins came from. */
  get files(): readonly string[] {
    return [...this.#byFile.keys()];
  }

  /** Loads what a configuration in `folder` lists. @throws ConfigFailure with an error for each that cannot be used. */
  async load(specifiers: readonly string[], folder: string, source: ConfigSource): Promise<void> {
    const errors: ConfigError[] = [];
    for (const [index, specifier] of specifiers.entries()) {
      for (const problem of await this.#loadOne(specifier, folder)) {
        const message = `plugin "${specifier}" ${problem}`;
        errors.push(errorAt(source, ['plugins', index], 'value', message));
      }
    }
    if (errors.length > 0) throw new ConfigFailure(errors);
  }

  async #loadOne(specifier: string, folder: string): Promise<readonly string[]> {
    if (!this.allowCode) return ['is code, and code does not run in a workspace that is not trusted'];
    const file = await resolvePlugin(specifier, folder);
    if (file === undefined) return ['cannot be found'];
    if (this.#byFile.has(file)) return [];
    if (!isCode(file)) return ['is no module: expected a .ts, .mts, .js, .mjs or .cjs file'];
    let plugin: unknown;
    try {
      plugin = await loadModule(file, displayPath(file, this.cwd));
    } catch (error) {
      if (error instanceof ConfigFailure) return error.errors.map(placedReason);
      throw error;
    }
    if (!isPlugin(plugin)) return pluginProblems(plugin).map((problem) => `cannot be used: ${problem}`);
    const { name } = plugin.meta;
    const namesake = this.plugins.find(({ meta }) => meta.name === name);
    if (namesake) {
      return [`has the name "${namesake.meta.name}", which "${this.#specifiers.get(namesake)}" has already`];
    }
    const failed = Object.values(plugin.rules).flatMap((rule) => creationProblem(rule) ?? []);
    if (failed.length > 0) return failed.map((problem) => `cannot be used: ${problem}`);
    this.#byFile.set(file, plugin);
    this.#specifiers.set(plugin, specifier);
    return [];
  }
}

/** `could not be loaded: … (house.mjs:3)` */
function placedReason({ file, line, message }: ConfigError): string {
  return line === undefined ? message : `${message} (${file}:${line})`;
}

/** A file relative to the configuration, or a package. */
async function resolvePlugin(specifier: string, folder: string): Promise<string | undefined> {
  if (!isFileSpecifier(specifier)) return resolvePackage(specifier, folder);
  const file = path.resolve(folder, specifier);
  return existsSync(file) ? realpathSync(file) : undefined;
}

/** True for what names a file, not a package or a preset. */
export function isFileSpecifier(specifier: string): boolean {
  return specifier.startsWith('./') || specifier.startsWith('../') || path.isAbsolute(specifier);
}
