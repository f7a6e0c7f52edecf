import type { PaperOwner } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { ROLES } from '../head/tickLabels.ts'
import { readTicks, type Ticks } from '../head/ticks.ts'
import { cellOf } from '../text/cell.ts'
import type { GridLine } from '../text/grid.ts'
import { segmentsOf } from '../text/segments.ts'
import { textOf } from '../text/words.ts'

export interface JointFiler {
  readonly owner: PaperOwner | undefined
  readonly print: readonly Word[]
}

interface Answer {
  readonly label: string
  readonly lines: (readonly Word[])[]
}

/** A label in front of a line, closed by a colon. */
const LABEL = /^[A-Za-z][A-Za-z &/,()'-]{2,60}?:/

/**
 * The name and address of a further reporting person, on a page `Joint Filer Information`: lines of labels and answers.
 * The other answers repeat the form's own and are in no field.
 */
export function readJointFiler(lines: readonly GridLine[]): JointFiler {
  const print: Word[] = []
  const answers: Answer[] = []
  for (const line of lines) {
    const words = segmentsOf(line).flatMap((segment) => segment.words)
    const label = LABEL.exec(textOf(words))?.[0]
    const count = label === undefined ? 0 : label.split(' ').length
    print.push(...words.slice(0, count))
    if (label !== undefined) answers.push({ label: label.toLowerCase(), lines: [words.slice(count)] })
    else answers.at(-1)?.lines.push(words)
  }
  const cell = (name: RegExp) => cellOf(answers.find(({ label }) => name.test(label))?.lines ?? [])
  const name = cell(/^name/)
  const address = cell(/^address/)
  const owner = name && { name, ...(address && { address }), ...relationship(answers) }
  return { owner, print }
}

/** What a `Relationship to Issuer: 10% Owner` ticks, where it has no other words. */
function relationship(answers: readonly Answer[]): Ticks['ticks'] {
  const lines = answers.find(({ label }) => label.startsWith('relationship'))?.lines ?? []
  const { labels, rest } = readTicks(
    lines.map((words) => ({ words })),
    ROLES,
  )
  if (rest.some(({ text }) => /\w/.test(text) && !/^and$/i.test(text))) return {}
  return Object.fromEntries(labels.map(({ key, words }) => [key, { state: 'ticked', words }]))
}
