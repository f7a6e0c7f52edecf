/**
 * Forms of one's own invention, said in a few words, and what a rule finds in them. A field is written `20.25`,
 * `20.25^F1` with a footnote, `^F1` with a footnote only, '' with an empty value; `null` leaves its element out.
 */
import { applies, CheckedFiling, type CheckOptions, findingsOf, registry } from '../../core/check/index.ts'
import { day } from '../../core/facts/dated.ts'
import { messageOf } from '../../core/facts/messageOf.ts'
import { readOwnershipXml } from '../../core/read/ownershipXml.ts'

type Field = string | null

/** A row; what is not said is as in `ROW`. */
export interface InventedRow {
  table?: 'I' | 'II'
  isHolding?: boolean
  title?: Field
  exercisePrice?: Field
  date?: Field
  deemed?: Field
  formType?: Field
  code?: Field
  swap?: Field
  timeliness?: Field
  shares?: Field
  totalValue?: Field
  price?: Field
  direction?: Field
  exerciseDate?: Field
  expires?: Field
  underlying?: Field
  underlyingShares?: Field
  following?: Field
  ownership?: Field
  nature?: Field
}

/** A form; what is not said is as in `FORM`. */
export interface InventedForm {
  type?: string
  period?: Field
  original?: Field
  /** Flags between the dates and the issuer, and the like: XML. */
  flags?: string
  issuerCik?: Field
  issuerName?: Field
  symbol?: Field
  owners?: readonly InventedOwner[]
  box?: Field
  rows?: readonly InventedRow[]
  footnotes?: readonly string[]
  remarks?: string
  signatures?: readonly (readonly [name: string, date: string])[]
}

export interface InventedOwner {
  cik?: Field
  name?: Field
  /** Elements of the address and of the relationship: XML. */
  address?: string
  relationship?: string
}

/** A form that lies beside those of which a rule speaks, and how often the rule fires on it; `filed`: on which day. */
export type Neighbour = readonly [code: string, what: string, form: InventedForm, found: number, filed?: string]

const ROW = {
  title: 'Common Stock',
  exercisePrice: '12.5',
  date: '2024-03-01',
  deemed: null,
  formType: '4',
  code: 'S',
  swap: '0',
  timeliness: null,
  shares: '1000',
  totalValue: null,
  price: '20.25',
  direction: 'D',
  exerciseDate: '2023-03-01',
  expires: '2031-03-01',
  underlying: 'Common Stock',
  underlyingShares: '1000',
  following: '5000',
  ownership: 'D',
  nature: null,
} satisfies InventedRow

const FORM = {
  type: '4',
  period: '2024-03-01',
  original: null,
  flags: '',
  issuerCik: '0009999401',
  issuerName: 'Alder Instruments Inc.',
  symbol: 'ALDR',
  owners: [{}],
  box: '0',
  rows: [],
  footnotes: [],
  remarks: '',
  signatures: [['/s/ Jane Doe', '2024-03-01']],
} satisfies InventedForm

const OWNER = {
  cik: '0009999410',
  name: 'Doe Jane',
  address: '<rptOwnerStreet1>1 FERN WAY</rptOwnerStreet1><rptOwnerCity>OAKTON</rptOwnerCity>',
  relationship: '<isDirector>1</isDirector>',
} satisfies InventedOwner

/** What one rule finds in a form: the path below `ownershipDocument` and the message. */
export function findingsIn(code: string, form: InventedForm, options: CheckOptions = {}): string[] {
  const rule = registry.find((one) => one.code === code)
  const { document } = readOwnershipXml(inventedXml(form))
  if (!rule || !document) throw new Error(`${code}: no such rule, or the form is not readable`)
  const filing = new CheckedFiling(document, options)
  if (!applies(rule, filing)) return []
  return findingsOf(rule, filing).map((finding) => {
    const path = finding.at.path?.replace('/ownershipDocument/', '')
    return `${path}: ${messageOf(finding, { [code]: rule })}`
  })
}

/** Neighbours as rows of a table of tests. */
export function neighbours(all: readonly Neighbour[]) {
  return all.map(([code, what, form, found, filed]) => {
    const options = filed === undefined ? {} : filedOn(filed)
    return { code, what, form, found, options }
  })
}

/** The day on which a form was filed, as an option. */
export function filedOn(date: string): CheckOptions {
  return { filedOn: day(date) }
}

