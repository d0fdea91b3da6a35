import { DEFAULT_LIMITS, type Limits } from '../engine/lint-file.js';
import { DEFAULT_INPUT_SETTINGS, type InputSettings } from '../input/settings.js';
import type { Settings } from './types.js';

/** The settings of a file with nothing left open. */
export interface ResolvedSettings {
  readonly input: InputSettings;
  readonly limits: Limits;
  readonly reportUnusedSuppressions: boolean;
  readonly requireSuppressionReasons: boolean;
}

export const DEFAULT_SETTINGS: ResolvedSettings = {
  input: DEFAULT_INPUT_SETTINGS,
  limits: DEFAULT_LIMITS,
  reportUnusedSuppressions: false,
  requireSuppressionReasons: false,
};

/** The settings as a configuration writes them, with nothing left out. */
export function settingsAsWritten(resolved: ResolvedSettings): Required<Settings> {
  const { input, limits, reportUnusedSuppressions, requireSuppressionReasons } = resolved;
  return {
    wire: input.wire,
    placeholders: input.placeholders,
    limits,
    suppressions: { reportUnused: reportUnusedSuppressions, requireReasons: requireSuppressionReasons },
  };
}

/** Lays settings over others; what they leave out stays. */
export function applySettings(before: ResolvedSettings, settings: Settings): ResolvedSettings {
  const { input, limits } = before;
  const { suppressions } = settings;
  return {
    input: {
      ...input,
      wire: { ...input.wire, ...settings.wire },
      placeholders: settings.placeholders ?? input.placeholders,
    },
    limits: { ...limits, ...settings.limits },
    reportUnusedSuppressions: suppressions?.reportUnused ?? before.reportUnusedSuppressions,
    requireSuppressionReasons: suppressions?.requireReasons ?? before.requireSuppressionReasons,
  };
}
