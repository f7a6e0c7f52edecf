import type { PaperCell, PaperOwner } from '../../form/paperForm.ts'
import { folded } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import { byLine, cellOf } from '../text/cell.ts'
import { overlap, type Segment } from '../text/segments.ts'
import { textOf } from '../text/words.ts'

/** Who a box 1 names. */
export interface NamedOwner {
  readonly owner: PaperOwner
  /** `(Last)`, `(Street)` and the like. */
  readonly print: readonly Word[]
}

const PARTS = ['last', 'first', 'middle', 'street', 'city', 'state', 'zip', 'zipcode', 'country'] as const
type Part = (typeof PARTS)[number]

interface PartLabel {
  readonly part: Part
  readonly word: Word
}

/**
 * The name and address of box 1. Where the form names the parts below them (`(Last) (First) (Middle)`), by these;
 * else the first line is the name (up to a house number or `c/o` that follows on it, and with a line that is only `Trust`
 * or `L.P.`), and the others the address.
 */
export function readOwner(segments: readonly Segment[]): NamedOwner {
  const parts = segments.flatMap(({ words }) => partsOf(words))
  const print = parts.map(({ word }) => word)
  const answers = segments
    .map((segment) => ({ ...segment, words: segment.words.filter((word) => !print.includes(word)) }))
    .filter(({ words }) => words.length > 0)
  if (parts.some(({ word }) => word.text.endsWith(':'))) return { owner: byInlineParts(segments, parts), print }
  const owner = parts.some(({ part }) => part === 'last' || part === 'street')
    ? byParts(answers, parts)
    : byLines(answers)
  return { owner, print }
}

/** The labels of parts among words: in brackets, or all that a segment says. */
function partsOf(words: readonly Word[]): PartLabel[] {
  const found = words.flatMap((word, i) => {
    const part = partOf(word, words[i + 1])
    return part ? [...part] : []
  })
  const isBracketed = found.every(({ word }) => /[()]|:$/.test(word.text))
  return isBracketed || found.length === words.length ? found : []
}

function partOf(word: Word, next: Word | undefined): PartLabel[] | undefined {
  const letters = folded(word.text)
  const part = PARTS.find((name) => folded(name) === letters)
  if (part !== 'zip' || !next || folded(next.text) !== folded('code')) return part && [{ part, word }]
  return [
    { part, word },
    { part, word: next },
  ]
}

/** A line that can only be the end of the name above it: a firm's or trust's kind, a generation. */
const NAME_END =
  /^(?:(?:the |family |living |revocable |irrevocable |capital |limited )*(?:trust|l\.? ?p\.?|l\.? ?l\.? ?c\.?|inc\.?|ltd\.?|limited|corp\.?|corporation|company|co\.|partners|partnership|foundation|fund)(?:,? (?:trust|l\.?p\.?|inc\.?|ltd\.?|llc|[ivx]+))*|jr\.?|sr\.?|ii|iii|iv|et al\.?)$/i

const lineOf = (word: Word) => word.place.page * 100_000 + word.place.top

function byParts(answers: readonly Segment[], parts: readonly PartLabel[]): PaperOwner {
  const nameLine = lineOfPart(parts, ['last', 'first', 'middle'])
  const streetLine = lineOfPart(parts, ['street'])
  const cityLine = lineOfPart(parts, ['city', 'state', 'zip'])
  const firstLine = nameLine ?? 0
  const between = (from: number, to: number) =>
    answers.filter(({ words }) => lineOf(words[0]!) > from && lineOf(words[0]!) < to)
  const name = cellOf(byLine(between(0, firstLine).flatMap(({ words }) => words)))
  const street = between(firstLine, streetLine ?? firstLine)
  const last = between(streetLine ?? firstLine, Number.POSITIVE_INFINITY)
  const city = cityLine === undefined ? undefined : cityStateZip(last, parts)
  const streets = cellOf(byLine(street.flatMap(({ words }) => words)))
  if (!city) return { ...(name && { name }), ...whole([...street, ...last]) }
  return {
    ...(name && { name }),
    ...(streets && { [streets.lines.length > 1 ? 'address' : 'street1']: streets }),
    ...city,
  }
}

function whole(segments: readonly Segment[]): { address?: PaperCell } {
  const address = cellOf(byLine(segments.flatMap(({ words }) => words)))
  return address ? { address } : {}
}

/** `Last: Doe   First: Jane`, `Street: 4 Elm`: each part's words behind its label. */
function byInlineParts(segments: readonly Segment[], parts: readonly PartLabel[]): PaperOwner {
  const found = new Map<Part, Word[]>()
  let part: Part | undefined
  for (const word of segments.flatMap(({ words }) => words)) {
    const label = parts.find((one) => one.word === word)
    if (label) part = label.part
    else if (part) found.set(part, [...(found.get(part) ?? []), word])
  }
  const cell = (...some: Part[]) => cellOf(byLine(some.flatMap((one) => found.get(one) ?? [])))
  const cells = {
    name: cell('last', 'first', 'middle'),
    street1: cell('street'),
    city: cell('city'),
    state: cell('state'),
  }
  const all = { ...cells, zipCode: cell('zip', 'zipcode') }
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined))
}

function lineOfPart(parts: readonly PartLabel[], some: readonly Part[]): number | undefined {
  const found = parts.find(({ part }) => some.includes(part))
  return found && lineOf(found.word)
}

/** City, state and ZIP where each stands apart above its label; `undefined` where that is not plain. */
function cityStateZip(
  segments: readonly Segment[],
  parts: readonly PartLabel[],
): { city?: PaperCell; state?: PaperCell; zipCode?: PaperCell } | undefined {
  if (segments.length !== 3 || new Set(segments.map(({ words }) => lineOf(words[0]!))).size !== 1) return undefined
  const [city, state, zipCode] = segments.toSorted((a, b) => a.left - b.left)
  const isAbove = (segment: Segment, part: Part) => {
    const label = parts.find((one) => one.part === part)
    return label !== undefined && overlap(segment, label.word.place) > -12
  }
  if (!isAbove(city!, 'city') || !isAbove(state!, 'state') || !isAbove(zipCode!, 'zip')) return undefined
  return { city: cellOf([city!.words])!, state: cellOf([state!.words])!, zipCode: cellOf([zipCode!.words])! }
}

const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$/i

/** Whether an address may begin at a word behind the name: a house number (no day of a month, no `Fund 2`), `c/o`. */
function isAddressStart(words: readonly Word[], at: number): boolean {
  const text = words[at]!.text.replace(/[,.]$/, '')
  if (/^(?:c\/o|p\.?o\.?)$/i.test(text)) return true
  return /^\d+$/.test(text) && at + 1 < words.length && !MONTH.test(words[at - 1]!.text)
}

function byLines(answers: readonly Segment[]): PaperOwner {
  const lines = byLine(answers.flatMap(({ words }) => words))
  const first = lines[0] ?? []
  const cut = first.findIndex((_, i) => i > 0 && isAddressStart(first, i))
  const more = cut > 0 ? 0 : lines.slice(1).findIndex((line) => !NAME_END.test(textOf(line)))
  const named = more < 0 ? lines.length : more + 1
  const name = cellOf([cut > 0 ? first.slice(0, cut) : first, ...lines.slice(1, named)])
  const address = cellOf([...(cut > 0 ? [first.slice(cut)] : []), ...lines.slice(named)])
  return { ...(name && { name }), ...(address && { address }) }
}
