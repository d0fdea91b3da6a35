import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Catalogue } from '../config/catalogue.js';
import { checkPreset } from '../config/check-rules.js';
import { readConfig } from '../config/check-shape.js';
import { type ConfigError, ConfigFailure, errorAt, type KeyPath } from '../config/config-error.js';
import type { ConfigLayer } from '../config/layer.js';
import { many } from '../config/message-selector.js';
import { presetRules } from '../config/presets.js';
import type { AnyRule } from '../engine/rule.js';
import { resolvePackage } from './load-module.js';
import { isFileSpecifier, PluginLoader } from './load-plugins.js';
import { displayPath } from './paths.js';
import { readConfigDocument } from './read-config-document.js';

export interface LayerLoaderOptions {
  /** What the paths in errors are relative to. */
  readonly cwd: string;
  readonly rules: readonly AnyRule[];
  /** False in a workspace that is not trusted: no configuration or plugin that is code. */
  readonly allowCode: boolean;
}

/** Reads a configuration file with all that it extends, and loads their plugins. */
export class LayerLoader {
  /** From the weakest to the strongest. */
  readonly layers: ConfigLayer[] = [];
  /** The configuration files that were read. */
  readonly files: string[] = [];
  readonly plugins: PluginLoader;
  readonly #chain: string[] = [];

  constructor(private readonly options: LayerLoaderOptions) {
    this.plugins = new PluginLoader(options.cwd, options.allowCode);
  }

  /** @throws ConfigFailure with all that is wrong with the first file that cannot be used. */
  async load(file: string): Promise<void> {
    const name = displayPath(file, this.options.cwd);
    const { value, locate } = await readConfigDocument(file, name, this.options.allowCode);
    const source = { name, locate };
    const config = readConfig(value, source);
    if (!this.files.includes(file)) this.files.push(file);
    await this.plugins.load(config.plugins ?? [], path.dirname(file), source);
    this.#chain.push(file);
    const extended = config.extends ?? [];
    for (const [index, specifier] of many(extended).entries()) {
      const at: KeyPath = typeof extended === 'string' ? ['extends'] : ['extends', index];
      const preset = await this.#extend(specifier, file, (message, hint) =>
        errorAt(source, at, 'value', message, hint),
      );
      if (preset) this.layers.push({ name, config: { extends: preset }, locate: (_, part) => locate?.(at, part) });
    }
    this.#chain.pop();
    const own = extended.length === 0 ? config : { ...config, extends: undefined };
    this.layers.push({ ...source, config: own });
  }

  /** Loads a file or package that is extended; a preset it gives back. */
  async #extend(
    specifier: string,
    from: string,
    problem: (message: string, hint?: string) => ConfigError,
  ): Promise<string | undefined> {
    const catalogue = new Catalogue(this.options.rules, this.plugins.plugins);
    const isFile = isFileSpecifier(specifier);
    if (!isFile && presetRules(specifier, catalogue)) return specifier;
    const file = isFile
      ? existingFile(path.resolve(path.dirname(from), specifier))
      : await findPackage(specifier, from);
    if (file === undefined) {
      const { message, hint } = isFile
        ? { message: `there is no file "${specifier}"`, hint: 'It is looked for from the folder of this file' }
        : (checkPreset(specifier, [], { name: '' }, catalogue) ?? { message: '' });
      throw new ConfigFailure([problem(isFile ? message : `${message}, and no such package is installed`, hint)]);
    }
    if (this.#chain.includes(file)) {
      const circle = [...this.#chain.slice(this.#chain.indexOf(file)), file];
      const names = circle.map((link) => displayPath(link, this.options.cwd));
      throw new ConfigFailure([problem(`"extends" goes in a circle: ${names.join(' → ')}`)]);
    }
    await this.load(file);
    return undefined;
  }
}

function existingFile(file: string): string | undefined {
  return existsSync(file) ? realpathSync(file) : undefined;
}

/** A package by its name; a word that cannot be one is a preset that does not exist. */
function findPackage(specifier: string, from: string): Promise<string | undefined> {
  return resolvePackage(specifier, path.dirname(from));
}
