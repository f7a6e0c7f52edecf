/** What the tests of this folder ask of a page. */
import type { PaperForm } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
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

/** Words in cells, ticks and notes; those ignored; those without a place. */
function wordsOf({ ignored, unplaced, ...fields }: PaperForm): { placed: Set<Word>; other: Word[] } {
  const placed = new Set<Word>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    else if (typeof value === 'object' && value !== null) {
      if ('words' in value) for (const word of value.words as Word[]) placed.add(word)
      else for (const each of Object.values(value)) visit(each)
    }
  }
  visit(fields)
  return { placed, other: [...ignored, ...unplaced].flatMap(({ words }) => words) }
}

/** Words of a page that its form has lost or has twice, in a place and out of it; the page holds one form. */
export function misplacedWords(html: string): string[] {
  const { page } = parseHtml(html)
  if (!page) return ['the page is beyond a limit']
  const blocks = sectionsOf(page.blocks)
  const title = readTitle(blocks, page.title)
  const { placed, other } = wordsOf(readForm(partsOf(blocks, title.form), title, page.house))
  const others = new Map<Word, number>()
  for (const word of other) others.set(word, (others.get(word) ?? 0) + 1)
  return tokensIn(page.blocks).flatMap(({ word }) => {
    const times = (placed.has(word) ? 1 : 0) + (others.get(word) ?? 0)
    return times === 1 ? [] : [`${word.text}: ${times} times`]
  })
}
