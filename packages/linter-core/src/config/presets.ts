import type { RuleMeta } from '../engine/rule.js';
import type { SeverityOrOff } from '../engine/severity.js';
import type { Catalogue, CatalogueEntry } from './catalogue.js';
import { readRuleSetting } from './rule-setting.js';

/** What a preset makes of a rule. */
export interface PresetEntry {
  readonly id: string;
  readonly severity: SeverityOrOff;
  readonly options: unknown;
  readonly ignoresCeilings: boolean;
}

/** The preset that holds where a configuration names none. */
export const DEFAULT_PRESET = 'recommended';

/** Presets that follow from the facts of rules, each with what it is for. */
export const BUILT_IN_PRESETS = {
  recommended: 'What the documents demand, grammar, and practice that is safe from false alarms',
  strict: 'Every rule, at its strict severity, without the allowances of the recommended preset',
  syntax: 'Grammar alone: the rules of `recommended` that judge how a message is written, not what it means',
  rfc3261: 'RFC 3261 alone: the rules of `recommended` that follow from it, without those of extensions',
} as const;

type PresetMaker = (entry: CatalogueEntry) => PresetEntry | undefined;

const MAKERS: ReadonlyMap<string, PresetMaker> = new Map<string, PresetMaker>([
  [
    'strict',
    ({ id, rule: { meta } }) => ({
      id,
      severity: meta.strictSeverity ?? meta.severity,
      options: meta.options?.strict ?? meta.options?.default,
      ignoresCeilings: true,
    }),
  ],
  ['syntax', (entry) => (isAboutSyntax(entry.rule.meta) ? member(entry, DEFAULT_PRESET) : undefined)],
  ['rfc3261', (entry) => (refersTo(entry.rule.meta, 3261) ? member(entry, DEFAULT_PRESET) : undefined)],
]);

/**
 * The rules of a preset: a built-in one, one that siplint's rules name as theirs, or `plugin/preset`. Undefined if there is
 * no such preset. Presets without a plugin's name hold siplint's own rules only.
 */
export function presetRules(name: string, catalogue: Catalogue): readonly PresetEntry[] | undefined {
  const slash = name.lastIndexOf('/');
  const plugin = slash < 0 ? undefined : name.slice(0, slash);
  const preset = name.slice(slash + 1);
  if (plugin !== undefined) {
    const declared = catalogue.plugin(plugin)?.presets;
    // Object.hasOwn: a preset may be asked for by any name, `constructor` too.
    const rules = declared && Object.hasOwn(declared, preset) ? declared[preset]?.rules : undefined;
    if (rules) return declaredRules(rules, plugin, catalogue);
  }
  if (!presetNames(catalogue).includes(name)) return undefined;
  const make = MAKERS.get(preset) ?? ((entry: CatalogueEntry) => member(entry, preset));
  return [...catalogue.entries].filter((entry) => entry.plugin === plugin).flatMap((entry) => make(entry) ?? []);
}

/** All presets that a configuration can extend. */
export function presetNames(catalogue: Catalogue): readonly string[] {
  const names = new Set<string>(Object.keys(BUILT_IN_PRESETS));
  for (const { rule, plugin } of catalogue.entries) {
    const prefix = plugin === undefined ? '' : `${plugin}/`;
    for (const preset of rule.meta.presets ?? []) names.add(prefix + preset);
  }
  for (const { meta, presets } of catalogue.plugins) {
    names.add(`${meta.name}/strict`);
    for (const preset of Object.keys(presets ?? {})) names.add(`${meta.name}/${preset}`);
  }
  return [...names];
}

/** A rule as the presets that it names turn it on. */
function member({ id, rule: { meta } }: CatalogueEntry, preset: string): PresetEntry | undefined {
  if (!meta.presets?.includes(preset)) return undefined;
  return { id, severity: meta.severity, options: meta.options?.default, ignoresCeilings: false };
}

/** A preset as a plugin writes it; a bare id means the plugin's own rule, if it has one of that name. */
function declaredRules(
  rules: Readonly<Record<string, unknown>>,
  plugin: string,
  catalogue: Catalogue,
): readonly PresetEntry[] {
  return Object.entries(rules).flatMap(([key, setting]) => {
    const entry = catalogue.get(`${plugin}/${key}`) ?? catalogue.get(key);
    const read = readRuleSetting(setting);
    if (!entry || !read) return [];
    const options = withDefaults(read.options, entry.rule.meta.options?.default);
    return { id: entry.id, severity: read.severity, options, ignoresCeilings: false };
  });
}

/** Options with the rule's defaults for the members that they leave out. */
export function withDefaults(options: unknown, defaults: unknown): unknown {
  if (options === undefined) return defaults;
  return isRecord(options) && isRecord(defaults) ? { ...defaults, ...options } : options;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SYNTAX_CATEGORIES: ReadonlySet<string> = new Set(['syntax', 'header-syntax']);

function isAboutSyntax({ level, category }: RuleMeta): boolean {
  return level === 'grammar' || SYNTAX_CATEGORIES.has(category);
}

function refersTo({ references }: RuleMeta, number: number): boolean {
  return references?.some(({ rfc }) => rfc === number) ?? false;
}
