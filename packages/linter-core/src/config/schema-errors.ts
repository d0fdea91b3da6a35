import type { ErrorObject } from 'ajv';
import { nearest, typoDistance } from '../text/edit-distance.js';
import { type ConfigError, type ConfigSource, errorAt, type KeyPath } from './config-error.js';

/** What ajv found, as errors of a configuration: one a place, in order of the text. `under` is where the value stands. */
export function schemaErrors(
  found: readonly ErrorObject[],
  source: ConfigSource,
  under: KeyPath = [],
): readonly ConfigError[] {
  const errors = new Map<string, ConfigError>();
  for (const error of found) {
    if (error.keyword === 'if') continue; // its `then` or `else` says what is wrong
    const path = [...under, ...pathOf(error)];
    const described = describe(error, source, path);
    const key = `${described.keyPath} ${error.keyword === 'additionalProperties'}`;
    if (!errors.has(key)) errors.set(key, described);
  }
  return [...errors.values()].sort(compareErrors);
}

/** By position in the file, then by key. */
export function compareErrors(a: ConfigError, b: ConfigError): number {
  const byPosition = (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  return byPosition || (a.keyPath < b.keyPath ? -1 : a.keyPath > b.keyPath ? 1 : 0);
}

/** The words for a suggestion, or what else to do if no word is near. */
export function didYouMean(word: string, candidates: Iterable<string>, otherwise?: string): string | undefined {
  const near = nearest(word, candidates, typoDistance(word));
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}

function describe(error: ErrorObject, source: ConfigSource, path: KeyPath): ConfigError {
  const expected: unknown = error.parentSchema?.errorMessage;
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty);
    const known = Object.keys(error.parentSchema?.properties ?? {});
    const hint = didYouMean(key, known, `Known keys: ${known.map((name) => `"${name}"`).join(', ')}`);
    return errorAt(source, [...path, key], 'key', `unknown key ${quote(key)}`, hint);
  }
  if (error.keyword === 'required') {
    return errorAt(source, path, 'value', `the key ${quote(String(error.params.missingProperty))} is missing`);
  }
  if (error.keyword === 'not') {
    return errorAt(source, path, 'key', typeof expected === 'string' ? expected : 'must not stand here');
  }
  const wanted = typeof expected === 'string' ? expected : expectedBySchema(error);
  const message = `expected ${wanted}, found ${show(error.data)}`;
  return errorAt(source, path, 'value', message, valueHint(error.data, error.params.allowedValues));
}

/** What a schema without words of its own asks for. */
function expectedBySchema({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `a value of type ${params.type}`;
    case 'enum':
      return `one of ${params.allowedValues.map(show).join(', ')}`;
    case 'const':
      return show(params.allowedValue);
    case 'minimum':
      return `${params.limit} or more`;
    case 'maximum':
      return `${params.limit} or less`;
    case 'pattern':
      return `a text that matches ${params.pattern}`;
    default:
      return `a value that ${message ?? 'is valid'}`;
  }
}

/** Words of other linters for severities. */
const SEVERITY_ALIASES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ['warn', 'warning'],
  ['err', 'error'],
  ['information', 'info'],
  ['none', 'off'],
  ['ignore', 'off'],
  [0, 'off'],
  [1, 'warning'],
  [2, 'error'],
]);

function valueHint(value: unknown, allowed: unknown): string | undefined {
  const words = Array.isArray(allowed) ? allowed.filter((word): word is string => typeof word === 'string') : [];
  if (words.includes('warning')) {
    if (value === true) return 'Write the severity that it shall have: "error", "warning", "info" or "hint"';
    if (value === false || value === null) return 'Write "off" to turn a rule off';
    const alias = SEVERITY_ALIASES.get(value);
    if (alias !== undefined) return `Did you mean "${alias}"?`;
  }
  return typeof value === 'string' ? didYouMean(value, words) : undefined;
}

/** Longest quotation of a value. */
const LONGEST = 60;

function show(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value === null) return 'nothing (null)';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  return quote(value);
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The steps of a JSON pointer; those into a list are numbers. */
function pathOf({ instancePath }: ErrorObject): (string | number)[] {
  const steps = instancePath.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
