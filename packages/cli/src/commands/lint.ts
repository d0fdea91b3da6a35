import { displayPath } from '@siplint/core/node';
import { type ExitCode, Failure } from '../failure.js';
import type { FormatContext } from '../formats/format.js';
import { parseFormatOptions, type ReportTarget } from '../options/format-option.js';
import type { LintOptions } from '../options/lint-options.js';
import { openConfigs } from '../run/configs.js';
import { fixPlanOf } from '../run/file-judge.js';
import { findInputs, type Input } from '../run/inputs.js';
import { LintRun } from '../run/lint-run.js';
import { Problems } from '../run/problems.js';
import { RunProfile } from '../run/profile.js';
import { Reports } from '../run/reports.js';
import { byFolder } from '../run/together.js';
import { printable } from '../terminal/printable.js';
import type { Terminal } from '../terminal/terminal.js';
import { siplintVersion } from '../version.js';

/** Lints files and writes the reports. */
export async function lint(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const plan = fixPlanOf(options);
  const targets = reportTargets(options);
  const profile = options.profile ? new RunProfile() : undefined;
  const problems = new Problems(terminal, options.debug === true);
  const stop = profile?.start('find files and configurations');
  const inputs = await findInputs(paths, options, openConfigs(options), problems);
  stop?.();
  if (plan?.mode === 'write' && inputs.some(({ write }) => write === undefined)) {
    throw new Failure('--fix cannot write to standard input', 'use --diff, or --fix-dry-run to see what would be left');
  }
  if (plan && options.together) {
    throw new Failure(
      '--together applies no fixes',
      'a fix between messages may need several files: run --fix without it',
    );
  }
  if (options.verbose) tellConfigurations(inputs, terminal);
  const context = formatContext(inputs, options, terminal);
  const reports = await Reports.open(targets, context, (problem, error) => problems.add(problem, error));
  const run = new LintRun({ options, plan, problems, reports, terminal, profile });
  if (options.together) for (const folder of byFolder(inputs)) run.takeTogether(folder);
  else for (const input of inputs) await run.take(input);
  return run.finish();
}

/** The patch of `--diff` takes the place of the report on standard output. */
function reportTargets({ format = [], output, diff }: LintOptions): readonly ReportTarget[] {
  if (!diff) return parseFormatOptions(format, output);
  const targets = format.length > 0 || output !== undefined ? parseFormatOptions(format, output) : [];
  if (targets.some(({ file }) => file === undefined)) {
    throw new Failure(
      '--diff prints a patch to standard output',
      'give --format a file, as in --format json:report.json',
    );
  }
  return targets;
}

function formatContext(inputs: readonly Input[], { failOn, color }: LintOptions, terminal: Terminal): FormatContext {
  const catalogues = new Set(inputs.map(({ loaded }) => loaded.config.catalogue));
  return {
    write: (text) => terminal.write(text),
    colors: terminal.colors(color),
    width: terminal.width,
    wraps: terminal.isInteractive,
    failOn,
    ruleMeta: (ruleId) => {
      for (const catalogue of catalogues) {
        const entry = catalogue.get(ruleId);
        if (entry) return entry.rule.meta;
      }
      return undefined;
    },
    version: siplintVersion(),
    variables: terminal.variables,
  };
}

function tellConfigurations(inputs: readonly Input[], terminal: Terminal): void {
  const sources = new Set(inputs.flatMap(({ loaded }) => loaded.sources));
  if (sources.size === 0) terminal.tell('no configuration file');
  for (const source of sources) terminal.tell(`configuration: ${printable(displayPath(source, process.cwd()))}`);
}
