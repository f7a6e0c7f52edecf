import { type CalendarDate, Decimal, securityKey } from '@section16/core'
import { isExemptGrant } from './approval.ts'
import { choice, securityTitle, text } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'
import { NOTHING } from './positionBook.ts'
import type { Derivative, Ownership, Security } from './security.ts'
import { stock } from './stock.ts'

/** A unit is a right to one share. */
const ONE = Decimal.of(1)

export const unitTitle = securityTitle({
  question: 'What are the units called? “Restricted Stock Units”',
  why: 'The title in Table II; in Table I they stand under the stock’s, with a footnote.',
  source: 'Practice, no rule says so; filers differ',
})

export const unitTerms = text({
  question: 'How do the units vest and settle, as sentences of the footnote?',
  why: 'The columns for exercise and expiration refer to it.',
  source: 'Form 4, Table II column 6, General Instruction 4(c)(iii)',
})

const UNITS_IN = choice(
  {
    I: 'Table I at grant; nothing at vesting but shares withheld',
    II: 'Table II at grant; code M in both tables at vesting',
  },
  {
    question: 'In which table does this issuer report stock units?',
    why: 'Both ways are in use; an issuer picks one and stays with it, else units are counted twice.',
    source: 'Practice, no rule says so; filers differ',
  },
)

/** The table in which the issuer's units stand; asked where it is not on record. */
export function unitTable(form: FormBuilder): 'I' | 'II' | undefined {
  const { unitsIn } = form.issuer
  if (!unitsIn) form.askRecord('issuer', 'unitsIn', UNITS_IN)
  return unitsIn
}

/** Units that are acquired. */
export interface UnitAward {
  readonly title: string
  readonly terms: string
  /** The title of the stock. */
  readonly stock: string
  readonly date: CalendarDate
  readonly units: Decimal
  readonly approval: string
}

/** Units as an acquisition from the issuer, code A, in the issuer's table. Source: Form 4, General Instruction 8. */
export function acquireUnits(award: UnitAward, ownership: Ownership, form: FormBuilder): void {
  const table = unitTable(form)
  if (!table || !keepsConvention(table, award.title, form)) return
  const security: Security = table === 'I' ? stock(award.stock) : unitsOf(award)
  const exempt = isExemptGrant(award.approval, award.date, form)
  form.transactions({
    security,
    ownership,
    date: award.date,
    code: 'A',
    way: 'A',
    shares: award.units,
    price: NOTHING,
    exempt,
    notes: table === 'I' ? { shares: [unitNote(award), award.terms] } : {},
  })
}

/** The units as a derivative security. */
export function unitsOf(award: Pick<UnitAward, 'title' | 'terms' | 'stock'>): Derivative {
  return {
    table: 'II',
    title: award.title,
    exercisePriceNote: unitNote(award),
    exercisableNote: award.terms,
    expiresNote: award.terms,
    underlying: award.stock,
    sharesEach: ONE,
  }
}

function unitNote({ title, stock: underlying }: Pick<UnitAward, 'title' | 'stock'>): string {
  return `${title}: each unit represents a contingent right to receive one share of ${underlying}.`
}

/** Whether no units of this name are held in the other table. */
export function keepsConvention(convention: 'I' | 'II', title: string, form: FormBuilder): boolean {
  const other = convention === 'I' ? 'II' : 'I'
  const key = securityKey(title)
  const strays = form.held.some(
    ({ security, shares }) => security.table === other && securityKey(security.title) === key && !shares.isZero,
  )
  if (strays) form.refuse('D110', { convention, other })
  return !strays
}
