import type { Command, Help } from 'commander'
import { UsageError } from './usageError.ts'

/** What a shell has to know of one verb. */
interface Verb {
  name: string
  about: string
  /** Of a verb that has verbs of its own, these; `options` are theirs, and its own. */
  verbs: readonly string[]
  options: { name: string; about: string; takesValue: boolean; choices: readonly string[] }[]
}

/** A script that completes the command in a shell. */
export function completion(shell: string, program: Command): string {
  const verbs = verbsOf(program)
  if (shell === 'bash') return bash(verbs)
  if (shell === 'zsh') return `#compdef section16\nautoload -U +X bashcompinit && bashcompinit\n${bash(verbs)}`
  if (shell === 'fish') return fish(verbs)
  throw new UsageError(`there is no completion for ${shell}: ask for bash, zsh or fish`)
}

function verbsOf(program: Command): Verb[] {
  const help = program.createHelp()
  return help.visibleCommands(program).map((command) => {
    const inner = help.visibleCommands(command)
    const options = [...inner, command].flatMap((one) => optionsOf(one, help))
    return {
      name: command.name(),
      about: command.description(),
      verbs: inner.map((one) => one.name()),
      options: [...new Map(options.map((option) => [option.name, option])).values()],
    }
  })
}

function optionsOf(command: Command, help: Help): Verb['options'] {
  return help
    .visibleOptions(command)
    .flatMap(({ long, description, required, argChoices }) =>
      long ? [{ name: long, about: description, takesValue: required, choices: argChoices ?? [] }] : [],
    )
}

function bash(verbs: readonly Verb[]): string {
  const cases = verbs.map(
    ({ name, verbs: inner, options }) =>
      `    ${name}) words="${[...inner, ...options.map((one) => one.name)].join(' ')}" ;;`,
  )
  const choices = verbs
    .flatMap(({ options }) => options)
    .filter((option) => option.choices.length > 0)
    .map((option) => `  [ "$before" = ${option.name} ] && words="${option.choices.join(' ')}"`)
  return `_section16() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
${choices.join('\n')}
  [ "$COMP_CWORD" = 1 ] && words="${verbs.map(({ name }) => name).join(' ')} --version --help"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _section16 section16
`
}

function fish(verbs: readonly Verb[]): string {
  const lines = verbs.flatMap(({ name, about, verbs: inner, options }) => [
    `complete -c section16 -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
    ...inner.map((one) => `complete -c section16 -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -a ${one}`),
    ...options.map((option) => {
      const value =
        option.choices.length > 0 ? ` -x -a ${quoted(option.choices.join(' '))}` : option.takesValue ? ' -r' : ''
      const where = quoted(`__fish_seen_subcommand_from ${name}`)
      return `complete -c section16 -n ${where} -l ${option.name.slice(2)}${value} -d ${quoted(option.about)}`
    }),
  ])
  return `${lines.join('\n')}\n`
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
