import { EXIT, type ExitCode, Failure } from '../failure.js';
import { didYouMean } from '../options/did-you-mean.js';
import { ruleJson } from '../report/rule-json.js';
import { ruleText } from '../report/rule-text.js';
import { type CatalogueOptions, loadCatalogue } from '../run/workspace.js';
import { printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

export interface ExplainOptions extends CatalogueOptions {
  readonly json?: boolean;
  readonly color?: boolean;
}

/** Prints what a rule wants and why. */
export async function explain(id: string, options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const catalogue = await loadCatalogue(options);
  const entry = catalogue.get(id);
  if (!entry) {
    const advice = 'siplint rules lists all rules, siplint rules WORD those that have the word';
    throw new Failure(`there is no rule "${id}"${didYouMean(id, catalogue.ids)}`, advice);
  }
  const text = options.json
    ? `${printableJson(JSON.stringify(ruleJson(id, entry.rule), null, 2))}\n`
    : ruleText(id, entry.rule, terminal.colors(options.color), terminal.width);
  terminal.write(text);
  return EXIT.clean;
}
