import { RELATIONSHIPS, type TickName } from '../../form/paperForm.ts'
import { folded } from '../../labels/likeness.ts'
import { tickLabels } from '../../labels/tickLabels.ts'
import { ALL, firstSentence, textsOf } from '../../labels/wording.ts'

export interface TickLabel {
  readonly key: TickName
  readonly folded: string
  /** So many of its letters must be there. */
  readonly least: number
}

/** Of labels that begin so the rest may be missing; of others nothing. */
const BEGINNINGS: readonly string[] = [
  'Ten Percent',
  '10 Percent',
  'Officer',
  'Other',
  'Form filed by One',
  'Form filed by More',
  'Filed by One',
  'Filed by More',
  'One Reporting',
  'More than One',
  'Individual',
  'Joint',
  'Check this box if',
  'Check box if no',
  'Form 3 Holdings',
  'Form 4 Transactions',
]

const label = (key: TickName, text: string): TickLabel => ({
  key,
  folded: folded(text),
  least: folded(BEGINNINGS.find((beginning) => text.startsWith(beginning)) ?? text).length,
})

/** The labels of some boxes, and what typists make of them. */
const labels = (keys: readonly TickName[]): readonly TickLabel[] =>
  keys.flatMap((key) => textsOf(tickLabels[key], ALL).map((text) => label(key, firstSentence(text))))

/** The boxes of item 6 (5 of Form 3). */
export const ROLES = labels(RELATIONSHIPS)

/** The boxes of item 7. */
export const FILINGS = labels(['isOnePerson', 'isJoint'])

/** The boxes beside the title. */
export const TITLE_BOXES = labels(['notSubjectToSection16', 'form3HoldingsReported', 'form4TransactionsReported'])
