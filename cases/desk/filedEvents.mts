/** By which signs a real form is found to report an event, and what it says of it. */
import { Decimal, type OwnershipRow } from '@section16/core'
import type { IssuerPractice } from '../../desk/recipes/index.ts'
import { type FiledEvent, type FiledForm, said } from './filedForms.mts'

/** The events of a form, in the order of its lines; `undefined` where the form reports something else. */
export interface EventSigns {
  /** What is looked for, in words. */
  signs: string
  unitsIn?: IssuerPractice['unitsIn']
  events: (form: FiledForm) => FiledEvent[] | undefined
}

const OPTION = /option|right to (?:buy|purchase)/i
const UNITS = /restricted (?:stock|share) unit|\brsus?\b/i
const PLAN = /10b5-1/i

/** A grant is told to be approved: who approved it, no filing says. */
const APPROVED = { approval: 'committee' }

const titled = (rows: readonly OwnershipRow[], title: RegExp) =>
  rows.every((row) => title.test(said(row.securityTitle)))
const day = (row: OwnershipRow) => said(row.transactionDate)
const shares = (row: OwnershipRow) => said(row.amounts.shares)

/** Whether column 2 of derivative lines says a price. */
const arePriced = (rows: readonly OwnershipRow[]) =>
  rows.every((row) => row.conversionOrExercisePrice.value !== undefined)

const optionGrants = (form: FiledForm) => {
  const rows = form.of('II A A')
  if (form.type !== '4' || !form.isAllOf('II A A') || !titled(rows, OPTION) || !arePriced(rows)) return undefined
  return rows.map((row): FiledEvent => {
    const {
      title: optionTitle,
      underlying: stock,
      exercisePrice,
      exercisableFrom,
      exercisableNote,
      expires,
    } = form.terms(row) ?? {}
    const vesting = exercisableFrom
      ? { vesting: 'at', exercisableFrom }
      : { vesting: 'schedule', schedule: exercisableNote }
    const facts = { grantDate: day(row), options: shares(row), optionTitle, stock, exercisePrice, expires, ...vesting }
    return { recipe: 'option-grant', facts: { ...facts, ...form.line(row).facts, ...APPROVED } }
  })
}

const unitGrantsInII = (form: FiledForm) => {
  const rows = form.of('II A A')
  if (form.type !== '4' || !form.isAllOf('II A A') || !titled(rows, UNITS)) return undefined
  return rows.map((row): FiledEvent => {
    const { title: unitTitle, underlying: stock, exercisableNote, exercisePriceNote } = form.terms(row) ?? {}
    const terms = exercisableNote ?? exercisePriceNote ?? form.notes(row.securityTitle, row.amounts.shares)
    const facts = { grantDate: day(row), units: shares(row), unitTitle, stock, terms }
    return { recipe: 'unit-grant', facts: { ...facts, ...form.line(row).facts, ...APPROVED } }
  })
}

const unitGrantsInI = (form: FiledForm) => {
  const rows = form.of('I A A')
  const noteOf = (row: OwnershipRow) =>
    form.notes(row.securityTitle, row.amounts.shares, row.coding, row.amounts.pricePerShare)
  if (form.type !== '4' || !form.isAllOf('I A A') || !rows.every((row) => UNITS.test(noteOf(row)))) return undefined
  return rows.map((row): FiledEvent => {
    const facts = { grantDate: day(row), units: shares(row), unitTitle: 'Restricted Stock Units', terms: noteOf(row) }
    return {
      recipe: 'unit-grant',
      facts: { ...facts, stock: said(row.securityTitle), ...form.line(row).facts, ...APPROVED },
    }
  })
}

/** The one pair of lines of an exercise, a settlement or a conversion. */
function pairOf(form: FiledForm, code: 'M' | 'C') {
  const [stock, ...more] = form.of(`I ${code} A`)
  const [right, ...others] = form.of(`II ${code} D`)
  return stock && right && more.length + others.length === 0 && form.type === '4' ? { stock, right } : undefined
}

