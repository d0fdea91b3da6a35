import { type Catalogue, type CatalogueEntry, parseSelector, type Selector } from './catalogue.js';
import { type ConfigError, errorAt, type KeyPath } from './config-error.js';
import type { ConfigLayer } from './layer.js';
import { many } from './message-selector.js';
import { presetNames, presetRules } from './presets.js';
import { readRuleSetting } from './rule-setting.js';
import { compareErrors, didYouMean, schemaErrors } from './schema-errors.js';
import type { RuleSettings } from './types.js';

/** What layers name and does not exist: presets, rules, selectors; and options that a rule does not take. */
export async function checkRules(
  layers: readonly ConfigLayer[],
  catalogue: Catalogue,
): Promise<readonly ConfigError[]> {
  const errors: ConfigError[] = [];
  for (const layer of layers) {
    const { config } = layer;
    const found = [...checkPresets(layer, catalogue)];
    found.push(...(await checkSettings(config.rules, ['rules'], layer, catalogue)));
    for (const [index, { rules }] of (config.overrides ?? []).entries()) {
      found.push(...(await checkSettings(rules, ['overrides', index, 'rules'], layer, catalogue)));
    }
    errors.push(...found.sort(compareErrors));
  }
  return errors;
}

/** An error if there is no such preset; `path` is where it is named. */
export function checkPreset(
  name: string,
  path: KeyPath,
  source: ConfigLayer | { readonly name: string },
  catalogue: Catalogue,
): ConfigError | undefined {
  if (presetRules(name, catalogue)) return undefined;
  const names = presetNames(catalogue);
  const hint = didYouMean(name, names, `Presets: ${names.map((preset) => `"${preset}"`).join(', ')}`);
  return errorAt(source, path, 'value', `there is no preset "${name}"`, hint);
}

function checkPresets(layer: ConfigLayer, catalogue: Catalogue): ConfigError[] {
  const extended = layer.config.extends ?? [];
  return many(extended).flatMap((name, index) => {
    const path = typeof extended === 'string' ? ['extends'] : ['extends', index];
    return checkPreset(name, path, layer, catalogue) ?? [];
  });
}

async function checkSettings(
  rules: RuleSettings | undefined,
  path: KeyPath,
  layer: ConfigLayer,
  catalogue: Catalogue,
): Promise<ConfigError[]> {
  const errors: ConfigError[] = [];
  for (const [key, setting] of Object.entries(rules ?? {})) {
    const at = [...path, key];
    const options = readRuleSetting(setting)?.options;
    const selector = parseSelector(key);
    const entry = catalogue.get(key);
    if (selector) {
      const unknown = unknownSelector(selector, catalogue);
      if (unknown) errors.push(errorAt(layer, at, 'key', unknown.message, unknown.hint));
      else if (options !== undefined) {
        const message = 'options cannot be given to several rules at once';
        errors.push(errorAt(layer, [...at, 1], 'value', message, 'Give them to a rule by its id'));
      }
    } else if (!entry) {
      errors.push(errorAt(layer, at, 'key', `there is no rule "${key}"`, unknownRuleHint(key, catalogue)));
    } else if (options !== undefined) {
      errors.push(...(await checkOptions(entry, options, [...at, 1], layer)));
    }
  }
  return errors;
}

function unknownSelector(
  { kind, value }: Selector,
  catalogue: Catalogue,
): { message: string; hint: string } | undefined {
  const values = catalogue.selectorValues(kind);
  if (values.has(value)) return undefined;
  const known = [...values].sort();
  if (kind === 'rfc')
    return { message: `no rule refers to RFC ${value}`, hint: `RFCs with rules: ${known.join(', ')}` };
  const hint = didYouMean(value, known, `Categories: ${known.join(', ')}`) ?? '';
  return { message: `there is no category "${value}"`, hint };
}

function unknownRuleHint(key: string, catalogue: Catalogue): string {
  for (const { id, rule } of catalogue.entries) if (rule.meta.id === key) return `Did you mean "${id}"?`;
  const near = didYouMean(key, catalogue.ids);
  if (near !== undefined) return near;
  const plugin = key.slice(0, Math.max(0, key.lastIndexOf('/')));
  if (plugin === '' || catalogue.plugin(plugin)) return '"siplint rules" lists them all';
  return `No plugin of the name "${plugin}" is loaded: list it under "plugins"`;
}

async function checkOptions(
  { id, rule }: CatalogueEntry,
  options: unknown,
  path: KeyPath,
  layer: ConfigLayer,
): Promise<readonly ConfigError[]> {
  const { options: known } = rule.meta;
  if (!known) return [errorAt(layer, path, 'value', `rule "${id}" has no options`, 'Write its severity alone')];
  // Only options need ajv: a configuration without them does not wait for it.
  const { compileOptions } = await import('./options-validator.js');
  try {
    const validate = compileOptions(known.schema);
    return validate(options) ? [] : schemaErrors(validate.errors ?? [], layer, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = 'This is a defect of the plugin: tell its author';
    return [errorAt(layer, path, 'value', `the options of rule "${id}" cannot be checked: ${reason}`, hint)];
  }
}
