import { countryCodes, stateCodes } from '@section16/core/facts'

/** An address of lines, as far as its last line says what it is. */
export interface AddressLines {
  readonly streets: readonly string[]
  readonly city: string
  readonly state: string
  readonly zipCode: string | undefined
  /** Whether the state was written in words. */
  readonly isStateInWords: boolean
  /** A country, as written, where `state` is the code of one. */
  readonly country?: string
}

const HOME = /^(?:USA|U\.\s?S\.\s?A\.?|U\.\s?S\.?|US|United States(?: of America)?)$/i

/**
 * Tells the lines of an address: street, and a last line of city, state and ZIP (`New York, NY 10022`). `undefined` where
 * that line is not of this shape: then nobody says which line is which.
 */
export function addressLines(lines: readonly string[]): AddressLines | undefined {
  const said = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '')
  if (said.length > 1 && HOME.test(said.at(-1)!)) said.pop()
  const last = said.pop()
  const foreign = last === undefined ? undefined : abroad(said, last)
  if (foreign) return foreign
  const found = /^(.+?)[\s,]+(\p{L}[\p{L}. ]*?)\.?(?:,?\s+|,)(\d{5}(?:\s?-\s?\d{4})?)$/u.exec(last ?? '')
  if (!found) return undefined
  const [, before = '', word = '', zip = ''] = found
  return cityAndState(`${before} ${word}`, said, zip.replaceAll(' ', ''))
}

/** `Hamilton, Bermuda`: a country by its whole name behind the city. A filing has its code where states stand. */
function abroad(streets: readonly string[], line: string): AddressLines | undefined {
  const [, city = '', country = ''] = /^([^,]+), ([^,\d]+)$/.exec(line) ?? []
  const code = [...countryCodes.values()].find(
    ({ name, obsolete }) => !obsolete && name === country.toUpperCase(),
  )?.code
  if (code === undefined) return undefined
  return { streets, city, state: code, zipCode: undefined, isStateInWords: true, country }
}

/** The state is the longest end of the line that is a code or a name of one. */
function cityAndState(line: string, streets: readonly string[], zipCode: string): AddressLines | undefined {
  const words = line.split(' ')
  for (const count of [4, 3, 2, 1]) {
    if (count >= words.length) continue
    const written = words.slice(-count).join(' ').replaceAll(/[.,]/g, '').toUpperCase()
    const state = stateOf(written)
    if (!state) continue
    const city = words.slice(0, -count).join(' ').replace(/,$/, '')
    return { streets, city, state, zipCode, isStateInWords: state !== written }
  }
  return undefined
}

function stateOf(written: string): string | undefined {
  if (stateCodes.has(written)) return written
  return [...stateCodes.values()].find(({ name }) => name.toUpperCase() === written)?.code
}
