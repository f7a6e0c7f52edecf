import { type FormNumber, fixedNotes, formTables } from '@section16/core/facts'
import { folded } from '../labels/likeness.ts'
import { headLabels } from './headLabels.ts'

const FORMS: readonly FormNumber[] = ['3', '4', '5']

const TABLE_TEXTS = FORMS.flatMap((form) =>
  (['I', 'II'] as const).flatMap((table) => {
    const { title, examples, columns } = formTables[form][table]
    return [
      title,
      examples,
      ...columns.map((column) => column.title),
      'Instr Following Reported Transactions Code V or',
    ]
  }),
)

const wordsOf = (texts: readonly string[]) => new Set(texts.flatMap(parts))

/** Every word that is printed on the forms, folded. */
const FORM_WORDS = wordsOf([
  ...headLabels.map(({ text }) => text),
  ...TABLE_TEXTS,
  ...FORMS.flatMap((form) => fixedNotes(form).map(({ text }) => text)),
])

/** The words of the tables' headings. */
const TABLE_WORDS = wordsOf(TABLE_TEXTS)

/** All that is printed around and in the tables' headings, as one folded text, in which scraps of it are found. */
const TABLE_TEXT = folded(TABLE_TEXTS.join(' '))

/** The words of a text, folded; single letters and figures are none. */
function parts(text: string): string[] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .map(folded)
    .filter((word) => word.length > 1)
}

/** The share of a text's words that are printed on the forms; 0 for a text without words. */
export function shareOfFormWords(text: string): number {
  return share(text, (word) => FORM_WORDS.has(word))
}

/** The share of a text's words that are words, or scraps of words, of the tables' headings. */
export function shareOfHeadingWords(text: string): number {
  return share(text, (word) => TABLE_WORDS.has(word) || (word.length > 3 && TABLE_TEXT.includes(word)))
}

function share(text: string, isKnown: (word: string) => boolean): number {
  const words = parts(text)
  return words.length === 0 ? 0 : words.filter(isKnown).length / words.length
}

/** A scrap needs so many letters to be told from a word of its own. */
const LEAST_LETTERS = 4

const LABELS = headLabels.map(({ text }) => folded(text))

/** Whether a text is a part of one label above the tables, letter by letter. */
export function isScrapOfLabel(text: string): boolean {
  const letters = folded(text)
  return letters.length >= LEAST_LETTERS && LABELS.some((label) => label.includes(letters))
}
