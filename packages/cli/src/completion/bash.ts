import type { CommandWords } from './vocabulary.js';

/** For bash 3.2 and later. */
export function bashScript([root, ...commands]: readonly [CommandWords, ...CommandWords[]]): string {
  const names = commands.map(({ text }) => text).join('|');
  const cases = [root, ...commands].map(commandCase).join('\n');
  return `# siplint: completion for bash. Use: source <(siplint completion bash)
_siplint() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" options="" words="" values="" files="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${names}) command="$word"; break ;;
    esac
  done
  case "$command" in
${cases}
  esac
  if [[ -n "$values" ]]; then
    [[ "$values" == FILE ]] && values=""
    words="$values"
    files=$([[ -z "$values" ]] && echo yes)
  elif [[ "$current" == -* ]]; then
    words="$options"
    files=""
  fi
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
  if [[ -n "$files" ]]; then
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _siplint siplint
`;
}

function commandCase({ text, options, words, takesFiles }: CommandWords): string {
  const valued = options.filter(({ takesValue }) => takesValue);
  const values = valued.map((option) => `        ${option.text}) values="${option.values.join(' ') || 'FILE'}" ;;`);
  return `    "${text}")
      options="${options.map((option) => option.text).join(' ')}"
      words="${words.map((word) => word.text).join(' ')}"
      files="${takesFiles ? 'yes' : ''}"
      case "$previous" in
${values.join('\n')}
      esac ;;`;
}
