import { type BoxName, boxLabels } from '../../labels/boxLabels.ts'
import { folded } from '../../labels/likeness.ts'
import { ALL, textsOf, type Wording } from '../../labels/wording.ts'

/** What a box of the form's head asks for; `unknown` is a numbered box whose label nobody knows. */
export type HeadKey = BoxName | 'unknown'

export interface HeadLabel {
  readonly key: HeadKey
  readonly folded: string
}

/** The labels of all prints, and how typists shorten them in lists. */
export const HEAD_LABELS: readonly HeadLabel[] = (Object.entries(boxLabels) as [BoxName, readonly Wording[]][]).flatMap(
  ([key, wordings]) => textsOf(wordings, ALL).map((text) => ({ key, folded: folded(text) })),
)

/** What may stand after a label and is still print. */
const TAILS = [
  '(Month/Day/Year)',
  '(Month/Year)',
  '(MM/DD/YY)',
  '(Voluntary)',
  '(Check all applicable)',
  '(Check all that apply)',
  '(Check applicable line)',
  '(Check applicable box)',
  'if an entity (Voluntary)',
  'of Reporting Person',
]

export const HEAD_TAILS: readonly string[] = TAILS.map(folded)
