import { type ExitCode, Failure } from '../failure.js';
import type { FormatContext } from '../formats/format.js';
import { parseFormatOptions, type ReportTarget } from '../options/format-option.js';
import type { LintOptions } from '../options/lint-options.js';
import { fixPlanOf } from '../run/file-judge.js';
import { findInputs } from '../run/inputs.js';
import { LintRun } from '../run/lint-run.js';
import { Problems } from '../run/problems.js';
import { RunProfile } from '../run/profile.js';
import { Reports } from '../run/reports.js';
import { openWorkspace, type Workspace } from '../run/workspace.js';
import type { Terminal } from '../terminal/terminal.js';
import { siplintVersion } from '../version.js';

/** Lints files and writes the reports. */
export async function lint(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const plan = fixPlanOf(options);
  const targets = reportTargets(options);
  const profile = options.profile ? new RunProfile() : undefined;
  const workspace = await openWorkspace(options);
  const problems = new Problems(terminal, options.debug === true);
  const inputs = await findInputs(paths, options, workspace, problems);
  if (plan?.mode === 'write' && inputs.some((input) => input.isStandardInput)) {
    throw new Failure('--fix cannot write to standard input', 'use --diff, or --fix-dry-run to see what would be left');
  }
  const context = formatContext(workspace, options, terminal);
  const reports = await Reports.open(targets, context, (problem, error) => problems.add(problem, error));
  const run = new LintRun({ options, plan, workspace, problems, reports, terminal, profile });
  for (const input of inputs) await run.take(input);
  return run.finish();
}

/** The patch of `--diff` takes the place of the report on standard output. */
function reportTargets({ format, output, diff }: LintOptions): readonly ReportTarget[] {
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

function formatContext(workspace: Workspace, { failOn, color }: LintOptions, terminal: Terminal): FormatContext {
  return {
    write: (text) => terminal.write(text),
    colors: terminal.colors(color),
    width: terminal.width,
    failOn,
    ruleMeta: (ruleId) => workspace.catalogue.get(ruleId)?.rule.meta,
    version: siplintVersion(),
    variables: terminal.variables,
  };
}
