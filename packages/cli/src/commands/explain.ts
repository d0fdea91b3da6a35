import { ENGINE_RULES, type EngineRule } from '@siplint/core';
import { EXIT, type ExitCode, Failure } from '../failure.js';
import { didYouMean } from '../options/did-you-mean.js';
import { ruleJson } from '../report/rule-json.js';
import { ruleText } from '../report/rule-text.js';
import { type ConfigOptions, loadCatalogue } from '../run/configs.js';
import { paint } from '../terminal/colors.js';
import { printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';
import { wrap } from '../terminal/wrap.js';

export interface ExplainOptions extends ConfigOptions {
  readonly json?: boolean;
  readonly color?: boolean;
}

/** Prints what a rule wants and why. */
export async function explain(id: string, options: ExplainOptions, terminal: Terminal): Promise<ExitCode> {
  const catalogue = await loadCatalogue(options);
  const entry = catalogue.get(id);
  if (!entry) {
    const engineRule = Object.entries(ENGINE_RULES).find(([engineId]) => engineId === id)?.[1];
    if (engineRule) return explainEngineRule(id, engineRule, options, terminal);
    const advice = 'siplint rules lists all rules, siplint rules WORD those that have the word';
    throw new Failure(`there is no rule "${id}"${didYouMean(id, catalogue.ids)}`, advice);
  }
  const text = options.json
    ? `${printableJson(JSON.stringify(ruleJson(id, entry.rule), null, 2))}\n`
    : ruleText(id, entry.rule, terminal.colors(options.color), terminal.width);
  terminal.write(text);
  return EXIT.clean;
}

function explainEngineRule(id: string, rule: EngineRule, options: ExplainOptions, terminal: Terminal): ExitCode {
  const { title, severity, what } = rule;
  const colors = terminal.colors(options.color);
  const text = options.json
    ? JSON.stringify({ id, category: 'engine', ...rule }, null, 2)
    : `${colors.bold(id)}: ${title}\n${paint(colors, severity, severity)}\n\n${wrap(what, terminal.width, '  ')}`;
  terminal.write(`${text}\n`);
  return EXIT.clean;
}
