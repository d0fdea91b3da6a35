import type { CommandWords, Word } from './vocabulary.js';

/** For Windows PowerShell 5 and PowerShell 7. */
export function powershellScript(commands: readonly [CommandWords, ...CommandWords[]]): string {
  const tables = commands.map(
    ({ text, options, words }) => `    ${quoted(text)} = @(
${[...words, ...options].map(entry).join('\n')}
    )`,
  );
  const values = commands[0].options.filter((option) => option.values.length > 0);
  return `# siplint: completion for PowerShell. Use: siplint completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName siplint -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @{
${tables.join('\n')}
  }
  $values = @{
${values.map((option) => `    ${quoted(option.text)} = @(${option.values.map(quoted).join(', ')})`).join('\n')}
  }
  $elements = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = $elements | Select-Object -Skip 1 | Where-Object { $_ -ne '' -and $words.ContainsKey($_) } | Select-Object -First 1
  if (-not $command) { $command = '' }
  $previous = $elements[-1]
  if ($values.ContainsKey($previous)) {
    $values[$previous] | Where-Object { $_ -like "$wordToComplete*" } |
      ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
    return
  }
  $words[$command] | Where-Object { $_[0] -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1]) }
}
`;
}

function entry({ text, about }: Word): string {
  return `      ,@(${quoted(text)}, ${quoted(about)})`;
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