const vests = (form: FiledForm) => {
  const pair = pairOf(form, 'M')
  const [withheld, ...more] = form.of('I F D')
  if (!pair || more.length > 0 || !form.isAllOf('I M A', 'II M D', 'I F D') || !titled([pair.right], UNITS))
    return undefined
  const { stock, right } = pair
  const taxes = withheld
    ? {
        taxes: 'withheld',
        withheldShares: shares(withheld),
        withholdingPrice: said(withheld.amounts.pricePerShare),
        withholdingApproval: 'committee',
      }
    : { taxes: 'cash' }
  const facts = {
    vestDate: day(right),
    units: shares(right),
    stock: said(stock.securityTitle),
    award: form.terms(right),
  }
  return [{ recipe: 'vest', facts: { ...facts, ...form.line(right).facts, ...taxes } }]
}

function exerciseOf(form: FiledForm, right: OwnershipRow) {
  const facts = { exerciseDate: day(right), option: form.terms(right), options: shares(right), isUnder16b3: true }
  return { ...facts, ...form.line(right).facts }
}

function optionPair(form: FiledForm, ...signs: readonly string[]) {
  const pair = pairOf(form, 'M')
  const isOption = pair && titled([pair.right], OPTION) && arePriced([pair.right])
  return isOption && form.isAllOf('I M A', 'II M D', ...signs) ? pair : undefined
}

const exercisesHeld = (form: FiledForm) => {
  const pair = optionPair(form)
  return pair && [{ recipe: 'exercise-and-hold', facts: exerciseOf(form, pair.right) }]
}

const exercisesSold = (form: FiledForm) => {
  const pair = optionPair(form, 'I S D')
  const sales = form.of('I S D')
  if (!pair || sales.length === 0 || PLAN.test(form.words)) return undefined
  return [
    { recipe: 'exercise-and-sell', facts: { ...exerciseOf(form, pair.right), ...tradesOf(form, sales), plan: 'none' } },
  ]
}

/** Trades of one line of ownership of one class. */
function tradesOf(form: FiledForm, rows: readonly OwnershipRow[]) {
  const fills = rows.flatMap((row) => fillsOf(form, row))
  const total = rows.reduce((sum, { amounts }) => sum.plus(amounts.shares.value ?? Decimal.of(0)), Decimal.of(0))
  return { venue: 'market', fills, tradedShares: String(total) }
}

const RANGE = /\$\s?(\d+(?:\.\d+)?)\s?(?:to|and|-|through)\s?\$?\s?(\d+(?:\.\d+)?)/i

/**
 * The trades behind a line: one where it has one price. Of an average only the ends of the range are known, from the
 * footnote, so two trades at the ends stand for them, with as many shares as give the average.
 */
function fillsOf(form: FiledForm, row: OwnershipRow) {
  const { shares: number, pricePerShare } = row.amounts
  const [low, high] = (RANGE.exec(form.notes(pricePerShare)) ?? []).slice(1).map((one) => Decimal.parse(one))
  const price = pricePerShare.value
  const date = day(row)
  if (!low || !high || !price || !number.value || low.compare(price) >= 0 || high.compare(price) <= 0)
    return [{ date, shares: said(number), price: said(pricePerShare) }]
  const atHigh = portion(number.value, price.minus(low), high.minus(low))
  return [
    { date, shares: String(number.value.minus(atHigh)), price: String(low) },
    { date, shares: String(atHigh), price: String(high) },
  ]
}

/** `whole` times `part` over `all`, to four places. */
function portion(whole: Decimal, part: Decimal, all: Decimal): Decimal {
  const numerator = whole.times(part)
  return Decimal.of((numerator.units * 10n ** BigInt(4 + all.scale)) / (all.units * 10n ** BigInt(numerator.scale)), 4)
}

/** The lines of a form that are all of one class and line of ownership. */
function oneLine(form: FiledForm, sign: string): OwnershipRow[] | undefined {
  if (form.type !== '4' || !form.isAllOf(sign)) return undefined
  const rows = form.of(sign)
  const keys = rows.map((row) =>
    [row.securityTitle, row.ownershipNature.directOrIndirectOwnership, row.ownershipNature.natureOfOwnership]
      .map(said)
      .join(' '),
  )
  return new Set(keys).size === 1 ? rows : undefined
}

const tradesUnder =
  (recipe: string, sign: string, wanted: (form: FiledForm) => object | undefined) => (form: FiledForm) => {
    const rows = oneLine(form, sign)
    const more = rows && wanted(form)
    if (!more || !rows[0]) return undefined
    const facts = { stock: said(rows[0].securityTitle), ...form.line(rows[0]).facts, ...tradesOf(form, rows), ...more }
    return [{ recipe, facts }]
  }

