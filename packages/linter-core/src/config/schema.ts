import type { JsonSchema } from '../engine/rule.js';
import type { EolSetting, PlaceholderSyntax } from '../input/settings.js';
import type { Catalogue } from './catalogue.js';
import { BUILT_IN_PRESETS, presetNames } from './presets.js';
import { SEVERITY_SETTINGS } from './rule-setting.js';
import {
  boolean,
  legend,
  list,
  nonEmptyString,
  numberOrRange,
  oneOrMany,
  quoted,
  record,
  string,
  wholeNumber,
} from './schema-parts.js';
import type { Expectations } from './types.js';

// JSON Schema of the configuration. `errorMessage` says what is expected, for our own errors and for editors that show it;
// `description` is what an editor shows beside a key.

/** The schema for configuration files: the shape, with the ids, documentation and options of these rules. */
export function configSchema(catalogue: Catalogue): JsonSchema {
  const presets = presetNames(catalogue);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'siplint configuration',
    ...shapeSchema(rulesSchema(catalogue), { anyOf: [{ enum: presets }, string('A preset, a file or a package')] }),
  };
}

/** The schema of the shape alone, whatever rules there are: what every configuration is checked against first. */
export function shapeSchema(
  rules: JsonSchema = { type: 'object', additionalProperties: settingSchema(), errorMessage: RULES_EXPECTED },
  extended: JsonSchema = nonEmptyString('the name of a preset, a file or a package'),
): JsonSchema {
  return {
    definitions: {
      rules,
      settings: settingsSchema(),
      globs: list(nonEmptyString('a glob')),
      expectations: EXPECTATIONS,
    },
    ...record({
      $schema: string('Where the JSON Schema of this file is'),
      root: boolean('No configuration above this folder counts'),
      extends: { ...oneOrMany(extended), description: PRESETS_DESCRIPTION },
      plugins: {
        ...list(nonEmptyString('a package or a file, such as "./house-rules.mjs"')),
        description: 'Packages or files that bring rules',
      },
      rules: { $ref: '#/definitions/rules' },
      settings: { $ref: '#/definitions/settings' },
      expectations: { $ref: '#/definitions/expectations' },
      files: { $ref: '#/definitions/globs', description: 'What a search of a folder takes besides *.sip' },
      ignores: { $ref: '#/definitions/globs', description: 'What is left out; "!" takes back in' },
      overrides: {
        type: 'array',
        items: overrideSchema(),
        description: 'What holds for some files, or for some messages of them',
        errorMessage: 'a list of overrides, each { "files": …, "rules": … }',
      },
    }),
  };
}

const PRESETS_DESCRIPTION = `Presets, plugin/preset, files or packages to start from. ${Object.entries(BUILT_IN_PRESETS)
  .map(([name, purpose]) => `${name}: ${purpose}.`)
  .join(' ')}`;

const RULES_EXPECTED = 'settings by rule id, such as { "missing-to": "error" }';

const SEVERITY = {
  enum: SEVERITY_SETTINGS,
  errorMessage: `a severity (${SEVERITY_SETTINGS.map((word) => `"${word}"`).join(', ')}) or [severity, options]`,
} as const;

const EXPECTATION_NAMES: Readonly<Record<Expectations, string>> = {
  optional: 'a finding that no directive expects is a finding',
  required: 'a finding at warning or above that no directive expects is an error',
};
const EXPECTATIONS = {
  enum: Object.keys(EXPECTATION_NAMES),
  description: Object.entries(EXPECTATION_NAMES)
    .map(([name, meaning]) => `${name}: ${meaning}`)
    .join('; '),
} as const;

/** A severity, or a list of a severity and options. */
function settingSchema(options: JsonSchema | true = true): JsonSchema {
  return {
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      items: [SEVERITY, options],
      minItems: 1,
      maxItems: 2,
      errorMessage: '[severity, options]',
    },
    else: SEVERITY,
  };
}

const NO_OPTIONS = { not: {}, errorMessage: 'this rule has no options' } as const;

function rulesSchema(catalogue: Catalogue): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const { id, rule } of catalogue.entries) {
    const { title, docs, options } = rule.meta;
    const description = docs ? `${title}. ${docs.what}` : title;
    properties[id] = { ...settingSchema(options?.schema ?? NO_OPTIONS), description };
  }
  for (const kind of ['category', 'rfc'] as const) {
    for (const value of catalogue.selectorValues(kind)) properties[`${kind}:${value}`] = SEVERITY;
  }
  return {
    type: 'object',
    properties,
    // Rules of plugins, which this schema does not know.
    patternProperties: { '/': settingSchema() },
    additionalProperties: false,
    errorMessage: RULES_EXPECTED,
  };
}

function overrideSchema(): JsonSchema {
  return {
    ...record({
      files: { ...oneOrMany(nonEmptyString('a glob')), description: 'The files it is for' },
      messages: {
        ...record({
          method: oneOrMany(nonEmptyString('a method, such as "INVITE"')),
          status: oneOrMany(numberOrRange('^[1-6](xx|[0-9]{2}(-[1-6][0-9]{2})?)$', 100, 699, STATUS_EXPECTED)),
          index: oneOrMany(numberOrRange('^[0-9]{1,9}(-[0-9]{1,9})?$', 0, 999_999_999, INDEX_EXPECTED)),
          title: oneOrMany(nonEmptyString('a title, in which "*" is any text')),
        }),
        minProperties: 1,
        description: 'Only these messages of the files; each member must match',
      },
      rules: { $ref: '#/definitions/rules' },
      settings: { $ref: '#/definitions/settings' },
      expectations: { $ref: '#/definitions/expectations' },
    }),
    required: ['files'],
    dependencies: { messages: { properties: { settings: WHOLE_FILES_ONLY, expectations: WHOLE_FILES_ONLY } } },
  };
}

const STATUS_EXPECTED = 'a status: 486, "4xx" or "480-489"';
const INDEX_EXPECTED = 'a position from 0: 2 or "2-4"';
const WHOLE_FILES_ONLY = {
  not: {},
  errorMessage:
    'cannot stand beside "messages", as it says how whole files are judged; put it in an override without "messages"',
} as const;

const EOL_MODES: Readonly<Record<EolSetting, string>> = {
  auto: 'a message all in LF is the text form of a message with CRLF',
  'as-is': 'the stored octets are what is sent',
  crlf: 'every line end counts as two octets',
};
const PLACEHOLDER_SYNTAXES: Readonly<Record<PlaceholderSyntax, string>> = {
  braces: '{{name}}',
  dollar: '$' + '{name}',
  sipp: 'SIPp keywords such as [call_id]',
};

function settingsSchema(): JsonSchema {
  return record({
    wire: record({
      eol: {
        enum: Object.keys(EOL_MODES),
        description: `How stored line ends relate to the wire. ${legend(EOL_MODES)}`,
      },
    }),
    placeholders: {
      if: { type: 'array' },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { items: { enum: Object.keys(PLACEHOLDER_SYNTAXES) } },
      else: { const: 'auto', errorMessage: `"auto" or a list of ${quoted(Object.keys(PLACEHOLDER_SYNTAXES))}` },
      description: `Variables that stand for unknown values. ${legend(PLACEHOLDER_SYNTAXES)}`,
    },
    limits: record({
      fileBytes: wholeNumber('Octets of a file'),
      messages: wholeNumber('Messages of a file'),
      findingsPerRule: wholeNumber('Findings of one rule in one file'),
    }),
    suppressions: record({
      reportUnused: boolean('Report directives that suppress nothing'),
      requireReasons: boolean('Report directives without a reason'),
    }),
  });
}
