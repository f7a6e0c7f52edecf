import { checkBoxes } from '@section16/core/facts'
import { NONE_OWNED } from '@section16/core/render'
import type { TickName } from '../form/paperForm.ts'
import { textsOf, type Wording, worded } from './wording.ts'

const checkBox = (name: TickName): Wording[] =>
  worded('sheet', ...checkBoxes.filter(({ element }) => element === name).map(({ title }) => title))

/** What the boxes to tick are called, 1991 to 2026. */
export const tickLabels: Readonly<Record<TickName, readonly Wording[]>> = {
  isDirector: worded('sheet', 'Director'),
  isTenPercentOwner: [
    ...worded('sheet', '10% Owner'),
    ...worded('filer', '10 Percent Owner', 'Ten Percent Owner', '10% Beneficial Owner'),
  ],
  isOfficer: [...worded('sheet', 'Officer (give title below)'), ...worded('filer', 'Officer (specify title below)')],
  isOther: [...worded('sheet', 'Other (specify below)'), ...worded('filer', 'Other (specify title below)')],
  isOnePerson: [
    ...worded('sheet', 'Form filed by One Reporting Person'),
    ...worded('short', 'Filed by One Reporting Person', 'One Reporting Person', 'One Person', 'Individual Filing'),
  ],
  isJoint: [
    ...worded('sheet', 'Form filed by More than One Reporting Person'),
    ...worded(
      'short',
      'Filed by More than One Reporting Person',
      'More than One Reporting Person',
      'More than One Person',
      'Joint/Group Filing',
      'Joint Filing',
    ),
  ],
  notSubjectToSection16: [
    ...checkBox('notSubjectToSection16'),
    ...worded(
      'print',
      'Check box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).',
    ),
  ],
  aff10b5One: checkBox('aff10b5One'),
  form3HoldingsReported: checkBox('form3HoldingsReported'),
  form4TransactionsReported: checkBox('form4TransactionsReported'),
  noSecuritiesOwned: worded('sheet', NONE_OWNED),
}

/** What the SEC calls a box today, on its pages and ours. */
export const sheetTick = (name: TickName): string => textsOf(tickLabels[name], ['sheet'])[0]!
