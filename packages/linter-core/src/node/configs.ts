import { realpathSync } from 'node:fs';
import path from 'node:path';
import { ConfigFailure } from '../config/config-error.js';
import type { ConfigLayer } from '../config/layer.js';
import { type ResolvedConfig, resolveConfig } from '../config/resolve.js';
import type { AnyRule } from '../engine/rule.js';
import { ConfigFinder } from './find-config.js';
import { withSlashes } from './paths.js';

export interface ConfigsOptions {
  /** The working directory, absolute: paths in errors are relative to it. */
  readonly cwd: string;
  /** siplint's own rules. */
  readonly rules: readonly AnyRule[];
  /** This configuration file for all files, instead of the nearest one. Its globs are relative to the working directory. */
  readonly configFile?: string | undefined;
  /** False: no configuration file at all. */
  readonly search?: boolean;
  /** Holds instead of the built-in presets that configurations extend. */
  readonly preset?: string | undefined;
  /** Settings that lie over all files, such as those of the command line. */
  readonly layers?: readonly ConfigLayer[];
  /** False in a workspace that is not trusted: configurations and plugins that are code are refused. */
  readonly allowCode?: boolean;
}

/** A configuration with the files it came from. */
export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** Configuration files and plugins, absolute; empty if there is no configuration file. */
  readonly sources: readonly string[];
}

/** Gives each folder its configuration. What was found and loaded is kept, so that equal folders share it. */
export class Configs {
  readonly #finder: ConfigFinder;
  readonly #loaded = new Map<string | undefined, Promise<LoadedConfig>>();

  constructor(private readonly options: ConfigsOptions) {
    this.#finder = new ConfigFinder(options.cwd);
  }

  /**
   * The configuration that holds for the files of a folder.
   * @throws ConfigFailure with all that is wrong with it.
   */
  async forFolder(folder: string): Promise<LoadedConfig> {
    const { cwd } = this.options;
    const file = this.fileFor(folder);
    let loaded = this.#loaded.get(file);
    if (!loaded) {
      loaded = this.#load(file === undefined ? undefined : path.resolve(cwd, file));
      this.#loaded.set(file, loaded);
    }
    return loaded;
  }

  /**
   * The configuration file that holds for the files of a folder; undefined if there is none.
   * @throws ConfigFailure if a folder on the way has two.
   */
  fileFor(folder: string): string | undefined {
    const { cwd, configFile, search = true } = this.options;
    if (configFile !== undefined) return configFile;
    return search ? this.#finder.find(path.resolve(cwd, folder)) : undefined;
  }

  /** The configuration that holds for a file, which need not exist. @throws ConfigFailure */
  forFile(file: string): Promise<LoadedConfig> {
    return this.forFolder(path.dirname(path.resolve(this.options.cwd, file)));
  }

  async #load(file: string | undefined): Promise<LoadedConfig> {
    const { cwd, rules, configFile, preset, layers: above = [], allowCode = true } = this.options;
    const base = withSlashes(file === undefined || configFile !== undefined ? cwd : path.dirname(file));
    if (file === undefined && preset === undefined && above.length === 0) {
      return { config: resolveConfig([], rules, [], { base }), sources: [] };
    }
    // Only who configures something waits for what reads and checks configurations.
    const [{ LayerLoader }, { checkRules, checkPreset }] = await Promise.all([
      import('./load-layers.js'),
      import('../config/check-rules.js'),
    ]);
    const loader = new LayerLoader({ cwd, rules, allowCode });
    if (file !== undefined) await loader.load(existingFile(file));
    const layers = [...loader.layers, ...above];
    const { plugins, files } = loader.plugins;
    const config = resolveConfig(layers, rules, plugins, { base, preset });
    const unknownPreset =
      preset === undefined ? undefined : checkPreset(preset, [], { name: '--preset' }, config.catalogue);
    const errors = [...(unknownPreset ? [unknownPreset] : []), ...(await checkRules(layers, config.catalogue))];
    if (errors.length > 0) throw new ConfigFailure(errors);
    return { config, sources: [...loader.files, ...files] };
  }
}

/** Without symbolic links, so that a circle is seen; a file that is not there is told where it is read. */
function existingFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
