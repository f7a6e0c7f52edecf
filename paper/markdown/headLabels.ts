import { checkBoxes, type FormNumber } from '@section16/core/facts'
import type { TickName } from '../form/paperForm.ts'
import { ADDRESS_PARTS, type BoxName, boxLabels, MONTH_DAY_YEAR, MONTH_YEAR, sheetLabel } from '../labels/boxLabels.ts'
import { formTitles, headLines, LAW, LAW_WITH_1935 } from '../labels/sectionLabels.ts'
import { tickLabels } from '../labels/tickLabels.ts'
import { firstSentence, PRINTED, textsOf, type Whose, withoutHint } from '../labels/wording.ts'

/** What the words behind or below a label are. */
export type BoxKey = BoxName | 'omb' | 'expires'

/** What a print shows of its edition by having a label. */
export type SignKey =
  | 'monthYear'
  | 'monthDayYear'
  | 'irsNumber'
  | 'actOf1935'
  | 'styleSheet'
  | 'form3'
  | 'form4'
  | 'form5'

export interface HeadLabel {
  readonly text: string
  readonly box?: BoxKey
  /** A box to tick, its mark in front of the label. */
  readonly tick?: TickName
  readonly sign?: SignKey
  /** The share of letters that may differ; a quarter where nothing is said. */
  readonly most?: number
}

const box = (name: BoxName, whose: Whose, how: Omit<HeadLabel, 'text' | 'box'> = {}): HeadLabel[] =>
  textsOf(boxLabels[name], [whose]).map((text) => ({ text, box: name, ...how }))

const tick = (name: TickName, most?: number): HeadLabel[] =>
  textsOf(tickLabels[name], PRINTED).map((text) => ({ text, tick: name, ...(most !== undefined && { most }) }))

const period = (form: FormNumber, sign: SignKey): HeadLabel => ({
  text: sheetLabel('periodOfReport', form),
  box: 'periodOfReport',
  sign,
  most: 0.3,
})

/** A longer title before one that is a part of it, and how much of each may differ. */
const titles = (form: FormNumber, sign: SignKey, ...most: readonly number[]): HeadLabel[] =>
  textsOf(formTitles[form], PRINTED)
    .toSorted((a, b) => b.length - a.length)
    .map((text, i) => ({ text, sign, ...(most[i] !== undefined && { most: most[i] }) }))

/** The law of each edition, and its parts where OCR tore it. */
const [LAW_OF_1934 = LAW, ...LAW_OF_1940] = LAW.split(/(?= or )/)
const [LAW_OF_1935 = LAW_WITH_1935] = LAW_WITH_1935.split(' or ')

/** The labels above the tables, those looked for first in front: a longer one before one that is a part of it. */
export const headLabels: readonly HeadLabel[] = [
  ...checkBoxes.flatMap(({ element }) => tick(element, 0.35)),
  ...tick('notSubjectToSection16').map((label) => ({ ...label, text: firstSentence(label.text) })),
  { text: LAW_OF_1935, sign: 'actOf1935', most: 0.15 },
  { text: LAW, sign: 'styleSheet', most: 0.15 },
  ...[LAW_OF_1934, ...LAW_OF_1940].map((text) => ({ text })),
  ...textsOf(headLines.commission, ['sheet']).map((text) => ({ text })),
  ...titles('3', 'form3'),
  ...titles('5', 'form5', 0.2, 0.15, 0.15),
  ...titles('4', 'form4', 0.15),
  ...box('reportingOwner', 'sheet'),
  ...box('issuer', 'sheet'),
  ...box('foreignTradingSymbol', 'sheet'),
  period('4', 'styleSheet'),
  period('3', 'form3'),
  period('5', 'form5'),
  { text: MONTH_DAY_YEAR, box: 'periodOfReport', sign: 'monthDayYear', most: 0.1 },
  { text: MONTH_YEAR, box: 'periodOfReport', sign: 'monthYear', most: 0.1 },
  ...box('dateOfOriginalSubmission', 'sheet', { most: 0.3 }),
  ...box('dateOfOriginalSubmission', 'print'),
  ...box('irsNumber', 'print', { sign: 'irsNumber' }),
  ...box('relationship', 'sheet', { most: 0.3 }),
  ...box('individualOrJoint', 'sheet', { most: 0.3 }),
  ...tick('isJoint'),
  ...tick('isOnePerson'),
  ...tick('noSecuritiesOwned'),
  ...tick('isOfficer', 0.3),
  ...tick('isOther'),
  ...tick('isTenPercentOwner'),
  ...tick('isDirector', 0.13),
  ...tick('isOfficer', 0).map((label) => ({ ...label, text: withoutHint(label.text) })),
  ...textsOf(headLines.seat, ['sheet']).map((text) => ({ text })),
  { text: 'OMB APPROVAL', most: 0.1 },
  { text: 'OMB Number:', box: 'omb', most: 0.15 },
  { text: 'Estimated average burden hours per response', box: 'omb', most: 0.3 },
  { text: 'Estimated average burden', box: 'omb', most: 0.4 },
  { text: 'hours per response', box: 'omb' },
  { text: 'hours per', box: 'omb', most: 0 },
  { text: 'response:', box: 'omb', most: 0.13 },
  { text: 'Expires:', box: 'expires', most: 0.15 },
]

/** Labels within the box of name and address. */
export const SUB_LABEL = new RegExp(`^\\(?(${ADDRESS_PARTS.join('|')})\\)?$`, 'i')
