import type { CommandWords, Word } from './vocabulary.js';

/** For zsh with its completion system loaded. */
export function zshScript([root, ...commands]: readonly [CommandWords, ...CommandWords[]]): string {
  const names = commands.map(({ text }) => text).join('|');
  return `#compdef siplint
# siplint: completion for zsh. Use: siplint completion zsh > "\${fpath[1]}/_siplint"
_siplint() {
  local -a options entries choices
  local command="" files="" value="" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      ${names}) command="$word"; break ;;
    esac
  done
  case "$command" in
${[root, ...commands].map(commandCase).join('\n')}
  esac
  if [[ -n "$value" ]]; then
    if (( \${#choices} )); then compadd -a choices; else _files; fi
  elif [[ "\${words[CURRENT]}" == -* ]]; then
    _describe 'option' options
  else
    (( \${#entries} )) && _describe 'word' entries
    [[ -n "$files" ]] && _files
  fi
}
if [[ "\${funcstack[1]}" == _siplint ]]; then _siplint "$@"; else compdef _siplint siplint; fi
`;
}

function commandCase({ text, options, words, takesFiles }: CommandWords): string {
  const valued = options.filter(({ takesValue }) => takesValue);
  const values = valued.map((option) => `        ${option.text}) value=yes; choices=(${option.values.join(' ')}) ;;`);
  return `    "${text}")
      options=(${options.map(described).join(' ')})
      entries=(${words.map(described).join(' ')})
      files="${takesFiles ? 'yes' : ''}"
      case "\${words[CURRENT-1]}" in
${values.join('\n')}
      esac ;;`;
}

/** `'word:what it is for'` as _describe reads it. */
function described({ text, about }: Word): string {
  const escaped = `${text.replace(/:/g, '\\:')}:${about.replace(/:/g, '\\:')}`;
  return `'${escaped.replace(/'/g, "'\\''")}'`;
}
