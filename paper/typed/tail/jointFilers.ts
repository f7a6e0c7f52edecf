import type { PaperOwner } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { cellOf } from '../text/cell.ts'
import type { GridLine } from '../text/grid.ts'
import { segmentsOf } from '../text/segments.ts'
import { textOf } from '../text/words.ts'

export interface JointFiler {
  readonly owner: PaperOwner | undefined
  readonly print: readonly Word[]
}

/** A label in front of a line, closed by a colon. */
const LABEL = /^[A-Za-z][A-Za-z &/,()'-]{2,60}?:/

/**
 * The name and address of a further reporting person, on a page `Joint Filer Information`: lines of labels and answers.
 * The other answers repeat the form's own and are in no field.
 */
export function readJointFiler(lines: readonly GridLine[]): JointFiler {
  const print: Word[] = []
  const answers: { label: string; lines: (readonly Word[])[] }[] = []
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
  return { owner: name && { name, ...(address && { address }) }, print }
}
