import { SEVERITIES, type SeverityOrOff } from '../engine/severity.js';
import type { RuleSetting } from './types.js';

/** What a rule can be set to, from mildest to worst. */
export const SEVERITY_SETTINGS: readonly SeverityOrOff[] = ['off', ...[...SEVERITIES].reverse()];

/** The setting as severity and options; undefined if it is none. */
export function readRuleSetting(setting: unknown): { severity: SeverityOrOff; options?: unknown } | undefined {
  if (isSeverity(setting)) return { severity: setting };
  if (!Array.isArray(setting) || setting.length > 2) return undefined;
  const [severity, options]: unknown[] = setting;
  return isSeverity(severity) ? { severity, options } : undefined;
}

export function isRuleSetting(setting: unknown): setting is RuleSetting {
  return readRuleSetting(setting) !== undefined;
}

function isSeverity(value: unknown): value is SeverityOrOff {
  return SEVERITY_SETTINGS.some((severity) => severity === value);
}
