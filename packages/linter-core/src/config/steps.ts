import type { Catalogue } from './catalogue.js';
import { compileGlobs, type PathMatcher } from './globs.js';
import type { ConfigLayer } from './layer.js';
import { compileMessageSelector, type MessageMatcher, many } from './message-selector.js';
import { BUILT_IN_PRESETS, DEFAULT_PRESET, type PresetEntry, presetRules } from './presets.js';
import type { Expectations, MessageSelector, RuleSettings, Settings } from './types.js';

/** One thing that a layer does: it lays a preset, its own settings or one of its overrides over what was before. */
export interface Step {
  readonly index: number;
  /** The name of the layer, with the place of an override in it. */
  readonly layer: string;
  readonly preset?: { readonly name: string; readonly entries: readonly PresetEntry[] };
  readonly rules?: RuleSettings | undefined;
  readonly settings?: Settings | undefined;
  readonly expectations?: Expectations | undefined;
  /** Only for these files; for all if absent. */
  readonly files?: PathMatcher;
  /** Only for these messages of them. */
  readonly messages?: MessageMatcher;
  /** As it was written, for print-config. */
  readonly selector?: MessageSelector;
}

/** What layers do, in order. `preset` holds instead of the built-in presets that they extend. */
export function stepsOf(layers: readonly ConfigLayer[], catalogue: Catalogue, preset: string | undefined): Step[] {
  const steps: Step[] = [];
  const add = (step: Omit<Step, 'index'>) => steps.push({ index: steps.length, ...step });
  const addPreset = (layer: string, name: string) => {
    const entries = presetRules(name, catalogue);
    if (entries) add({ layer, preset: { name, entries } });
  };
  const isImplied = layers.every(({ config }) => config.extends === undefined); // an empty list says: none at all
  if (preset !== undefined) addPreset('--preset', preset);
  else if (isImplied) addPreset('default', DEFAULT_PRESET);
  for (const { name, config } of layers) {
    for (const extended of many(config.extends ?? [])) {
      if (preset === undefined || !Object.hasOwn(BUILT_IN_PRESETS, extended)) addPreset(name, extended);
    }
    const { rules, settings, expectations, overrides = [] } = config;
    if (rules || settings || expectations) add({ layer: name, rules, settings, expectations });
    for (const [index, override] of overrides.entries()) {
      const { messages } = override;
      add({
        layer: `${name} overrides[${index}]`,
        rules: override.rules,
        settings: override.settings,
        expectations: override.expectations,
        files: compileGlobs(many(override.files)),
        ...(messages && { messages: compileMessageSelector(messages), selector: messages }),
      });
    }
  }
  return steps;
}
