import { resolve } from 'node:path';
import type { FileExplanation, RuleExplanation } from '@siplint/core';
import { withSlashes } from '@siplint/core/node';
import { EXIT, type ExitCode } from '../failure.js';
import { type ConfigOptions, openConfigs } from '../run/configs.js';
import { printable, printableJson } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

export interface PrintConfigOptions extends ConfigOptions {
  readonly json?: boolean;
}

/** Prints the configuration of a file: each setting, and which layer gave it. The file need not exist. */
export async function printConfig(file: string, options: PrintConfigOptions, terminal: Terminal): Promise<ExitCode> {
  const { config } = await openConfigs(options).forFile(file);
  const explanation = config.explain(withSlashes(resolve(file)));
  const text = options.json
    ? printableJson(JSON.stringify({ path: file, ...explanation }, null, 2))
    : asText(file, explanation);
  terminal.write(`${text}\n`);
  return EXIT.clean;
}

function asText(file: string, { layers, settings, expectations, rules, forMessages }: FileExplanation): string {
  const on = rules.filter(({ severity }) => severity !== 'off');
  const off = rules.filter(({ severity }) => severity === 'off');
  const lines = [
    `# Configuration of ${file}`,
    `# From: ${layers.join(', ')}`,
    '',
    'settings:',
    ...flattened(settings).map(([key, value]) => `  ${key}: ${value}`),
    `expectations: ${JSON.stringify(expectations)}`,
    '',
    `rules: # ${on.length} on, ${off.length} off`,
    ...on.map(ruleLine),
    ...off.filter(({ origins }) => origins.length > 0).map(ruleLine),
  ];
  for (const { layer, messages, rules: forSome } of forMessages) {
    lines.push('', `# ${layer}, for messages ${JSON.stringify(messages)}`, JSON.stringify(forSome));
  }
  return lines.map(printable).join('\n');
}

/** `id: severity` with what set it behind, as a comment. */
function ruleLine({ id, severity, options, origins }: RuleExplanation): string {
  const setting = options === undefined ? severity : `[${severity}, ${JSON.stringify(options)}]`;
  const origin = origins.at(-1);
  const by = origin && (origin.key === id ? origin.layer : `${origin.layer}: ${origin.key}`);
  return `  ${id}: ${setting}${by ? ` # ${by}` : ''}`;
}

/** `a.b: value` for each leaf. */
function flattened(value: object, prefix = ''): [key: string, value: string][] {
  return Object.entries(value).flatMap(([key, member]): [string, string][] =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? flattened(member, `${prefix}${key}.`)
      : [[prefix + key, JSON.stringify(member)]],
  );
}
