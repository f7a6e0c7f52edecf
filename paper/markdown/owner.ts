import type { Ignored, PaperOwner, PaperTick, TickName } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import type { Boxes } from './boxes.ts'
import { cellOf } from './cells.ts'
import { GARBLED, type HeadWords } from './headWords.ts'

type Ticks = Partial<Record<TickName, PaperTick>>

/** Words in the box of the relationship are the officer's title, or what else the person is. */
export function withRelationship({ owner, relationship, rest }: Boxes, ticks: Ticks) {
  const cell = cellOf(relationship.map(({ word }) => word))
  if (!cell) return { owner, rest }
  const [isOfficer, isOther] = [ticks.isOfficer?.state === 'ticked', ticks.isOther?.state === 'ticked']
  if (isOfficer && !isOther) return { owner: { ...owner, officerTitle: cell }, rest }
  if (isOther && !isOfficer) return { owner: { ...owner, otherText: cell }, rest }
  return { owner, rest: [...rest, cell.words] }
}

/** The boxes to tick that say what a person is, as far as they were found. */
export function ownerTicks({ isDirector, isTenPercentOwner, isOfficer, isOther }: Ticks): PaperOwner {
  const persons = { isDirector, isTenPercentOwner, isOfficer, isOther }
  return Object.fromEntries(Object.entries(persons).filter(([, tick]) => tick !== undefined))
}

/** The print's own words around boxes, and what no print says, each in reading order. `more`: of the same print. */
export function ignoredHead(head: HeadWords, boxes: Boxes, more: readonly Word[] = []): Ignored[] {
  const said = head.labels.filter(({ difference }) => difference <= GARBLED)
  const garbled = head.labels.filter(({ difference }) => difference > GARBLED)
  const wordsOf = (labels: typeof said) =>
    labels.flatMap(({ from, to }) => head.words.slice(from, to).map(({ word }) => word))
  const print: Ignored = { why: 'form', words: [...wordsOf(said), ...head.subWords, ...boxes.form, ...more] }
  return [print, ...noiseOf([...garbled.map((label) => wordsOf([label])), ...byCell(boxes.noise)])]
}

/** Each run of words that has some. */
export function noiseOf(runs: readonly (readonly Word[])[]): Ignored[] {
  return runs.filter((words) => words.length > 0).map((words) => ({ why: 'noise', words }))
}

/** Words of one cell together. */
export function byCell(words: readonly Word[]): Word[][] {
  const cells = new Map<string, Word[]>()
  for (const word of words) {
    const key = `${word.place.top} ${word.place.left}`
    cells.set(key, [...(cells.get(key) ?? []), word])
  }
  return [...cells.values()]
}
