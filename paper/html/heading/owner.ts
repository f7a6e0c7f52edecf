import type { PaperCell, PaperOwner } from '../../form/paperForm.ts'
import type { Token } from '../page/blocks.ts'
import { textOf } from '../page/blocks.ts'
import { type Claims, claimed } from '../page/claims.ts'
import type { Piece } from './boxes.ts'

type Person = {
  -readonly [K in 'name' | 'cik' | 'address' | 'street1' | 'street2' | 'city' | 'state' | 'zipCode']?: PaperCell
}

/**
 * The person of a box 1: what stands above `(Last) (First) (Middle)` is the name, above `(Street)` the streets, above
 * `(City) (State) (Zip)` the rest; without such hints the first line is the name and the others are the address.
 */
export function readOwner(pieces: readonly Piece[], claims: Claims): PaperOwner {
  const { cik, rest } = takeCik(pieces, claims)
  const { name, street, city } = byHints(rest)
  const person: Person = {}
  const named = claimed(
    name.flatMap(({ tokens }) => tokens),
    claims,
  )
  if (named) person.name = named
  const linked = name.flatMap(({ tokens }) => tokens.filter((token) => token.cik !== undefined))
  if (cik) person.cik = cik
  else if (linked[0]) {
    person.cik = { text: linked[0].cik!, lines: [], marks: [], words: linked.map(({ word }) => word) }
  }
  Object.assign(person, address(street, city, claims))
  return person
}

/** A line `CIK 0009999903`. */
export function takeCik(pieces: readonly Piece[], claims: Claims): { cik: PaperCell | undefined; rest: Piece[] } {
  const at = pieces.findIndex(({ tokens }) => {
    const [word, ...digits] = tokens
    return word?.word.text.replace(':', '') === 'CIK' && !word.isValue && digits.length > 0
  })
  const rest = pieces.filter((_, i) => i !== at)
  const masks = rest.filter(({ tokens: [first] }) => first?.word.text === 'CCC' && !first.isValue)
  for (const { tokens } of masks) claims.ignore('form', tokens)
  const others = rest.filter((piece) => !masks.includes(piece))
  if (at < 0) return { cik: undefined, rest: others }
  const [word, ...digits] = pieces[at]!.tokens
  claims.ignore('form', [word!])
  return { cik: claimed(digits, claims), rest: others }
}

interface Parts {
  readonly name: readonly Piece[]
  readonly street: readonly Piece[]
  /** What stands above the hints, with the columns of these. */
  readonly city: readonly Piece[]
}

function byHints(pieces: readonly Piece[]): Parts {
  const firstHint = (isMeant: (piece: Piece) => boolean) => {
    const at = pieces.findIndex((piece) => piece.isHint && isMeant(piece))
    return at < 0 ? undefined : at
  }
  const says = (word: string) => (piece: Piece) => textOf(piece.tokens).toLowerCase().includes(word)
  const words = (from: number, to?: number) => pieces.slice(from, to).filter(({ isHint }) => !isHint)
  const last = firstHint((piece) => says('last')(piece) || piece.tokens.some(({ isRemark }) => isRemark))
  const street = firstHint(says('street'))
  const city = firstHint(says('city'))
  const nameEnd = last ?? pieces.findIndex(({ isHint }) => !isHint) + 1
  const streetEnd = street ?? city ?? pieces.length
  return {
    name: words(0, nameEnd),
    street: words(nameEnd, Math.max(streetEnd, nameEnd)),
    city: pieces.slice(Math.max(streetEnd, nameEnd)),
  }
}

/** City, state and ZIP by the columns of their hints, where each has a cell of its own; else lines of one text. */
function address(streets: readonly Piece[], city: readonly Piece[], claims: Claims): Person {
  const columns = (['city', 'state', 'zip'] as const).map((word) => {
    const hint = city.find(
      ({ isHint, tokens }) => isHint && tokens.length === 1 && textOf(tokens).toLowerCase() === `(${word})`,
    )
    return hint?.spot?.cell.column
  })
  const words = city.filter(({ isHint }) => !isHint)
  const isApart = new Set(columns).size === 3 && columns.every((column) => column !== undefined)
  const fits = words.every(({ spot }) => columns.includes(spot?.cell.column))
  if (!isApart || !fits || streets.length > 2) {
    const cell = claimed(
      [...streets, ...words].flatMap(({ tokens }) => tokens),
      claims,
    )
    return cell ? { address: cell } : {}
  }
  const person: Person = {}
  const [one, two] = streets.length === 1 && isSecondOfTwo(streets[0]!) ? [undefined, streets[0]] : streets
  put(person, 'street1', one?.tokens ?? [], claims)
  put(person, 'street2', two?.tokens ?? [], claims)
  for (const [i, key] of (['city', 'state', 'zipCode'] as const).entries()) {
    const own = words.filter(({ spot }) => spot?.cell.column === columns[i])
    put(
      person,
      key,
      own.flatMap(({ tokens }) => tokens),
      claims,
    )
  }
  return person
}

/** The only street stands in the second of two rows: the first is left blank. */
const isSecondOfTwo = ({ spot }: Piece) => spot !== undefined && spot.table.rows === 2 && spot.cell.row === 1

function put(person: Person, key: keyof Person, tokens: readonly Token[], claims: Claims): void {
  const cell = claimed(tokens, claims)
  if (cell) person[key] = cell
}
