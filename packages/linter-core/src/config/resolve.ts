import type { FileConfig } from '../engine/lint-source.js';
import type { AnyRule, Plugin } from '../engine/rule.js';
import { RuleSet } from '../engine/rule-set.js';
import type { SipMessage } from '../syntax/message.js';
import { Catalogue } from './catalogue.js';
import { explain, type FileExplanation } from './explain.js';
import { compileGlobs, type PathMatcher } from './globs.js';
import type { ConfigLayer } from './layer.js';
import { many } from './message-selector.js';
import { rulesAfter, settingsAfter } from './outcome.js';
import type { ResolvedSettings } from './settings.js';
import { type Step, stepsOf } from './steps.js';
import type { Expectations } from './types.js';

export interface ResolveOptions {
  /** Folder that globs are relative to, with `/` and without one at its end; '' if paths are relative to it already. */
  readonly base?: string;
  /** Holds instead of the built-in presets that layers extend. */
  readonly preset?: string | undefined;
}

/** What the configuration says about one file, ready for the linter. */
export interface ResolvedFileConfig extends FileConfig {
  readonly limits: ResolvedSettings['limits'];
  readonly expectations: Expectations;
}

/** A configuration ready for use. Equal files share one `FileConfig`, so its rules are indexed once. */
export interface ResolvedConfig {
  /** The rules that it could name. */
  readonly catalogue: Catalogue;
  /** Globs that a search of a folder takes besides `*.sip`. */
  readonly files: readonly string[];
  readonly ignores: readonly string[];
  /** True for a path that `files` names. Paths have `/`; they are absolute, or relative to the base. */
  isIncluded(path: string): boolean;
  /** True for a path that `ignores` leaves out. */
  isIgnored(path: string): boolean;
  forFile(path: string): ResolvedFileConfig;
  /** Which layer set what for a file. */
  explain(path: string): FileExplanation;
}

/**
 * Lays layers over one another, later over earlier, with their overrides in their place: a layer's override loses to the
 * rules of a later layer. Without any `extends` the preset `recommended` lies below all. Layers must have been checked;
 * what they name and does not exist is passed over.
 */
export function resolveConfig(
  layers: readonly ConfigLayer[],
  rules: readonly AnyRule[],
  plugins: readonly Plugin[] = [],
  options: ResolveOptions = {},
): ResolvedConfig {
  return new Resolution(layers, new Catalogue(rules, plugins), options);
}

class Resolution implements ResolvedConfig {
  readonly files: readonly string[];
  readonly ignores: readonly string[];
  readonly #steps: readonly Step[];
  readonly #base: string;
  readonly #includes: PathMatcher;
  readonly #excludes: PathMatcher;
  readonly #configs = new Map<string, ResolvedFileConfig>();
  readonly #ruleSets = new Map<string, RuleSet>();

  constructor(
    layers: readonly ConfigLayer[],
    readonly catalogue: Catalogue,
    { base = '', preset }: ResolveOptions,
  ) {
    this.files = layers.flatMap(({ config }) => many(config.files ?? []));
    this.ignores = layers.flatMap(({ config }) => many(config.ignores ?? []));
    this.#steps = stepsOf(layers, catalogue, preset);
    this.#base = base;
    this.#includes = compileGlobs(this.files);
    this.#excludes = compileGlobs(this.ignores);
  }

  isIncluded(path: string): boolean {
    return this.#includes(this.#relative(path));
  }

  isIgnored(path: string): boolean {
    return this.#excludes(this.#relative(path));
  }

  forFile(path: string): ResolvedFileConfig {
    const steps = this.#stepsFor(path);
    const key = keyOf(steps);
    let config = this.#configs.get(key);
    if (!config) {
      config = this.#makeConfig(steps);
      this.#configs.set(key, config);
    }
    return config;
  }

  explain(path: string): FileExplanation {
    return explain(this.#stepsFor(path), this.catalogue);
  }

  #stepsFor(path: string): Step[] {
    const relative = this.#relative(path);
    return this.#steps.filter(({ files }) => files === undefined || files(relative));
  }

  #makeConfig(steps: readonly Step[]): ResolvedFileConfig {
    const always = steps.filter(({ messages }) => messages === undefined);
    const forFile = this.#ruleSet(always);
    const forMessage = (message: SipMessage) =>
      this.#ruleSet(steps.filter(({ messages }) => messages === undefined || messages(message)));
    const selection = always.length === steps.length ? { forFile } : { forFile, forMessage };
    const isKnownRule = (id: string) => this.catalogue.get(id) !== undefined;
    return { selection, ...settingsAfter(always), isKnownRule };
  }

  #ruleSet(steps: readonly Step[]): RuleSet {
    const key = keyOf(steps);
    let rules = this.#ruleSets.get(key);
    if (!rules) {
      rules = new RuleSet(rulesAfter(steps, this.catalogue).active());
      this.#ruleSets.set(key, rules);
    }
    return rules;
  }

  #relative(path: string): string {
    return path.startsWith(`${this.#base}/`) ? path.slice(this.#base.length + 1) : path;
  }
}

function keyOf(steps: readonly Step[]): string {
  return steps.map(({ index }) => index).join();
}
