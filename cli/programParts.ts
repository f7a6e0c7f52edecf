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

function columns(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It takes a number of columns.')
  return Number(text)
}

export function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('It takes a port, 0 to 65535.')
  return Number(text)
}
