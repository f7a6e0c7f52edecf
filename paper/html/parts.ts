import { type FormNumber, officialForms } from '@section16/core/facts'
import { folded } from '../labels/likeness.ts'
import { type Block, linesIn, textOf } from './page/blocks.ts'
import { titledTable } from './page/sections.ts'
import { readTableHead, type TableHead } from './tables/tableHead.ts'

/** A block of the page and, for Table I and II, its headings. */
export interface Part {
  readonly block: Block
  readonly head?: TableHead
}

/** What the form's title says. */
export interface FormTitle {
  readonly form: FormNumber | undefined
  readonly isAmendment: boolean
}

/** Which parts of a page are Tables I and II. A title above a table helps. */
export function partsOf(blocks: readonly Block[], form: FormNumber | undefined): Part[] {
  let titled: 'I' | 'II' | undefined
  return blocks.map((block) => {
    if (block.kind === 'line') {
      titled = block.tokens[0]?.isValue ? titled : (titledTable(textOf(block.tokens.slice(0, 3))) ?? titled)
      return { block }
    }
    const head = readTableHead(block, titled, form)
    titled = undefined
    return head ? { block, head } : { block }
  })
}

const FORM = /^(?:sec )?form\s+([345])\s*(\/\s*a)?\s*(?:$|[:(,])/i

/**
 * `FORM 4/A`, the first such line or the page's title; without one, the form whose title stands there. An amendment
 * calls itself so by `/A` or `Amendment No. 1`.
 */
export function readTitle(blocks: readonly Block[], pageTitle: string): FormTitle {
  const printed = linesIn(blocks).map(({ tokens }) => textOf(tokens.filter(({ isValue }) => !isValue)).trim())
  const lines = [...printed, pageTitle]
  const found = lines.flatMap((line) => {
    const [, number, amended] = FORM.exec(line) ?? []
    return number === undefined ? [] : [{ form: number as FormNumber, isAmendment: amended !== undefined }]
  })
  const isNumbered = printed.some((line) => /^\(?amendment\s+(?:no|number)\b/i.test(line))
  const form = found[0]?.form ?? titledForm(lines)
  return { form, isAmendment: isNumbered || found.some((each) => each.isAmendment) }
}

/** By its name: `Annual Statement of Changes in Beneficial Ownership`. */
function titledForm(lines: readonly string[]): FormNumber | undefined {
  const titles = (['3', '4', '5'] as const).flatMap((form) =>
    officialForms[form].titles.map(({ title }) => ({ form, title: folded(title) })),
  )
  const found = lines.map((line) => titles.find(({ title }) => folded(line.slice(0, 120)) === title))
  return found.find((each) => each !== undefined)?.form
}
