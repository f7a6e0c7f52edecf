import { type Command, InvalidArgumentError, Option } from 'commander'

/** A verb with its example, as every verb has one. */
export function verb(program: Command, name: string, about: string, example: string): Command {
  return program
    .command(name)
    .description(about)
    .helpOption('-h, --help', 'say what there is to say')
    .addHelpText('after', `\nExample:\n  ${example}`)
}

export const json = () => new Option('--json', 'one JSON value')
export const width = () => new Option('--width <columns>', 'draw for so many columns').argParser(columns)
export const force = () => new Option('--force', 'overwrite what is there')

export const answers = () =>
  new Option('--answers <file>', 'of forms on paper: what a person said about their fields, JSON')
export const minCertainty = () =>
  new Option('--min-certainty <n>', 'of forms on paper: leave open what was read with less, 0 to 1').argParser(share)

function share(text: string): number {
  if (!/^(?:0(?:\.\d+)?|\.\d+|1(?:\.0+)?)$/.test(text)) throw new InvalidArgumentError('It takes a number from 0 to 1.')
  return Number(text)
}

function columns(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It takes a number of columns.')
  return Number(text)
}

export function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('It takes a port, 0 to 65535.')
  return Number(text)
}
