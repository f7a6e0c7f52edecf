import { folded } from '../../labels/likeness.ts'

export type TickKey =
  | 'isDirector'
  | 'isTenPercentOwner'
  | 'isOfficer'
  | 'isOther'
  | 'isOnePerson'
  | 'isJoint'
  | 'notSubjectToSection16'
  | 'form3HoldingsReported'
  | 'form4TransactionsReported'

interface TickText {
  readonly key: TickKey
  readonly text: string
  /** These first words must be there; the others may be missing. */
  readonly must: string
}

export interface TickLabel {
  readonly key: TickKey
  readonly folded: string
  readonly least: number
}

const label = ({ key, text, must }: TickText): TickLabel => ({
  key,
  folded: folded(text),
  least: folded(must).length,
})

/** The boxes of item 6 (5 of Form 3), and what typists make of them. */
export const RELATIONSHIPS: readonly TickLabel[] = [
  { key: 'isDirector', text: 'Director', must: 'Director' },
  { key: 'isTenPercentOwner', text: '10% Owner', must: '10% Owner' },
  { key: 'isTenPercentOwner', text: 'Ten Percent Owner', must: 'Ten Percent' },
  { key: 'isTenPercentOwner', text: '10 Percent Owner', must: '10 Percent' },
  { key: 'isOfficer', text: 'Officer (give title below)', must: 'Officer' },
  { key: 'isOfficer', text: 'Officer (specify title below)', must: 'Officer' },
  { key: 'isOther', text: 'Other (specify below)', must: 'Other' },
  { key: 'isOther', text: 'Other (specify title below)', must: 'Other' },
].map((text) => label(text as TickText))

/** The boxes of item 7. */
export const FILINGS: readonly TickLabel[] = [
  { key: 'isOnePerson', text: 'Form filed by One Reporting Person', must: 'Form filed by One' },
  { key: 'isJoint', text: 'Form filed by More than One Reporting Person', must: 'Form filed by More' },
  { key: 'isOnePerson', text: 'Filed by One Reporting Person', must: 'Filed by One' },
  { key: 'isJoint', text: 'Filed by More than One Reporting Person', must: 'Filed by More' },
  { key: 'isOnePerson', text: 'One Reporting Person', must: 'One Reporting' },
  { key: 'isJoint', text: 'More than One Reporting Person', must: 'More than One' },
  { key: 'isOnePerson', text: 'One Person', must: 'One Person' },
  { key: 'isJoint', text: 'More than One Person', must: 'More than One' },
  { key: 'isOnePerson', text: 'Individual Filing', must: 'Individual' },
  { key: 'isJoint', text: 'Joint/Group Filing', must: 'Joint' },
].map((text) => label(text as TickText))

/** The boxes beside the title. */
export const TITLE_BOXES: readonly TickLabel[] = [
  {
    key: 'notSubjectToSection16',
    text: 'Check this box if no longer subject to Section 16',
    must: 'Check this box if',
  },
  { key: 'notSubjectToSection16', text: 'Check box if no longer subject to Section 16', must: 'Check box if no' },
  { key: 'form3HoldingsReported', text: 'Form 3 Holdings Reported', must: 'Form 3 Holdings' },
  { key: 'form4TransactionsReported', text: 'Form 4 Transactions Reported', must: 'Form 4 Transactions' },
].map((text) => label(text as TickText))