/** The form's XML. */
export function inventedXml(said: InventedForm): string {
  const form = { ...FORM, ...said }
  const rows = (table: 'I' | 'II') =>
    form.rows
      .filter((row: InventedRow) => (row.table ?? 'I') === table)
      .map(rowXml)
      .join('')
  const footnotes = form.footnotes.map((text, i) => `<footnote id="F${i + 1}">${text}</footnote>`)
  const signatures = form.signatures.map(
    ([name, date]) => `<ownerSignature>${leaf('signatureName', name)}${leaf('signatureDate', date)}</ownerSignature>`,
  )
  return `<?xml version="1.0"?><ownershipDocument><schemaVersion>X0508</schemaVersion>${leaf('documentType', form.type)}
${leaf('periodOfReport', form.period)}${leaf('dateOfOriginalSubmission', form.original)}${form.flags}
<issuer>${leaf('issuerCik', form.issuerCik)}${leaf('issuerName', form.issuerName)}${leaf('issuerTradingSymbol', form.symbol)}</issuer>
${form.owners.map(ownerXml).join('')}${leaf('aff10b5One', form.box)}
<nonDerivativeTable>${rows('I')}</nonDerivativeTable><derivativeTable>${rows('II')}</derivativeTable>
<footnotes>${footnotes.join('')}</footnotes><remarks>${form.remarks}</remarks>${signatures.join('')}</ownershipDocument>`
}

function ownerXml(said: InventedOwner): string {
  const { cik, name, address, relationship } = { ...OWNER, ...said }
  return `<reportingOwner><reportingOwnerId>${leaf('rptOwnerCik', cik)}${leaf('rptOwnerName', name)}</reportingOwnerId>
<reportingOwnerAddress>${address}</reportingOwnerAddress>
<reportingOwnerRelationship>${relationship}</reportingOwnerRelationship></reportingOwner>`
}

function rowXml(said: InventedRow): string {
  const row = { ...ROW, ...said }
  const isDerivative = row.table === 'II'
  const element = `${isDerivative ? 'derivative' : 'nonDerivative'}${row.isHolding ? 'Holding' : 'Transaction'}`
  return `<${element}>${field('securityTitle', row.title)}
${isDerivative ? field('conversionOrExercisePrice', row.exercisePrice) : ''}${row.isHolding ? '' : transactionXml(row)}
${isDerivative ? underlyingXml(row) : ''}
<postTransactionAmounts>${field('sharesOwnedFollowingTransaction', row.following)}</postTransactionAmounts>
<ownershipNature>${field('directOrIndirectOwnership', row.ownership)}${field('natureOfOwnership', row.nature)}</ownershipNature>
</${element}>`
}

type WholeRow = Required<Omit<InventedRow, 'table' | 'isHolding'>>

function transactionXml(row: WholeRow): string {
  const coding = `${leaf('transactionFormType', row.formType)}${leaf('transactionCode', row.code)}${leaf('equitySwapInvolved', row.swap)}`
  return `${field('transactionDate', row.date)}${field('deemedExecutionDate', row.deemed)}
<transactionCoding>${coding}</transactionCoding>${field('transactionTimeliness', row.timeliness)}
<transactionAmounts>${field('transactionShares', row.shares)}${field('transactionTotalValue', row.totalValue)}
${field('transactionPricePerShare', row.price)}${field('transactionAcquiredDisposedCode', row.direction)}</transactionAmounts>`
}

function underlyingXml(row: WholeRow): string {
  return `${field('exerciseDate', row.exerciseDate)}${field('expirationDate', row.expires)}
<underlyingSecurity>${field('underlyingSecurityTitle', row.underlying)}${field('underlyingSecurityShares', row.underlyingShares)}</underlyingSecurity>`
}

/** An element that has text, and maybe references to footnotes, in place of a value. */
function leaf(element: string, said: Field): string {
  if (said === null) return ''
  const [text = '', ...ids] = said.split('^')
  return `<${element}>${text}</${element}>${ids.map(reference).join('')}`
}

function field(element: string, said: Field): string {
  if (said === null) return ''
  const [text, ...ids] = said.split('^')
  const value = text === '' && ids.length > 0 ? '' : `<value>${text}</value>`
  return `<${element}>${value}${ids.map(reference).join('')}</${element}>`
}

const reference = (id: string) => `<footnoteId id="${id}"/>`
