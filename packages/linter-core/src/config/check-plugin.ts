import { isEngineRule } from '../engine/engine-findings.js';
import { type AnyRule, API_VERSION, type Plugin } from '../engine/rule.js';
import { SEVERITIES } from '../engine/severity.js';
import { isRuleSetting } from './rule-setting.js';

/** Names of plugins and ids of rules: they stand in configurations and directives, so they hold no separator of those. */
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

type Facts = Readonly<Record<string, unknown>>;

/**
 * Takes a value for the plugin it should be.
 * @returns what is wrong with it, a sentence each; empty if it is a plugin.
 */
export function pluginProblems(value: unknown): readonly string[] {
  if (!isFacts(value) || !isFacts(value.meta)) {
    return ['its default export is no plugin: expected { meta: { name, version, apiVersion }, rules: { … } }'];
  }
  const { name, version, apiVersion } = value.meta;
  if (typeof apiVersion !== 'number' || !Number.isInteger(apiVersion) || apiVersion < 1) {
    return [`meta.apiVersion must be the number ${API_VERSION}`];
  }
  if (apiVersion > API_VERSION) {
    return [`it is made for plugin interface ${apiVersion}, but this siplint has ${API_VERSION}: update siplint`];
  }
  const problems: string[] = [];
  if (typeof name !== 'string' || !NAME.test(name)) {
    problems.push('meta.name must be lower-case letters, digits, ".", "_" and "-"');
  }
  if (typeof version !== 'string') problems.push('meta.version must be a text, such as "1.0.0"');
  if (!isFacts(value.rules)) problems.push('rules must be an object of rules by id');
  else for (const [id, rule] of Object.entries(value.rules)) problems.push(...ruleProblems(id, rule));
  problems.push(...presetProblems(value.presets));
  return problems;
}

export function isPlugin(value: unknown): value is Plugin {
  return pluginProblems(value).length === 0;
}

function ruleProblems(id: string, rule: unknown): string[] {
  const named = `rule "${id}"`;
  if (!isFacts(rule) || !isFacts(rule.meta)) return [`${named} is no rule: expected { meta: { … }, create }`];
  const { meta } = rule;
  const problems: string[] = [];
  const demand = (holds: boolean, problem: string) => {
    if (!holds) problems.push(`${named}: ${problem}`);
  };
  demand(NAME.test(id), 'its id must be lower-case letters, digits, ".", "_" and "-"');
  demand(!isEngineRule(id), 'this id belongs to siplint itself');
  demand(meta.id === id, `meta.id must equal the key that it stands under, found ${JSON.stringify(meta.id)}`);
  demand(typeof meta.category === 'string', 'meta.category must be a text');
  demand(typeof meta.title === 'string', 'meta.title must be a text');
  demand(isSeverity(meta.severity), `meta.severity must be one of ${SEVERITIES.join(', ')}`);
  demand(meta.strictSeverity === undefined || isSeverity(meta.strictSeverity), 'meta.strictSeverity is no severity');
  demand(isMessages(meta.messages), 'meta.messages must hold one text or more by message id');
  demand(isListOf(meta.presets, 'string'), 'meta.presets must be a list of names');
  demand(isListOf(meta.references, 'object'), 'meta.references must be a list of { rfc, section }');
  demand(isListOf(meta.winsOver, 'string'), 'meta.winsOver must be a list of rule ids');
  demand(meta.options === undefined || isOptions(meta.options), 'meta.options must be { schema, default }');
  demand(typeof rule.create === 'function', 'create must be a function');
  return problems;
}

function presetProblems(presets: unknown): string[] {
  if (presets === undefined) return [];
  if (!isFacts(presets)) return ['presets must be an object of { rules } by name'];
  return Object.entries(presets).flatMap(([name, preset]) => {
    if (!isFacts(preset) || !isFacts(preset.rules)) return [`preset "${name}" must be { rules: { … } }`];
    return Object.entries(preset.rules).flatMap(([id, setting]) =>
      isRuleSetting(setting) ? [] : [`preset "${name}": rule "${id}" must have a severity or [severity, options]`],
    );
  });
}

/** A rule whose factory fails cannot be run at all: better said when it is loaded than with the first file. */
export function creationProblem(rule: AnyRule): string | undefined {
  const { meta } = rule;
  try {
    const handlers: unknown = rule.create(meta.options?.default);
    return isFacts(handlers) ? undefined : `rule "${meta.id}": create must return handlers`;
  } catch (error) {
    return `rule "${meta.id}": create threw: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeverity(value: unknown): boolean {
  return SEVERITIES.some((severity) => severity === value);
}

function isMessages(value: unknown): boolean {
  return (
    isFacts(value) && Object.keys(value).length > 0 && Object.values(value).every((text) => typeof text === 'string')
  );
}

function isListOf(value: unknown, type: 'string' | 'object'): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === type && item !== null));
}

function isOptions(value: unknown): boolean {
  return isFacts(value) && isFacts(value.schema) && 'default' in value;
}
