import type { ActiveRule } from '../engine/active-rule.js';
import type { SeverityOrOff } from '../engine/severity.js';
import { type Catalogue, parseSelector } from './catalogue.js';
import { type PresetEntry, withDefaults } from './presets.js';
import { readRuleSetting } from './rule-setting.js';
import type { RuleSettings } from './types.js';

/** Who set a rule: a layer by name, and the key or preset in it. */
export interface SettingOrigin {
  readonly layer: string;
  /** A key of `rules`, such as a rule id or `category:via`, or a preset. */
  readonly key: string;
  readonly severity: SeverityOrOff;
}

/** What a rule is set to, and by whom; the last origin is the one that holds. */
export interface RuleState {
  readonly severity: SeverityOrOff;
  readonly options: unknown;
  readonly ignoresCeilings: boolean;
  readonly origins: readonly SettingOrigin[];
}

/** The state of each rule while layers are laid over one another: the later one wins. A rule that none names is off. */
export class RuleStates {
  readonly #states = new Map<string, RuleState>();

  constructor(private readonly catalogue: Catalogue) {}

  get(id: string): RuleState | undefined {
    return this.#states.get(id);
  }

  applyPreset(preset: string, entries: readonly PresetEntry[], layer: string): void {
    for (const { id, severity, options, ignoresCeilings } of entries) {
      const origins = [...this.#originsOf(id), { layer, key: preset, severity }];
      this.#states.set(id, { severity, options, ignoresCeilings, origins });
    }
  }

  /** Selectors first, then ids. A severity alone leaves options as they are. */
  applyRules(rules: RuleSettings, layer: string): void {
    const entries = Object.entries(rules);
    for (const [key, setting] of entries) if (parseSelector(key)) this.#apply(key, setting, layer);
    for (const [key, setting] of entries) if (!parseSelector(key)) this.#apply(key, setting, layer);
  }

  /** The rules that are on, in the order of the catalogue. */
  active(): ActiveRule[] {
    return [...this.catalogue.entries].flatMap(({ id, rule }) => {
      const state = this.#states.get(id);
      if (!state || state.severity === 'off') return [];
      const { severity, options, ignoresCeilings } = state;
      return { rule, id, severity, options, ignoresCeilings };
    });
  }

  #apply(key: string, setting: unknown, layer: string): void {
    const read = readRuleSetting(setting);
    if (!read) return;
    const { severity } = read;
    for (const { id, rule } of this.catalogue.select(key)) {
      const before = this.#states.get(id);
      const defaults = rule.meta.options?.default;
      const options = read.options === undefined ? (before?.options ?? defaults) : withDefaults(read.options, defaults);
      const origins = [...this.#originsOf(id), { layer, key, severity }];
      this.#states.set(id, { severity, options, ignoresCeilings: before?.ignoresCeilings ?? false, origins });
    }
  }

  #originsOf(id: string): readonly SettingOrigin[] {
    return this.#states.get(id)?.origins ?? [];
  }
}
