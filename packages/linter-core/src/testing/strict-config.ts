import type { ActiveRule } from '../engine/active-rule.js';
import type { FileConfig } from '../engine/lint-source.js';
import type { AnyRule } from '../engine/rule.js';
import { RuleSet } from '../engine/rule-set.js';
import { DEFAULT_INPUT_SETTINGS } from '../input/settings.js';

/** A rule as the `strict` preset turns it on: no ceilings, no tolerated cases. */
export function strictly(rule: AnyRule): ActiveRule {
  const { id, severity, strictSeverity = severity, options } = rule.meta;
  return { rule, id, severity: strictSeverity, options: options?.strict ?? options?.default, ignoresCeilings: true };
}

/** A rule as the `recommended` preset turns it on, with options of its own or the default ones. */
export function asRecommended(rule: AnyRule, options: unknown = rule.meta.options?.default): ActiveRule {
  return { rule, id: rule.meta.id, severity: rule.meta.severity, options, ignoresCeilings: false };
}

export function configOf(rules: readonly ActiveRule[]): FileConfig {
  return { selection: { forFile: new RuleSet(rules) }, input: DEFAULT_INPUT_SETTINGS };
}
