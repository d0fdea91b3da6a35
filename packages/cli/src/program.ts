import { Command, CommanderError, Option } from 'commander';
import { lint } from './commands/lint.js';
import { EXIT, type ExitCode, failureText } from './failure.js';
import { addFlowOptions, type FlowOptions } from './flow/flow-options.js';
import { FORMATS } from './formats/index.js';
import { addLintOptions, type LintOptions } from './options/lint-options.js';
import type { Terminal } from './terminal/terminal.js';
import { siplintVersion } from './version.js';

/** Sets the exit code of a run. */
export type Finish = (code: ExitCode) => void;

const EXAMPLES = `
Formats:
${FORMATS.map(({ name, about }) => `  ${name.padEnd(10)} ${about}`).join('\n')}

Exit codes:
  0  ran; nothing at or above --fail-on, warnings within --max-warnings
  1  ran; there are findings to look at
  2  could not run: usage, configuration, an unreadable file, nothing matched

Examples:
  siplint fixtures                          lint all .sip files below a folder
  siplint --fix "traces/**/*.sip"           apply safe fixes
  siplint --format frame call.sip           show each finding in its line
  siplint --format stylish --format sarif:siplint.sarif .
  unzip -p trace.zip call.sip | siplint -   standard input
  siplint explain content-length-mismatch   why a rule is there, with examples
`;

/** The command line: what commands and options there are. What they do is loaded when they run. */
export function createProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('siplint')
    .description('Lints SIP messages: what breaks RFC 3261 and its extensions, where, and why.')
    .usage('[options] <file | folder | glob | -> ...\n       siplint <command> [options]')
    .version(siplintVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.tell(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'siplint: ').replace(/\n(?=\()/, '\n  ')),
    })
    .exitOverride()
    .showHelpAfterError('  (siplint --help lists commands and options)');
  addLint(
    addLintOptions(program.argument('[path...]', 'files, folders, globs, or "-" for standard input')),
    terminal,
    finish,
  );
  program.addHelpText('after', EXAMPLES);
  addCommands(program, terminal, finish);
  return program;
}

function addLint(command: Command, terminal: Terminal, finish: Finish): void {
  command.action(async (paths: string[], options: LintOptions) => {
    finish(await lint(paths, options, terminal));
  });
}

/** Options by which a command finds the configuration whose plugins bring rules. */
function withConfig(command: Command): Command {
  return command
    .option('--config <file>', 'use this configuration file and no other')
    .option('--no-config', 'use no configuration file');
}

function addCommands(program: Command, terminal: Terminal, finish: Finish): void {
  const add = (nameAndArgs: string, description: string) =>
    program.command(nameAndArgs).description(description).helpOption('--help', 'print this help');

  const lint = add('lint', 'lint files (the default command)').argument('[path...]', 'files, folders, globs, or "-"');
  addLint(addLintOptions(lint), terminal, finish);

  add('init', 'write a configuration; looks at what the folder holds')
    .addOption(new Option('--type <type>', 'the kind of file').choices(['yaml', 'json']))
    .action(async (options) => {
      const { init } = await import('./commands/init.js');
      finish(init(options, terminal));
    });

  withConfig(add('explain', 'tell what a rule wants and why, with examples and RFC sections').argument('<rule>'))
    .option('--json', 'print all facts of the rule as JSON')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .action(async (rule: string, options) => {
      const { explain } = await import('./commands/explain.js');
      finish(await explain(rule, options, terminal));
    });

  withConfig(add('rules', 'list and search rules').argument('[words...]', 'words that id or title must hold'))
    .option('--category <name>', 'only rules of this category')
    .option('--rfc <number>', 'only rules that follow from this RFC')
    .option('--fixable', 'only rules that bring a fix')
    .option('--coverage', 'print how much of what the RFC demands is judged')
    .option('--json', 'print all facts as JSON')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .action(async (words: string[], options) => {
      const { listRules } = await import('./commands/rules.js');
      finish(await listRules(words, options, terminal));
    });

  withConfig(add('print-config', 'print the resolved configuration of a file, and what set what').argument('<file>'))
    .option('--json', 'print it as JSON')
    .action(async (file: string, options) => {
      const { printConfig } = await import('./commands/print-config.js');
      finish(await printConfig(file, options, terminal));
    });

  addFlowOptions(add('flow', 'draw the call flow of a file or a folder, with its findings')).action(
    async (paths: string[], options: FlowOptions) => {
      const { flow } = await import('./commands/flow.js');
      finish(await flow(paths, options, terminal));
    },
  );

  withConfig(add('verify', 'check fixtures against the findings they say they expect').argument('<path...>'))
    .option('--no-ignore', 'take ignored files too')
    .option('--color', 'use colour')
    .option('--no-color', 'use no colour')
    .action(async (paths: string[], options) => {
      const { verify } = await import('./commands/verify.js');
      finish(await verify(paths, options, terminal));
    });

  add('lsp', 'serve an editor: the language server on standard input and output')
    .option('--stdio', 'the only way to talk, so it need not be said')
    .action(async () => {
      const { languageServer } = await import('./commands/lsp.js');
      languageServer();
    });
  add('completion', 'print a completion script for a shell')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .action(async (shell: string) => {
      const { completion } = await import('./commands/completion.js');
      finish(completion(shell, program, terminal));
    });
}

/** Runs the command line; everything that keeps a command from its job becomes one message and exit code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    await terminal.flush();
  } catch (error) {
    // Help and version come as errors of commander, too.
    if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.failure;
    else {
      terminal.tell(failureText(error, args.includes('--debug')));
      exitCode = EXIT.failure;
    }
    await terminal.flush().catch(() => {});
  }
  return exitCode;
}
