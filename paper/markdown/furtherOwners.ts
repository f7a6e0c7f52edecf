import type { Ignored, PaperOwner } from '../form/paperForm.ts'
import { LabelText } from '../labels/findLabel.ts'
import { folded } from '../labels/likeness.ts'
import type { Word } from '../page/page.ts'
import { boxesOf } from './boxes.ts'
import { cellOf } from './cells.ts'
import { HeadWords } from './headWords.ts'
import { ignoredHead, ownerTicks, withRelationship } from './owner.ts'
import { type TextLine, textOf, wordsIn } from './textLines.ts'
import { ticksOf } from './ticks.ts'

/** A person below the tables or on a continuation page, and what else stands in those lines. */
export interface FurtherOwner {
  readonly owner: PaperOwner
  readonly ignored: readonly Ignored[]
  readonly rest: readonly (readonly Word[])[]
}

const LABEL = 'Name and Address of Reporting Person'

/** The share of the label's letters that may differ, and the words that may stand before it: its number. */
const MOST = 0.2
const MOST_BEFORE = 2

/** Whether a line begins with the label of box 1. */
export function isOwnerLabel(line: TextLine): boolean {
  if (wordsIn(line).length > MOST_WORDS) return false
  const found = new LabelText(wordsIn(line).map(({ text }) => text)).find(LABEL, MOST)
  return found !== undefined && found.from <= MOST_BEFORE
}

/** A line of the heading has some forty words, cut apart as they may be; a person has some eight lines. */
const MOST_WORDS = 200
const MOST_LINES = 12

const NAME = /^\W*name(?: of (?:joint filer|reporting person))?\s*:/i
const ADDRESS = /^\W*address\s*:/i
/** An address is over behind its ZIP. */
const ZIP = /\d{5}(?:-\d{4})?\W*$/
const ANY_LABEL = /^\W*\p{L}[^:]{1,40}:/u

/** Lines after `Name:` in which `Address:` follows; below a signature there is a name too, and a title. */
const NEAR = 4

/** Whether the particulars of a joint filer begin at a line: `Name: …`, and soon `Address: …`. */
export function beginsParticulars(lines: readonly TextLine[], at: number): boolean {
  const isAt = (line: TextLine, label: RegExp) => label.test(textOf(wordsIn(line)))
  return isAt(lines[at]!, NAME) && lines.slice(at + 1, at + NEAR).some((line) => isAt(line, ADDRESS))
}

/** Whether a person's lines ended before a line: at a city and ZIP, or because they are more than a person has. */
export function isOwnerOver(lines: readonly TextLine[], next: TextLine): boolean {
  const last = lines.at(-1)!
  const isHint = (line: TextLine) => wordsIn(line).some(({ text }) => /^\(?(?:city|zip)\)$/i.test(text))
  return isHint(last) || lines.length >= MOST_LINES || wordsIn(next).length > MOST_WORDS
}

/** Reads the lines from the one where a person begins; what is no part of the person is in `rest`. */
export function readFurtherOwner(lines: readonly TextLine[]): FurtherOwner {
  return isOwnerLabel(lines[0]!) ? inBoxes(lines) : inParticulars(lines)
}

/** Box 1 once more, as above the tables. */
function inBoxes(lines: readonly TextLine[]): FurtherOwner {
  const head = new HeadWords(lines)
  const ticks = ticksOf(head)
  const boxes = boxesOf(head)
  const { owner, rest } = withRelationship(boxes, ticks)
  const { isDirector: _, isTenPercentOwner: __, isOfficer: ___, isOther: ____, ...others } = ticks
  // The other boxes are those of the form, said again.
  const again = [...Object.values(boxes.parts), ...Object.values(others)].map(({ words }) => words)
  return {
    owner: { ...owner, ...ownerTicks(ticks) },
    ignored: ignoredHead(head, boxes),
    rest: [...rest, ...again.filter((words) => words.length > 0)],
  }
}

/** `Name: …`, `Address: …`, and labels that no box of the form has. */
function inParticulars(lines: readonly TextLine[]): FurtherOwner {
  const parts = { name: [] as Word[][], address: [] as Word[][], rest: [] as Word[][] }
  const form: Word[] = []
  let part: keyof typeof parts = 'rest'
  for (const line of lines) {
    const words = wordsIn(line)
    const text = textOf(words)
    const isLabel = ANY_LABEL.test(text)
    if (isLabel) part = NAME.test(text) ? 'name' : ADDRESS.test(text) ? 'address' : 'rest'
    const from = isLabel && part !== 'rest' ? words.findIndex((word) => word.text.includes(':')) + 1 : 0
    form.push(...words.slice(0, from))
    if (words.length > from) parts[part].push(words.slice(from))
    if (part === 'name' || ZIP.test(text)) part = 'rest'
  }
  const [name, address] = [cellOf(parts.name.flat(), parts.name), cellOf(parts.address.flat(), parts.address)]
  return {
    owner: { ...(name && { name }), ...(address && { address }) },
    ignored: form.length > 0 ? [{ why: 'form', words: form }] : [],
    rest: parts.rest,
  }
}

/**
 * The first person and the further ones, in printed order. Who is named again, as EDGAR's lists begin with the first
 * person, is one person; what is said of them twice is noise the second time.
 */
export function allOwners(
  first: PaperOwner,
  further: readonly FurtherOwner[],
): { owners: PaperOwner[]; noise: Word[] } {
  const owners = [first]
  const noise: Word[] = []
  for (const { owner } of further) {
    const name = owner.name && folded(owner.name.text)
    const known = name === undefined ? -1 : owners.findIndex((one) => one.name && folded(one.name.text) === name)
    if (known < 0) {
      if (Object.values(owner).some(({ words }) => words.length > 0)) owners.push(owner)
      continue
    }
    const before = owners[known]!
    for (const [key, { words }] of Object.entries(owner)) if (key in before) noise.push(...words)
    owners[known] = { ...owner, ...before }
  }
  return { owners, noise }
}
