import type { PaperForm } from '../form/paperForm.ts'
import { type Block, textOf, tokensOf } from './page/blocks.ts'
import type { HtmlLimit } from './page/limits.ts'
import { parseHtml } from './page/parseHtml.ts'
import { sectionsOf } from './page/sections.ts'
import { type Part, partsOf, readTitle } from './parts.ts'
import { readForm } from './readForm.ts'

/**
 * The forms of an HTML page: EDGAR's renderings, pages of `renderHtml`, and whatever has the labels and columns of
 * Forms 3, 4 and 5 (the HTML of law firms before 2003). None where there is no such label and no such column. A page
 * beyond `HTML_LIMITS` is refused: no form, and `refuse` is told the limit. Cells are as printed, see `PaperForm`; of
 * a place only the row (counted through the page) and the column of the table mean something.
 */
export function readHtmlForms(html: string, refuse: (limit: HtmlLimit) => void = () => {}): PaperForm[] {
  const { page, beyond } = parseHtml(html)
  if (!page) {
    if (beyond) refuse(beyond)
    return []
  }
  const blocks = sectionsOf(page.blocks)
  const { form } = readTitle(blocks, page.title)
  const forms = splitForms(partsOf(blocks, form))
  return forms
    .map((parts) =>
      readForm(
        parts,
        readTitle(
          parts.map(({ block }) => block),
          forms.length > 1 ? '' : page.title,
        ),
        page.house,
      ),
    )
    .filter(isForm)
}

/** Where a form's heading comes again below a form's tables, another form begins. */
function splitForms(parts: readonly Part[]): Part[][] {
  const forms: Part[][] = []
  let hasTable = false
  for (const part of parts) {
    const begins = hasTable && !part.head && beginsForm(part.block)
    if (forms.length === 0 || begins) forms.push([])
    if (begins) hasTable = false
    hasTable ||= part.head !== undefined
    forms.at(-1)!.push(part)
  }
  return forms
}

function beginsForm(block: Block): boolean {
  const text = textOf(tokensOf(block).filter(({ isValue }) => !isValue))
  return /securities and exchange commission/i.test(text) && text.length < 3000
}

/** Something of a form was found: a box of its heading or a table. */
function isForm({ owners, issuer, periodOfReport, isOnePerson, rows, form }: PaperForm): boolean {
  const hasBox = owners.length > 0 || issuer !== undefined || periodOfReport !== undefined || isOnePerson !== undefined
  return hasBox || rows.I.length + rows.II.length > 0 || (form !== undefined && isOnePerson !== undefined)
}
