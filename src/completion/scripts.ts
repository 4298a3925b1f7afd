/**
 * A script for each shell. It asks irotool what may follow, each time: so it is never behind, and knows the unit's own.
 * The word that is being typed comes last, with a colon before it, for Windows PowerShell drops an empty argument.
 */

export const SHELLS = {
  bash: { script: bash, where: 'eval "$(irotool completion bash)" in ~/.bashrc' },
  zsh: { script: zsh, where: 'eval "$(irotool completion zsh)" in ~/.zshrc, after compinit' },
  fish: { script: fish, where: 'irotool completion fish > ~/.config/fish/completions/irotool.fish' },
  powershell: {
    script: powershell,
    where: 'irotool completion powershell | Out-String | Invoke-Expression in $PROFILE',
  },
} as const;

function bash(): string {
  return `# irotool: completion for bash
_irotool() {
  local line
  COMPREPLY=()
  while IFS=$'\\t' read -r line _; do
    if [[ "$line" == ':files' ]]; then compopt -o default; return; fi
    [[ "$line" == *= ]] && compopt -o nospace
    COMPREPLY+=("$line")
  done < <("\${COMP_WORDS[0]}" completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD-1}" ":\${COMP_WORDS[COMP_CWORD]}" 2>/dev/null)
}
complete -F _irotool irotool`;
}

function zsh(): string {
  return `#compdef irotool
# irotool: completion for zsh
_irotool() {
  local -a offered
  local line
  for line in "\${(@f)$("\${words[1]}" completion words -- "\${(@)words[2,CURRENT-1]}" ":\${words[CURRENT]}" 2>/dev/null)}"; do
    if [[ "$line" == ':files' ]]; then _files; return; fi
    if [[ -n "$line" ]]; then offered+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}"); fi
  done
  _describe 'irotool' offered
}
compdef _irotool irotool`;
}

function fish(): string {
  return `# irotool: completion for fish
function __irotool_offers
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l offered ($typed[1] completion words -- $typed[2..-1] ":$current" 2>/dev/null)
  if test "$offered" = ':files'
    __fish_complete_path "$current"
  else
    printf '%s\\n' $offered
  end
end
complete -c irotool -f -a '(__irotool_offers)'`;
}

function powershell(): string {
  return `# irotool: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName irotool -ScriptBlock {
  param($word, $line, $cursor)
  $typed = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $offered = @(irotool completion words '--' @typed ":$word" 2>$null)
  if ($offered -contains ':files') { return }
  $offered | ForEach-Object {
    $offer, $about = $_ -split "\`t", 2
    if (-not $about) { $about = $offer }
    [System.Management.Automation.CompletionResult]::new($offer, $offer, 'ParameterValue', $about)
  }
}`;
}
