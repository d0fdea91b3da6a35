import type { Catalogue, ConfigLayer } from '@siplint/core';
import { Configs } from '@siplint/core/node';
import { rules } from '@siplint/rules';
import { parseRuleOptions } from '../options/rule-option.js';

/** Options that say which configuration holds. */
export interface ConfigOptions {
  /** A file, or false for none. */
  readonly config?: string | false;
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly reportUnusedSuppressions?: boolean;
}

/**
 * The configurations of a run: those of the files, and over them what the options say.
 * @param above what holds over the options too
 */
export function openConfigs(options: ConfigOptions, above: readonly ConfigLayer[] = []): Configs {
  const { config, preset } = options;
  return new Configs({
    cwd: process.cwd(),
    rules,
    configFile: config || undefined,
    search: config !== false,
    preset,
    layers: [...optionLayers(options), ...above],
  });
}

/** The rules that a configuration of the working directory can name, those of its plugins too. */
export async function loadCatalogue(options: ConfigOptions): Promise<Catalogue> {
  const { config } = await openConfigs(options).forFolder('.');
  return config.catalogue;
}

function optionLayers({ rule = [], reportUnusedSuppressions }: ConfigOptions): ConfigLayer[] {
  const layers: ConfigLayer[] = [];
  if (rule.length > 0) layers.push({ name: '--rule', config: { rules: parseRuleOptions(rule) } });
  if (reportUnusedSuppressions) {
    const config = { settings: { suppressions: { reportUnused: true } } };
    layers.push({ name: '--report-unused-suppressions', config });
  }
  return layers;
}
