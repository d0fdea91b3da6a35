import type { Limits } from '../engine/lint-file.js';
import type { SeverityOrOff } from '../engine/severity.js';
import type { EolSetting, PlaceholderSyntax } from '../input/settings.js';

export type OneOrMany<T> = T | readonly T[];

/** What a rule is set to: a severity, or a severity with the rule's options. Options that are absent stay as they were. */
export type RuleSetting = SeverityOrOff | readonly [SeverityOrOff] | readonly [SeverityOrOff, unknown];

/**
 * Settings by rule: `id` or `plugin/id`, or a selector of several rules: `category:via`, `rfc:3262`. Of one record the
 * selectors apply first, whatever the order, so that the more precise key wins.
 */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** How files are read, and how far. What is absent stays as it was. */
export interface Settings {
  readonly wire?: { readonly eol?: EolSetting };
  /** Which placeholders stand for unknown values; `auto` goes by the kind of file, `[]` turns them off. */
  readonly placeholders?: 'auto' | readonly PlaceholderSyntax[];
  readonly limits?: Partial<Limits>;
  readonly suppressions?: {
    /** Report directives that suppress nothing. */
    readonly reportUnused?: boolean;
    /** Report suppressions that do not say why. */
    readonly requireReasons?: boolean;
  };
}

/** Selects messages of a file. Each member that is there must match; of several values one must. */
export interface MessageSelector {
  /** Method of a request, CSeq method of a response; `*` and `?` are wildcards. */
  readonly method?: OneOrMany<string>;
  /** Status of a response: a code, a class such as `4xx`, or a range such as `400-499`. */
  readonly status?: OneOrMany<number | string>;
  /** Position among the messages of the file, from 0: a number or a range such as `2-4`. */
  readonly index?: OneOrMany<number | string>;
  /** Title of its separator line; `*` and `?` are wildcards, case does not count. */
  readonly title?: OneOrMany<string>;
}

/** `required`: each finding at warning or above must be expected by a directive, and each expectation be met. */
export type Expectations = 'optional' | 'required';

/** What holds for some files, or for some messages of them. */
export interface OverrideConfig {
  readonly files: OneOrMany<string>;
  /** Only for these messages of the files. Settings and expectations concern whole files, so they cannot stand beside it. */
  readonly messages?: MessageSelector;
  readonly rules?: RuleSettings;
  readonly settings?: Settings;
  readonly expectations?: Expectations;
}

/** A configuration as people write it. */
export interface SiplintConfig {
  /** Ignored; where editors look for the JSON Schema. */
  readonly $schema?: string;
  /** Says that no configuration above this folder counts. */
  readonly root?: boolean;
  /** Presets by name, `plugin/preset`, or other configuration files, from the weakest to the strongest. */
  readonly extends?: OneOrMany<string>;
  /** Packages or files that bring rules. */
  readonly plugins?: readonly string[];
  readonly rules?: RuleSettings;
  readonly settings?: Settings;
  readonly expectations?: Expectations;
  /** What a search of a folder takes, besides `*.sip`. */
  readonly files?: readonly string[];
  /** What is left out; `!` takes back in. */
  readonly ignores?: readonly string[];
  readonly overrides?: readonly OverrideConfig[];
}

/** Checks the types of a configuration that is written in TypeScript or JavaScript, and returns it as it is. */
export function defineConfig(config: SiplintConfig): SiplintConfig {
  return config;
}
