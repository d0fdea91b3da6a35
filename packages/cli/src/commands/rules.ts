import type { CatalogueEntry } from '@siplint/core';
import { EXIT, type ExitCode, Failure } from '../failure.js';
import { didYouMean } from '../options/did-you-mean.js';
import { ruleJson } from '../report/rule-json.js';
import { plural } from '../report/summary-text.js';
import { type ConfigOptions, loadCatalogue } from '../run/configs.js';
import { type Colors, paint } from '../terminal/colors.js';
import { printable, printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';
import { showCoverage } from './coverage.js';

export interface RulesOptions extends ConfigOptions {
  readonly category?: string;
  readonly rfc?: string;
  readonly fixable?: boolean;
  readonly coverage?: boolean;
  readonly json?: boolean;
  readonly color?: boolean;
}

/** Lists the rules that fit all that was asked for. */
export async function listRules(
  words: readonly string[],
  options: RulesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { category, rfc, fixable, json, coverage } = options;
  const number = rfc === undefined ? undefined : rfcNumber(rfc);
  if (coverage) {
    if (words.length > 0 || category !== undefined || fixable) {
      throw new Failure('--coverage tells of a whole RFC', 'leave out the words, --category and --fixable');
    }
    return showCoverage(number, options, terminal);
  }
  const catalogue = await loadCatalogue(options);
  if (category !== undefined) {
    const categories = catalogue.selectorValues('category');
    if (!categories.has(category)) {
      const names = [...categories].sort().join(', ');
      throw new Failure(
        `there is no category "${category}"${didYouMean(category, categories)}`,
        `categories are ${names}`,
      );
    }
  }
  const found = [...catalogue.entries].filter(
    ({ id, rule: { meta } }) =>
      (category === undefined || meta.category === category) &&
      (number === undefined || (meta.references ?? []).some((reference) => reference.rfc === number)) &&
      (!fixable || meta.fixable !== undefined) &&
      words.every((word) => `${id} ${meta.title}`.toLowerCase().includes(word.toLowerCase())),
  );
  const text = json
    ? `${printableJson(
        JSON.stringify(
          found.map(({ id, rule }) => ruleJson(id, rule)),
          null,
          2,
        ),
      )}\n`
    : listing(found, terminal.colors(options.color));
  terminal.write(text);
  return EXIT.clean;
}

function rfcNumber(rfc: string): number {
  const digits = /^(?:rfc)?\s*(\d{1,5})$/i.exec(rfc)?.[1];
  if (digits === undefined) throw new Failure(`--rfc "${rfc}" is no number of an RFC`, 'write it as --rfc 3261');
  return Number(digits);
}

function listing(found: readonly CatalogueEntry[], colors: Colors): string {
  const idWidth = found.reduce((most, { id }) => Math.max(most, id.length), 0);
  const lines = found.map(({ id, rule: { meta } }) => {
    const isDefault = meta.presets?.includes('recommended') ?? false;
    const severity = paint(colors, meta.severity, meta.severity.padEnd(7));
    const marks = `${isDefault ? '●' : '○'} ${meta.fixable ? 'fix' : '   '}`;
    return `${printable(id).padEnd(idWidth)}  ${severity}  ${marks}  ${printable(meta.title)}`;
  });
  const legend = '● in the preset "recommended", ○ in "strict" only, fix: brings a fix';
  return `${lines.map((line) => `${line}\n`).join('')}\n${plural(found.length, 'rule')}. ${colors.dim(legend)}\n`;
}
