import type { SeverityOrOff } from '../engine/severity.js';
import type { Catalogue } from './catalogue.js';
import { rulesAfter, settingsAfter } from './outcome.js';
import type { SettingOrigin } from './rule-states.js';
import { settingsAsWritten } from './settings.js';
import type { Step } from './steps.js';
import type { Expectations, MessageSelector, RuleSettings, Settings } from './types.js';

export interface RuleExplanation {
  readonly id: string;
  readonly severity: SeverityOrOff;
  readonly options: unknown;
  /** All that set it, in order; the last one holds. Empty for a rule that nothing names, which is off. */
  readonly origins: readonly SettingOrigin[];
}

/** The configuration of one file, and where it comes from. */
export interface FileExplanation {
  readonly settings: Required<Settings>;
  readonly expectations: Expectations;
  /** The layers that hold for the file, from the weakest. */
  readonly layers: readonly string[];
  /** Every rule in the order of the catalogue. */
  readonly rules: readonly RuleExplanation[];
  /** Overrides that hold for some messages of the file only. */
  readonly forMessages: readonly {
    readonly layer: string;
    readonly messages: MessageSelector;
    readonly rules: RuleSettings;
  }[];
}

/** Explains what the steps that hold for a file make of it. */
export function explain(steps: readonly Step[], catalogue: Catalogue): FileExplanation {
  const always = steps.filter(({ messages }) => messages === undefined);
  const states = rulesAfter(always, catalogue);
  const { expectations, ...settings } = settingsAfter(always);
  return {
    settings: settingsAsWritten(settings),
    expectations,
    layers: [...new Set(steps.map(({ layer }) => layer))],
    rules: [...catalogue.entries].map(({ id, rule }) => {
      const { severity, options, origins } = states.get(id) ?? OFF;
      return { id, severity, options: options ?? rule.meta.options?.default, origins };
    }),
    forMessages: steps.flatMap(({ layer, selector, rules = {} }) =>
      selector ? { layer, messages: selector, rules } : [],
    ),
  };
}

const OFF = { severity: 'off', options: undefined, origins: [] } as const;
