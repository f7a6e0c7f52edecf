/** What the tests of this folder ask of a page. */
import type { PaperForm } from '../form/paperForm.ts'
import { misplacedWords } from '../form/testing.mts'
import { readFields } from '../truth.mts'
import { tokensIn } from './page/blocks.ts'
import { parseHtml } from './page/parseHtml.ts'
import { sectionsOf } from './page/sections.ts'
import { partsOf, readTitle } from './parts.ts'
import { readForm } from './readForm.ts'

/** All that a form says, one field a line, sorted: a golden file. */
export function listing(form: PaperForm): string {
  const { form: number, isAmendment, fields } = readFields(form)
  const lines = [...fields].map(([at, { text, marks }]) => {
    return `${at} = ${[text, ...marks.map((mark) => `{${mark}}`)].filter(Boolean).join(' ')}`
  })
  const head = [`form = ${number}${isAmendment ? '/A' : ''}`, `edition = ${form.edition}`]
  if (form.ombExpires) head.push(`ombExpires = ${form.ombExpires.text}`)
  const left = form.unplaced.map(({ text }) => `unplaced = ${text}`)
  return `${[...head, ...lines.sort(), ...left].join('\n')}\n`
}

/** Words of a page that its form has lost or has twice, in a place and out of it; the page holds one form. */
export function misplacedWordsOf(html: string): string[] {
  const { page } = parseHtml(html)
  if (!page) return ['the page is beyond a limit']
  const blocks = sectionsOf(page.blocks)
  const title = readTitle(blocks, page.title)
  const form = readForm(partsOf(blocks, title.form), title, page.house)
  return misplacedWords(form, [{ words: tokensIn(page.blocks).map(({ word }) => word) }])
}
