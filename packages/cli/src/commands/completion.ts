import type { Command } from 'commander';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { powershellScript } from '../completion/powershell.js';
import { type CommandWords, SHELLS, vocabularyOf } from '../completion/vocabulary.js';
import { zshScript } from '../completion/zsh.js';
import { EXIT, type ExitCode, Failure } from '../failure.js';
import { didYouMean } from '../options/did-you-mean.js';
import type { Terminal } from '../terminal/terminal.js';

type Shell = (typeof SHELLS)[number];

const SCRIPTS: Readonly<Record<Shell, (commands: readonly [CommandWords, ...CommandWords[]]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** Prints a completion script, made from the definition of the commands. */
export function completion(shell: string, program: Command, terminal: Terminal): ExitCode {
  const known = SHELLS.find((name) => name === shell);
  if (!known) {
    throw new Failure(
      `there is no completion for "${shell}"${didYouMean(shell, SHELLS)}`,
      `shells are ${SHELLS.join(', ')}`,
    );
  }
  terminal.write(SCRIPTS[known](vocabularyOf(program)));
  return EXIT.clean;
}
