/** Invented insiders and events for the tests of recipes, and the form that comes of their rows. */
import {
  CalendarDate,
  check,
  Decimal,
  type Diagnostic,
  Footnotes,
  Issuer,
  OwnerSignature,
  OwnershipDocument,
  OwnershipTable,
  ReportingOwner,
  ReportingOwnerAddress,
  ReportingOwnerId,
  ReportingOwnerRelationship,
  reported,
  writeOwnershipXml,
} from '@section16/core'
import { schemaComplaints } from '../../tools/testing/xsd.ts'
import { type FormContent, formContent } from './formContent.ts'
import type { Recipe } from './recipe.ts'
import type { RecipeInput, RecipeResult } from './result.ts'
import { type Derivative, DIRECT, type HeldPosition, type Ownership, type Security } from './security.ts'

export const day = (written: string): CalendarDate => CalendarDate.parse(written) as CalendarDate
export const number = (written: string): Decimal => Decimal.parse(written) as Decimal

/** Answers, all given by one invented preparer at one moment. */
export function said(values: Readonly<Record<string, unknown>>): RecipeInput['facts'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, by: 'preparer-1', at: 1_764_000_000_000 }]),
  )
}

export const COMMON: Security = { table: 'I', title: 'Common Stock' }
export const OPTION_JSON = {
  title: 'Stock Option (right to buy)',
  exercisePrice: '12.5',
  exercisableNote: 'The option vested in four equal annual installments beginning on May 3, 2022.',
  expires: '2031-05-02',
  underlying: 'Common Stock',
}
export const OPTION: Derivative = {
  table: 'II',
  title: OPTION_JSON.title,
  exercisePrice: number('12.5'),
  exercisableNote: OPTION_JSON.exercisableNote,
  expires: day('2031-05-02'),
  underlying: 'Common Stock',
  sharesEach: Decimal.of(1),
}

export function holds(shares: string, security: Security = COMMON, ownership: Ownership = DIRECT): HeldPosition {
  return { security, ownership, shares: number(shares) }
}

/** In whose name: the insider's own. */
export const OWN = { pecuniaryInterest: 'all', holder: 'insider' }

type Changes = Partial<Omit<RecipeInput, 'facts'>>

/** A director or officer of a domestic issuer whose ledger is complete. */
export function build(recipe: Recipe, values: Readonly<Record<string, unknown>>, changes: Changes = {}): RecipeResult {
  return recipe.build({
    facts: said(values),
    positions: { held: [holds('10000')], isComplete: true },
    insider: { role: 'directorOrOfficer' },
    issuer: { unitsIn: 'II', fiscalYearEnd: day('2026-12-31') },
    ...changes,
  })
}

/** Lines in short: `I S 600 @ 30 D -> 10400`, `II holding -> 5 By Spouse`. */
export function short({ lines }: Pick<RecipeResult, 'lines'>): string[] {
  return lines.map(({ line: { security, transaction, ownedAfter, ownership } }) => {
    const nature = ownership.form === 'I' ? ` ${ownership.nature}` : ''
    const what = transaction
      ? `${transaction.code} ${transaction.shares.toString()} @ ${transaction.price.toString()} ${transaction.way}`
      : 'holding'
    return `${security.table} ${what} -> ${ownedAfter.toString()}${nature}`
  })
}

export const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code)
export const asked = ({ open }: RecipeResult): string[] => open.map(({ name }) => name)

/** The form in an invented header. */
export function documentOf(form: '3' | '4' | '5', { lines, footnotes, header }: FormContent): OwnershipDocument {
  const document = new OwnershipDocument()
  document.documentType = reported('text', form)
  document.periodOfReport = reported('date', (header.periodOfReport ?? day('2026-06-01')).toString())
  if (form !== '3') {
    document.notSubjectToSection16 = reported('boolean', header.notSubjectToSection16 ? '1' : '0')
    document.aff10b5One = reported('boolean', header.aff10b5One ? '1' : '0')
  }
  document.issuer = new Issuer()
  document.issuer.cik = reported('cik', '0009900001')
  document.issuer.tradingSymbol = reported('text', 'FERN')
  document.reportingOwners = [owner()]
  document.nonDerivativeTable = tableOf('I', lines)
  document.derivativeTable = tableOf('II', lines)
  if (footnotes.length > 0) {
    document.footnotes = new Footnotes()
    document.footnotes.footnotes = [...footnotes]
  }
  document.ownerSignatures = [signature()]
  return document
}

function owner(): ReportingOwner {
  const one = new ReportingOwner()
  one.id = new ReportingOwnerId()
  one.id.cik = reported('cik', '0009900002')
  one.id.ccc = reported('text', 'abc#1234')
  one.address = new ReportingOwnerAddress()
  one.address.nonUSAddressFlag = reported('boolean', 'false')
  one.address.street1 = reported('text', '1 FERN WAY')
  one.address.city = reported('text', 'SACRAMENTO')
  one.address.state = reported('text', 'CA')
  one.address.zipCode = reported('text', '94203')
  one.relationship = new ReportingOwnerRelationship()
  one.relationship.isDirector = reported('boolean', '1')
  return one
}

function signature(): OwnerSignature {
  const one = new OwnerSignature()
  one.name = reported('text', '/s/ Jane Quill')
  one.date = reported('date', '2026-06-03')
  return one
}

function tableOf(table: 'I' | 'II', lines: FormContent['lines']): OwnershipTable {
  const rows = lines.filter(({ line }) => line.security.table === table).map(({ row }) => row)
  const found = new OwnershipTable()
  found.rows = rows
  found.present = rows.length > 0
  return found
}

/** A form as XML, what the SEC's schema has against it, and what the checks of a draft find that counts. */
export function judged(form: '3' | '4' | '5', ...results: readonly RecipeResult[]) {
  const document = documentOf(form, formContent(form, results))
  const xml = writeOwnershipXml(document)
  const findings = check(document, { stage: 'draft', rulesOf: day('2026-06-03') })
  return {
    xml,
    complaints: schemaComplaints(xml, form),
    findings: findings.filter(({ severity }) => severity !== 'note').map(({ code, at }) => `${code} ${at.path ?? ''}`),
  }
}
