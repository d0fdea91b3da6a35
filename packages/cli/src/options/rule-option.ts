import { type RuleSetting, type RuleSettings, SEVERITIES, type SeverityOrOff } from '@siplint/core';
import { reasonOf } from '@siplint/core/node';
import { Failure } from '../failure.js';

const WORDS = ['off', ...SEVERITIES] as const;
const ADVICE = `write it as --rule 'RULE: ${WORDS.join(' | ')}' or --rule 'RULE: [warning, {"option": 1}]'`;

/** Reads the values of `--rule`, later ones over earlier ones. */
export function parseRuleOptions(values: readonly string[]): RuleSettings {
  const settings = new Map<string, RuleSetting>();
  for (const value of values) for (const [selector, setting] of parseRuleOption(value)) settings.set(selector, setting);
  return Object.fromEntries(settings);
}

/** `id: severity`, `id: [severity, options]`, or a JSON object of these. */
function parseRuleOption(value: string): readonly (readonly [string, RuleSetting])[] {
  const text = value.trim();
  if (text.startsWith('{')) {
    const parsed = parseJson(text, value);
    return Object.entries(isObject(parsed) ? parsed : {}).map(([selector, setting]) => [
      selector,
      checkSetting(setting, value),
    ]);
  }
  // A selector may hold a colon itself (category:via): the one that divides stands before a setting.
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const selector = text.slice(0, colon).trim();
    const setting = text.slice(colon + 1).trim();
    if (selector === '') break;
    if (isSeverity(setting)) return [[selector, setting]];
    if (setting.startsWith('[')) return [[selector, checkSetting(parseJson(quoteSeverity(setting), value), value)]];
  }
  throw new Failure(`--rule "${value}" does not say which rule gets which severity`, ADVICE);
}

function checkSetting(setting: unknown, value: string): RuleSetting {
  if (isSeverity(setting)) return setting;
  if (Array.isArray(setting) && setting.length >= 1 && setting.length <= 2) {
    const [severity, options]: readonly unknown[] = setting;
    if (isSeverity(severity)) {
      return setting.length === 1 ? [severity] : [severity, options];
    }
  }
  throw new Failure(`--rule "${value}" has no severity`, ADVICE);
}

function isSeverity(value: unknown): value is SeverityOrOff {
  return WORDS.some((word) => word === value);
}

/** `[warning, …]` as people write it in a shell, with the quotes that JSON wants. */
function quoteSeverity(setting: string): string {
  return setting.replace(/^\[\s*([a-z]+)\s*(?=[,\]])/, '["$1"');
}

function parseJson(text: string, value: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`--rule "${value}" is no valid JSON: ${reasonOf(error)}`, ADVICE);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
