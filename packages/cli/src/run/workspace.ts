import type { Catalogue, ConfigLayer, FileConfig, FileExplanation, ResolvedConfig } from '@siplint/core';
import { Catalogue as C, resolveConfig } from '@siplint/core';
import { rules } from '@siplint/rules';
import { parseRuleOptions } from '../options/rule-option.js';
import type { Input } from './inputs.js';

export interface CatalogueOptions {
  readonly config?: string | false;
}

export interface WorkspaceOptions extends CatalogueOptions {
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly reportUnusedSuppressions?: boolean;
}

export interface Workspace {
  readonly catalogue: Catalogue;
  readonly config: ResolvedConfig;
  configFor(input: Pick<Input, 'path'>): FileConfig;
  explain(file: string): FileExplanation;
}

export async function loadCatalogue(_options: CatalogueOptions): Promise<Catalogue> {
  return new C(rules);
}

export async function openWorkspace(options: WorkspaceOptions, ...more: readonly ConfigLayer[]): Promise<Workspace> {
  const layers: ConfigLayer[] = [{ name: '--rule', config: { rules: parseRuleOptions(options.rule ?? []) } }, ...more];
  const config = resolveConfig(layers, rules, [], { preset: options.preset });
  return {
    catalogue: new C(rules),
    config,
    configFor: ({ path }) => config.forFile(path),
    explain: (f) => config.explain(f),
  };
}
