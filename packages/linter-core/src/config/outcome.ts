import type { Catalogue } from './catalogue.js';
import { RuleStates } from './rule-states.js';
import { applySettings, DEFAULT_SETTINGS, type ResolvedSettings } from './settings.js';
import type { Step } from './steps.js';
import type { Expectations } from './types.js';

/** The state of each rule when the steps have been taken. */
export function rulesAfter(steps: readonly Step[], catalogue: Catalogue): RuleStates {
  const states = new RuleStates(catalogue);
  for (const { layer, preset, rules } of steps) {
    if (preset) states.applyPreset(preset.name, preset.entries, layer);
    if (rules) states.applyRules(rules, layer);
  }
  return states;
}

/** The settings and expectations when the steps have been taken. */
export function settingsAfter(steps: readonly Step[]): ResolvedSettings & { readonly expectations: Expectations } {
  let resolved = DEFAULT_SETTINGS;
  let expectations: Expectations = 'optional';
  for (const step of steps) {
    if (step.settings) resolved = applySettings(resolved, step.settings);
    expectations = step.expectations ?? expectations;
  }
  return { ...resolved, expectations };
}
