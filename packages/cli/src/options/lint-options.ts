import { type Command, InvalidArgumentError, Option } from 'commander';

/** The options of lint as the user gave them; absent where not given, unless a default is said. */
export interface LintOptions {
  readonly config?: string | false;
  readonly preset?: string;
  readonly rule?: readonly string[];
  readonly ext?: readonly string[];
  readonly ignorePath?: string;
  /** False for `--no-ignore`. */
  readonly ignore: boolean;
  readonly errorOnUnmatched: boolean;
  readonly stdinFilename?: string;
  readonly together?: boolean;
  readonly fix?: boolean;
  readonly 'fix=unsafe'?: boolean;
  readonly fixDryRun?: boolean;
  readonly diff?: boolean;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly statistics?: boolean;
  readonly profile?: boolean;
  readonly failOn: 'error' | 'warning' | 'info';
  readonly maxWarnings?: number;
  readonly reportUnusedSuppressions?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

export const LINT_GROUPS = {
  input: 'What is linted:',
  configuration: 'Configuration:',
  fix: 'Fixing:',
  report: 'Report:',
  outcome: 'Exit code:',
  other: 'Other:',
} as const;

/** Adds the options of lint to a command, in groups. */
export function addLintOptions(command: Command): Command {
  return command
    .optionsGroup(LINT_GROUPS.input)
    .option('--ext <list>', 'suffixes that a folder search takes besides the configured ones, as ".txt,.msg"', list)
    .option('--stdin-filename <name>', 'the path that standard input ("-") is reported and configured under')
    .option('--together', 'take the files of a folder for one call flow, in the order of their names')
    .option('--ignore-path <file>', 'a further file with patterns to ignore, as in .gitignore')
    .option('--no-ignore', 'take files that .gitignore, "ignores" or --ignore-path leave out')
    .option('--no-error-on-unmatched', 'do not fail if no file matched')
    .optionsGroup(LINT_GROUPS.configuration)
    .option('--config <file>', 'use this configuration file and no other')
    .option('--no-config', 'use no configuration file')
    .option('--preset <name>', 'the preset to start from instead of "recommended"')
    .option('--rule <setting>', "set one rule, as 'id: severity' or 'id: [severity, options]'; repeatable", append)
    .option('--report-unused-suppressions', 'report directives that suppress nothing')
    .optionsGroup(LINT_GROUPS.fix)
    .option('--fix', 'apply safe fixes to the files')
    .option('--fix=unsafe', 'apply unsafe fixes too: they may change what a message means')
    .option('--fix-dry-run', 'report what would be left after --fix; change no file')
    .option('--diff', 'print the fixes as a patch instead of a report; change no file')
    .optionsGroup(LINT_GROUPS.report)
    .option('--format <name[:file]>', 'a format, and the file it goes to; repeatable (see below)', append)
    .option('--output <file>', 'write the report to this file instead of standard output')
    .option('--quiet', 'leave out findings milder than --fail-on')
    .option('--color', 'use colour (also by FORCE_COLOR)')
    .option('--no-color', 'use no colour (also by NO_COLOR)')
    .option('--statistics', 'count the findings of each rule, on standard error')
    .option('--profile', 'tell the time of each phase and rule, on standard error')
    .optionsGroup(LINT_GROUPS.outcome)
    .addOption(
      new Option('--fail-on <severity>', 'the severity from which a finding makes the exit code 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--max-warnings <count>', 'exit code 1 for more warnings than this', wholeNumber)
    .optionsGroup(LINT_GROUPS.other)
    .option('--verbose', 'tell what is read, skipped and configured, on standard error')
    .option('--debug', 'show stack traces of failures');
}

/** Collects the values of an option that may come several times. */
export function append(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function list(value: string, earlier: readonly string[] = []): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  if (items.some((item) => !/^\.?[^./\\*]+$/.test(item))) {
    throw new InvalidArgumentError('It takes suffixes with commas between, as in ".txt,.msg".');
  }
  return [...earlier, ...items.map((item) => (item.startsWith('.') ? item : `.${item}`))];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It takes a whole number, 0 or more.');
  return Number(value);
}
