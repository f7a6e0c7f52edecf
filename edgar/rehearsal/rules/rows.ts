/**
 * The lines of both tables. Source: specification 5.5, sections 3.3, 3.5, 4.3 and 4.3.8, without one that EDGAR does not
 * enforce: that a timeliness beside form type 4 on a Form 4 is left empty.
 */
import { child, type Element, textAt } from '../xmlTree.ts'
import { type Finding, type Form, isTrue } from './rule.ts'

/** All rules of lines. */
export function* rowFindings(form: Form): Generator<Finding> {
  for (const row of form.transactions) {
    yield* codingFindings(row, form.type)
    yield* lineFindings(row)
  }
  for (const row of form.holdings) yield* lineFindings(row)
  const isEmpty = form.transactions.length + form.holdings.length === 0
  if (isEmpty && /^[45]/.test(form.type) && !isTrue(textAt(form.root, 'notSubjectToSection16')))
    yield {
      name: 'noRows',
      content: 'Neither table has a row, and notSubjectToSection16 is not true.',
      at: child(form.root, 'notSubjectToSection16') ?? form.root,
    }
}

/** Rules 33, 34, 36, and the bar that the schema's pattern lets through (section 5.4). */
function* codingFindings(row: Element, type: string): Generator<Finding> {
  const coding = child(row, 'transactionCoding')
  if (!coding) {
    yield { name: 'codingMissing', content: 'The transactionCoding of a transaction is missing.', at: row }
    return
  }
  const timeliness = textAt(row, 'transactionTimeliness', 'value')
  const formType = textAt(coding, 'transactionFormType')
  const at = child(row, 'transactionTimeliness') ?? row
  const allowed = type.startsWith('5') ? ['', 'L'] : formType === '5' ? ['', 'E'] : ['', 'E', 'L']
  if (!allowed.includes(timeliness))
    yield { name: 'timeliness', content: 'Value for transactionTimeliness is not allowed here.', at }
}

/** Rules 37 to 39. */
function* lineFindings(row: Element): Generator<Finding> {
  const ownership = child(row, 'ownershipNature')
  const nature = textAt(ownership, 'natureOfOwnership', 'value').trim()
  const kind = textAt(ownership, 'directOrIndirectOwnership', 'value')
  const at = child(ownership, 'natureOfOwnership') ?? ownership ?? row
  if (kind === 'D' && nature !== '')
    yield { name: 'natureOfDirect', content: 'Direct ownership has a natureOfOwnership.', at }
  if (kind === 'I' && nature === '')
    yield { name: 'natureMissing', content: 'Indirect ownership has no natureOfOwnership.', at }
  const underlying = child(row, 'underlyingSecurity')
  if (underlying && !child(underlying, 'underlyingSecurityShares') && !child(underlying, 'underlyingSecurityValue'))
    yield {
      name: 'underlyingAmount',
      content: 'Neither underlyingSecurityShares nor underlyingSecurityValue is there.',
      at: underlying,
    }
}