const ADOPTED =
  /adopted[^.]*?((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4})/i

/** The box, and the day of the plan as a footnote tells it. */
function planTerms({ document, words }: FiledForm) {
  const adopted = ADOPTED.exec(words.replace(/\s+/g, ' '))?.[1]
  if (document.aff10b5One.value !== true || adopted === undefined) return undefined
  return { planAdopted: new Date(`${adopted} UTC`).toISOString().slice(0, 10), insiderChoseDay: true }
}

const withoutPlan = ({ document, words }: FiledForm) =>
  document.aff10b5One.value === true || PLAN.test(words) ? undefined : { plan: 'none' }

const gifts = (form: FiledForm) => {
  if (form.type !== '4' || !form.isAllOf('I G D') || PLAN.test(form.words)) return undefined
  return form.of('I G D').map((row): FiledEvent => {
    const facts = { giftDate: day(row), way: 'given', giftShares: shares(row), stock: said(row.securityTitle) }
    const answers = { isForNothing: true, keepsInterest: false, isUnderPlan: false }
    return { recipe: 'gift', facts: { ...facts, ...answers, ...form.line(row).facts } }
  })
}

const conversions = (form: FiledForm) => {
  const pair = pairOf(form, 'C')
  if (!pair || !form.isAllOf('I C A', 'II C D')) return undefined
  const facts = {
    conversionDate: day(pair.right),
    converted: form.terms(pair.right),
    number: shares(pair.right),
    isFixed: true,
  }
  return [{ recipe: 'conversion', facts: { ...facts, ...form.line(pair.right).facts } }]
}

const firstReports = (form: FiledForm) => {
  const { holdings, type, document } = form
  if (type !== '3') return undefined
  const facts = { because: 'becameInsider', eventDate: said(document.periodOfReport), ownsNone: holdings.length === 0 }
  if (holdings.length === 0) return [{ recipe: 'new-insider', facts }]
  const owned = holdings.map((row) => holdingOf(form, row))
  return [{ recipe: 'new-insider', facts: { ...facts, holdings: owned } }]
}

/** A line of a Form 3: Table II has no column for how many are held, the underlying shares say it. */
function holdingOf(form: FiledForm, row: OwnershipRow) {
  const { ownership } = form.line(row)
  const line = { ownership: ownership.form, ...(ownership.form === 'I' && { nature: ownership.nature }) }
  if (!row.isDerivative)
    return {
      table: 'I',
      title: said(row.securityTitle),
      ...line,
      shares: said(row.postTransactionAmounts.sharesOwnedFollowingTransaction),
    }
  return { table: 'II', ...form.terms(row), ...line, shares: said(row.underlyingSecurity.shares) }
}

/** By name of a group of forms; a recipe with two conventions has two. */
export const FILED_EVENTS: Readonly<Record<string, EventSigns>> = {
  'option-grant': { signs: 'all lines II A acquired, titled option, with a price', events: optionGrants },
  'unit-grant in Table II': { signs: 'all lines II A acquired, titled units', unitsIn: 'II', events: unitGrantsInII },
  'unit-grant in Table I': {
    signs: 'all lines I A acquired, units in a footnote',
    unitsIn: 'I',
    events: unitGrantsInI,
  },
  vest: { signs: 'M in both tables, titled units, with or without one F', unitsIn: 'II', events: vests },
  'exercise-and-hold': { signs: 'M in both tables, titled option, nothing else', events: exercisesHeld },
  'exercise-and-sell': { signs: 'M in both tables, titled option, and S', events: exercisesSold },
  purchase: {
    signs: 'all lines I P of one holding, no word of a plan',
    events: tradesUnder('purchase', 'I P A', withoutPlan),
  },
  sale: { signs: 'all lines I S of one holding, no word of a plan', events: tradesUnder('sale', 'I S D', withoutPlan) },
  'plan-sale': {
    signs: 'all lines I S of one holding, box, day of the plan told',
    events: tradesUnder('plan-sale', 'I S D', planTerms),
  },
  gift: { signs: 'all lines I G disposed', events: gifts },
  conversion: { signs: 'C in both tables, one line each', events: conversions },
  'new-insider': { signs: 'Form 3', events: firstReports },
}
