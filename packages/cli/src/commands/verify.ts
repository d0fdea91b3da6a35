import type { FileResult, Finding } from '@siplint/core';
import { EXIT, type ExitCode } from '../failure.js';
import { plural } from '../report/summary-text.js';
import { type ConfigOptions, openConfigs } from '../run/configs.js';
import { judgeInput } from '../run/file-judge.js';
import { findInputs, type InputOptions } from '../run/inputs.js';
import { Problems } from '../run/problems.js';
import type { Colors } from '../terminal/colors.js';
import { printable } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';

export interface VerifyOptions extends ConfigOptions, InputOptions {
  readonly color?: boolean;
}

/** What the engine reports where a file does not hold just what it announces, or announces what cannot be. */
const BREACHES: ReadonlySet<string> = new Set([
  'expectation-not-met',
  'finding-not-expected',
  'directive-unknown-rule',
  'directive-malformed',
]);

/** Checks that each file has the findings that its directives announce, and no others at warning or above. */
export async function verify(paths: readonly string[], options: VerifyOptions, terminal: Terminal): Promise<ExitCode> {
  const configs = openConfigs(options, [{ name: 'siplint verify', config: { expectations: 'required' } }]);
  const problems = new Problems(terminal, false);
  const colors = terminal.colors(options.color);
  let files = 0;
  let broken = 0;
  for (const input of await findInputs(paths, options, configs, problems)) {
    const source = problems.reading(input.path, () => input.read());
    if (!source) continue;
    const { result } = judgeInput(input, source, undefined, undefined);
    problems.addCrashes(result);
    if (result.skipped) continue;
    files++;
    const breaches = result.findings.filter(({ ruleId }) => BREACHES.has(ruleId));
    if (breaches.length > 0) broken++;
    terminal.write(fileText(result, breaches, colors));
  }
  const verdict =
    broken === 0
      ? `${colors.green('✔')} ${plural(files, 'file')} as expected`
      : `${colors.red('✖')} ${broken} of ${plural(files, 'file')} not as expected`;
  if (files > 0 || problems.all.length === 0) terminal.write(`\n${verdict}\n`);
  if (problems.all.length > 0) return EXIT.failure;
  return broken > 0 ? EXIT.findings : EXIT.clean;
}

function fileText({ path, source, suppressed }: FileResult, breaches: readonly Finding[], colors: Colors): string {
  const met = suppressed.filter(({ suppression }) => suppression.kind === 'expectation').length;
  const mark = breaches.length === 0 ? colors.green('✔') : colors.red('✖');
  const lines = breaches.map(({ start, message }) => {
    const { line, column } = source.lines.positionAt(start);
    return `    ${line}:${column}  ${printable(message)}\n`;
  });
  const held = met > 0 ? `: ${plural(met, 'finding')} as expected` : '';
  return `${mark} ${printable(path)}${held}\n${lines.join('')}`;
}
