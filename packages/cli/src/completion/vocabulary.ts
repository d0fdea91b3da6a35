import { BUILT_IN_PRESETS } from '@siplint/core';
import { rules } from '@siplint/rules';
import type { Command, Option } from 'commander';
import { FORMATS } from '../formats/index.js';

/** A word that can be typed, with what it is for. */
export interface Word {
  readonly text: string;
  readonly about: string;
}

export interface OptionWord extends Word {
  /** True if the next word is its value. */
  readonly takesValue: boolean;
  /** The values to offer; empty for a free value, or the name of a file. */
  readonly values: readonly string[];
}

/** What a shell can offer behind a command; the one without a name is the command line as such. */
export interface CommandWords extends Word {
  readonly options: readonly OptionWord[];
  readonly words: readonly Word[];
  readonly takesFiles: boolean;
}

/** The words of the program, taken from the definition of its commands. */
export function vocabularyOf(program: Command): readonly [CommandWords, ...CommandWords[]] {
  const commands = program.commands.map((command) => commandWords(command, command.name()));
  const root = commandWords(program, '');
  return [{ ...root, words: commands.map(({ text, about }) => ({ text, about })) }, ...commands];
}

function commandWords(command: Command, text: string): CommandWords {
  const help = command.createHelp();
  const names = command.registeredArguments.map((argument) => argument.name());
  return {
    text,
    about: command.description(),
    options: help.visibleOptions(command).map(optionWord),
    words: names.includes('rule') ? ruleWords() : names.includes('shell') ? shellWords() : [],
    takesFiles: names.some((name) => name === 'path' || name === 'file'),
  };
}

function optionWord(option: Option): OptionWord {
  const values = option.argChoices ?? VALUES.get(option.name()) ?? [];
  return {
    text: option.long ?? option.flags,
    about: option.description,
    takesValue: option.required,
    values,
  };
}

const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ['format', FORMATS.map(({ name }) => name)],
  ['preset', Object.keys(BUILT_IN_PRESETS)],
  ['category', [...new Set(rules.map(({ meta }) => meta.category))]],
]);

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

function shellWords(): Word[] {
  return SHELLS.map((shell) => ({ text: shell, about: `a script for ${shell}` }));
}

function ruleWords(): Word[] {
  return rules.map(({ meta }) => ({ text: meta.id, about: meta.title }));
}
