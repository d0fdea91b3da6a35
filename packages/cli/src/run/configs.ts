import type { AnyRule, Catalogue, ConfigLayer } from '@siplint/core';
import { Configs } from '@siplint/core/node';
import { rules } from '@siplint/rules';
import { parseRuleOptions } from '../options/rule-option.js';
import { loadDocumentedRules } from '../report/documented-rules.js';

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
 * @param ownRules siplint's own rules; those of the bundle have no documentation, which linting does not need
 */
export function openConfigs(
  options: ConfigOptions,
  above: readonly ConfigLayer[] = [],
  ownRules: readonly AnyRule[] = rules,
): Configs {
  const { config, preset } = options;
  return new Configs({
    cwd: process.cwd(),
    rules: ownRules,
    configFile: config || undefined,
    search: config !== false,
    preset,
    layers: [...optionLayers(options), ...above],
  });
}

/** The rules that a configuration of the working directory can name, those of its plugins too, with their documentation. */
export async function loadCatalogue(options: ConfigOptions): Promise<Catalogue> {
  const documented = await loadDocumentedRules();
  const { config } = await openConfigs(options, [], documented).forFolder('.');
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
