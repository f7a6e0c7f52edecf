import { type PaperOwner, type PaperTick, RELATIONSHIPS, type RelationshipName } from '../form/paperForm.ts'
import { sheetLabel } from '../labels/boxLabels.ts'
import { sheetTick } from '../labels/tickLabels.ts'
import { withoutHint } from '../labels/wording.ts'
import type { Word } from '../page/page.ts'
import { wholeLabel } from './boxes.ts'
import { cellOf, linesByPage } from './cell.ts'
import { centreOf, middleOf, usualHeight } from './geometry.ts'
import type { WordLedger } from './ledger.ts'
import { isCikLine, ownerOf } from './owner.ts'
import type { Band, Section } from './sections.ts'
import type { HeadingGroup } from './table/columns.ts'
import { levels } from './table/grid.ts'
import { headingOf, type PlacedColumn } from './table/heading.ts'

type Key = 'name' | RelationshipName

const group = (key: Key, label: string): HeadingGroup<Key> => ({
  number: '',
  label,
  leaves: [{ key, label: '' }],
  isExtra: false,
})

const HEADINGS = [
  group('name', withoutHint(sheetLabel('reportingOwner', '4'))),
  ...RELATIONSHIPS.map((role) => group(role, withoutHint(sheetTick(role)))),
]

/** The table of all persons of a joint filing, as our pages have it: a title stands in place of a cross. */
export function listedOwners(section: Section, ledger: WordLedger): PaperOwner[] {
  if (section.anchor) ledger.ignorePrint(section.anchor.words)
  let columns: readonly PlacedColumn<Key>[] = []
  return section.bands.flatMap((band) => {
    const words = ledger.free(band.words)
    const heading = headingOf(words, band.rules, HEADINGS)
    if (heading) {
      columns = heading.columns
      ledger.ignorePrint(heading.words)
    }
    const body = ledger.free(band.words)
    return ownerRows(body, band, columns, heading?.bottom).map((row) => listedOwner(row, columns, ledger))
  })
}

/** One row a person: between ruled lines, else down to the line of the CIK. */
function ownerRows(
  words: readonly Word[],
  { rules }: Band,
  columns: readonly PlacedColumn<Key>[],
  top: number | undefined,
): Word[][] {
  if (words.length === 0 || columns.length === 0) return []
  const height = usualHeight(words)
  const width = { from: columns[0]!.left, to: columns.at(-1)!.right }
  const from = (top ?? Math.min(...words.map(({ place }) => place.top))) - 0.5 * height
  const end = Math.max(...words.map(({ place }) => place.bottom))
  const ruled = levels(rules, width, { from, to: end + 3 * height }, height)
  const ends = ruled.filter((y) => y > from + height)
  // Where a line was not seen, the CIK ends a person all the same.
  const ciks = cikEnds(words).filter((y) => ends.every((each) => Math.abs(each - y) > 3 * height))
  const borders = [from, ...[...ends, ...ciks, ...(ends.length > 0 ? [] : [end + 1])].sort((a, b) => a - b)]
  return borders.slice(1).flatMap((bottom, i) => {
    const own = words.filter(({ place }) => middleOf(place) >= borders[i]! && middleOf(place) < bottom)
    return own.length > 0 ? [own] : []
  })
}

const cikEnds = (words: readonly Word[]): number[] =>
  linesByPage(words)
    .filter(isCikLine)
    .map(({ place }) => place.bottom + 1)

function listedOwner(words: readonly Word[], columns: readonly PlacedColumn<Key>[], ledger: WordLedger): PaperOwner {
  let owner: PaperOwner = {}
  for (const { key, left, right } of columns) {
    const own = words.filter(({ place }) => centreOf(place) >= left && centreOf(place) < right)
    if (key === 'name') owner = { ...owner, ...ownerOf(own, right - 3, ledger) }
    else owner = { ...owner, ...roleOf(key, own, right, ledger) }
  }
  return owner
}

/** Nothing, a cross, or the title that stands for one. */
function roleOf(key: Exclude<Key, 'name'>, words: readonly Word[], right: number, ledger: WordLedger): PaperOwner {
  const text = words.map((word) => word.text).join(' ')
  const isUnread = /^\u2039.*\u203a\?$/.test(words[0]?.text ?? '')
  const tick: PaperTick = { state: text === '' ? 'empty' : isUnread ? 'unread' : 'ticked', words }
  const title = words.filter(({ text: each }) => !/^\u2039.*\u203a\?$/.test(each))
  const hasTitle = title.length > 0 && !/^[xX\u00d7]$/.test(text)
  ledger.take(words)
  const cell = hasTitle ? cellOf(title, { right: right - 3 }) : undefined
  if (key === 'isOfficer') return { isOfficer: tick, ...(cell ? { officerTitle: cell } : {}) }
  if (key === 'isOther') return { isOther: tick, ...(cell ? { otherText: cell } : {}) }
  return { [key]: tick }
}

/** A further box 1 below the tables, as EDGAR lists the persons of a joint filing; it may go on on the next page. */
export function furtherOwner(section: Section, ledger: WordLedger): PaperOwner {
  const { anchor, bands } = section
  const first = new Set(anchor?.words ?? [])
  const others = linesByPage(bands.flatMap((band) => band.words).filter((word) => !first.has(word)))
  if (!anchor) return {}
  const { label, rest } = wholeLabel(
    anchor,
    others.flatMap((line) => line.words),
  )
  ledger.ignorePrint(label)
  return ownerOf(rest, Math.max(...bands.flatMap((band) => band.words).map(({ place }) => place.right)), ledger)
}
