import type { CommandWords, OptionWord } from './vocabulary.js';

/** For fish 3 and later. */
export function fishScript([root, ...commands]: readonly [CommandWords, ...CommandWords[]]): string {
  const names = commands.map(({ text }) => text).join(' ');
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = root.words.map(({ text, about }) => line(none, `-a ${text} -d ${quoted(about)}`));
  lines.push(...root.options.map((option) => line(none, optionPart(option))));
  for (const { text, options, words, takesFiles } of commands) {
    const seen = `__fish_seen_subcommand_from ${text}`;
    if (!takesFiles) lines.push(line(seen, '-f'));
    lines.push(...words.map((word) => line(seen, `-a ${word.text} -d ${quoted(word.about)}`)));
    lines.push(...options.map((option) => line(seen, optionPart(option))));
  }
  return `# siplint: completion for fish. Use: siplint completion fish > ~/.config/fish/completions/siplint.fish
${lines.join('\n')}
`;
}

function line(condition: string, rest: string): string {
  return `complete -c siplint -n ${quoted(condition)} ${rest}`;
}

function optionPart({ text, about, takesValue, values }: OptionWord): string {
  // fish has no name for an option that is told from another by its value.
  if (text.includes('=')) return `-a ${quoted(text)} -d ${quoted(about)}`;
  const value = !takesValue ? '' : values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : ' -r';
  return `-l ${text.replace(/^--/, '')}${value} -d ${quoted(about)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
