import { formTables } from '@section16/core/facts'
import { NO_ENTRIES } from '@section16/core/render'
import { ADDRESS_PARTS, boxLabels } from '../../labels/boxLabels.ts'
import { folded, likeness } from '../../labels/likeness.ts'
import { EXAMPLES, formTitles, headLines, noteLabels, sectionLabels } from '../../labels/sectionLabels.ts'
import { tickLabels } from '../../labels/tickLabels.ts'
import { firstSentence, PRINTED, textsOf } from '../../labels/wording.ts'

/** What prints say of boxes, ticks and parts, each whole and each of its sentences by itself. */
const LABELS = [boxLabels, tickLabels, sectionLabels, noteLabels, formTitles, headLines]
  .flatMap((labels) => Object.values(labels))
  .flatMap((wordings) => textsOf(wordings, PRINTED))
  .flatMap((text) => [text, firstSentence(text)])

const TABLE_TEXTS = Object.values(formTables).flatMap((tables) =>
  Object.values(tables).flatMap(({ title, columns }) => [
    `${title} ${EXAMPLES}`,
    ...columns.map((column) => column.title),
  ]),
)

const PHRASES: readonly string[] = [
  ...LABELS,
  ...TABLE_TEXTS,
  EXAMPLES,
  ADDRESS_PARTS.slice(0, 3).join(' '),
  ADDRESS_PARTS.slice(4, 7).join(' '),
  ADDRESS_PARTS.join(' '),
  '(Month/Day/Year)',
  '(Check all applicable)',
  '(Check Applicable Line)',
  'Date',
  'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly. ' +
    '(Print or Type Responses)',
  NO_ENTRIES,
  '(Over)',
]

const START = 3
const FOLDED = PHRASES.map(folded)
const ALL = FOLDED.join('\n')
/** By their first letters: what is nearly a phrase begins like it. */
const BY_START = Map.groupBy(FOLDED, (phrase) => phrase.slice(0, START))
const LONGEST = Math.max(...FOLDED.map(({ length }) => length))

/** Lines whose words no list can hold. */
const SHAPES =
  /^(?:note:|page \d+(?: of \d+)?(?: pages)?|\d+|(?:sec )?form [345](?:\/a)?(?: \(continued\))?,?|sec \d{4}t? .*|[-_=*.\s\u00b7]+|see|\(?continued\)?|instruction \d.*)$/i

/** Fewer letters than this stand in too many words to say that they are print. */
const LEAST = 5
const ALIKE = 0.85

/**
 * Whether a text is what every form says: a part of it, or nearly the whole of a phrase. Only asked of words that have
 * no place in a form.
 */
export function isPrint(text: string): boolean {
  if (SHAPES.test(text.trim())) return true
  const letters = folded(text)
  if (letters.length > LONGEST * 1.2) return false
  if (letters.length >= LEAST && ALL.includes(letters)) return true
  return (BY_START.get(letters.slice(0, START)) ?? []).some((phrase) => {
    if (phrase === letters) return true
    const shorter = Math.min(phrase.length, letters.length)
    const longer = Math.max(phrase.length, letters.length)
    return longer >= LEAST && shorter > longer * ALIKE && likeness(phrase, letters) >= ALIKE
  })
}
