import fc from 'fast-check'
import type { DocumentType, FormNumber } from '../../core/facts/index.ts'
import type { RowElement } from '../../core/model/ownershipDocument.ts'
import * as values from './randomValues.ts'

/** One element: its value, if it has one, and its footnotes as numbers into the document's. */
export interface Said {
  written: string | undefined
  notes: readonly number[]
}

/** Elements by path; an element that is not there has no entry. */
export type Elements = Partial<Record<string, Said>>

type Arbitraries = Record<string, fc.Arbitrary<Said | undefined>>

/** A group of elements, with the groups that stand there empty. */
export interface Part {
  fields: Elements
  emptyGroups: readonly string[]
}

export interface Table {
  present: boolean
  rows: readonly { element: RowElement; fields: Elements }[]
}

const leaf = (value: fc.Arbitrary<string>) => value.map((written): Said => ({ written, notes: [] }))

/** Seldom as many as a field may have. */
const notes = fc.oneof(
  { weight: 60, arbitrary: fc.constant<number[]>([]) },
  { weight: 30, arbitrary: fc.array(fc.nat(98), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(98), { minLength: 90, maxLength: 99, size: 'max' }) },
)
const someNotes = fc.array(fc.nat(98), { minLength: 1, maxLength: 3 })

/** A value, with footnotes or without. */
const said = (value: fc.Arbitrary<string>): fc.Arbitrary<Said> => fc.record({ written: value, notes })

/** A value or footnotes or both. */
const saidOrNoted = (value: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.oneof(
    { weight: 3, arbitrary: said(value) },
    { weight: 1, arbitrary: someNotes.map((some): Said => ({ written: undefined, notes: some })) },
  )

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 })

/** One of several sets of elements. */
const either = (...choices: Arbitraries[]): fc.Arbitrary<Elements> =>
  fc.oneof(...choices.map((choice) => elements(choice)))

/** All of these, what is drawn as undefined left out. */
const elements = (arbitraries: Arbitraries): fc.Arbitrary<Elements> => fc.record(arbitraries)

const both = (...parts: fc.Arbitrary<Elements>[]): fc.Arbitrary<Elements> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Elements)

export const head = ({ code, form, isAmendment }: DocumentType) =>
  both(
    elements({
      schemaVersion: leaf(fc.constant(form === '3' ? 'X0607' : 'X0609')),
      documentType: leaf(fc.constant(code)),
      periodOfReport: leaf(values.date),
      'issuer/issuerCik': leaf(values.cik),
      'issuer/issuerName': leaf(values.text(1, 150)),
      'issuer/issuerTradingSymbol': leaf(values.text(1, 10)),
      'issuer/issuerForeignTradingSymbol': maybe(leaf(values.text(0, 14))),
      remarks: maybe(leaf(values.text(0, 2000))),
    }),
    elements({
      ...(isAmendment ? { dateOfOriginalSubmission: leaf(values.date) } : {}),
      ...(form === '3' ? {} : { notSubjectToSection16: maybe(leaf(values.boolean)) }),
      // The schema lets a Form 3 carry it, the specification does not.
      aff10b5One: form === '3' ? maybe(leaf(values.boolean)) : leaf(values.boolean),
    }),
  )

const FLAGS = ['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'].map(
  (flag) => `reportingOwnerRelationship/${flag}`,
)

/** Every combination of the flags with at least one that is true; a title or text also without its flag. */
const relationship = fc
  .tuple(
    fc.tuple(...FLAGS.map(() => maybe(values.boolean))),
    fc.nat(3),
    values.yes,
    maybe(values.text(0, 30)),
    maybe(values.text(0, 30)),
  )
  .map(([flags, sure, yes, title, other]) => {
    const written = flags.map((flag, i) => (i === sure ? yes : flag))
    const isTrue = (i: number) => written[i] === '1' || written[i] === 'true'
    const entries = FLAGS.map((path, i) => [path, written[i]])
    entries.push(['reportingOwnerRelationship/officerTitle', isTrue(1) ? title || 'Officer' : title])
    entries.push(['reportingOwnerRelationship/otherText', isTrue(3) ? other || 'Other' : other])
    const there = entries.filter(([, value]) => value !== undefined)
    return Object.fromEntries(there.map(([path, value]) => [path, { written: value, notes: [] }])) as Elements
  })

const addressOf = (own: Arbitraries): fc.Arbitrary<Elements> =>
  elements(
    Object.fromEntries(
      Object.entries({
        rptOwnerStreet1: maybe(leaf(values.text(0, 40))),
        rptOwnerStreet2: maybe(leaf(values.text(0, 40))),
        rptOwnerCity: maybe(leaf(values.text(0, 30))),
        rptOwnerZipCode: maybe(leaf(values.zipCode)),
        rptOwnerStateDescription: maybe(leaf(values.text(0, 50))),
        rptOwnerGoodAddress: maybe(leaf(values.boolean)),
        ...own,
      }).map(([name, arbitrary]) => [`reportingOwnerAddress/${name}`, arbitrary]),
    ),
  )

export const owner: fc.Arbitrary<Part> = both(
  elements({
    'reportingOwnerId/rptOwnerCik': leaf(values.cik),
    'reportingOwnerId/rptOwnerName': leaf(values.text(1, 150)),
  }),
  fc.oneof(
    addressOf({
      rptOwnerNonUSAddressFlag: leaf(values.no),
      rptOwnerState: leaf(values.state),
      rptOwnerCountry: maybe(leaf(fc.constantFrom('', ' ', '  '))),
    }),
    addressOf({
      rptOwnerNonUSAddressFlag: leaf(values.yes),
      rptOwnerNonUSStateTerritory: maybe(leaf(values.text(0, 30))),
      rptOwnerState: maybe(leaf(fc.constantFrom('', ' ', '  '))),
      rptOwnerCountry: leaf(values.country),
    }),
    fc.constant({}),
  ),
  relationship,
).chain((fields) =>
  // An address of which nothing is known stands there empty or not at all.
  fc.boolean().map((empty) => ({ fields, emptyGroups: empty ? ['reportingOwnerAddress'] : [] })),
)

export const signature = elements({ signatureName: leaf(values.text(1, 255)), signatureDate: leaf(values.date) })

/** What stands for no timeliness, then what a form type may say. */
const timeliness = (form: FormNumber) => {
  const noted = form === '4' ? notes : fc.constant<number[]>([])
  const pair = (formType: string, ...letters: string[]) => ({
    'transactionCoding/transactionFormType': leaf(fc.constant(formType)),
    transactionTimeliness: maybe(fc.record({ written: fc.constantFrom(undefined, '', ...letters), notes: noted })),
  })
  return form === '4' ? either(pair('4'), pair('5', 'E')) : either(pair('4', 'L'), pair('5', 'L'))
}

const ownership = both(
  either(
    { 'postTransactionAmounts/sharesOwnedFollowingTransaction': said(values.decimal) },
    { 'postTransactionAmounts/valueOwnedFollowingTransaction': said(values.decimal) },
  ),
  either(
    {
      'ownershipNature/directOrIndirectOwnership': said(fc.constant('D')),
      'ownershipNature/natureOfOwnership': maybe(said(fc.constant(''))),
    },
    {
      'ownershipNature/directOrIndirectOwnership': said(fc.constant('I')),
      'ownershipNature/natureOfOwnership': said(values.text(1, 100)),
    },
  ),
)

const derivativeTerms = both(
  elements({
    conversionOrExercisePrice: saidOrNoted(values.decimal),
    exerciseDate: saidOrNoted(values.date),
    expirationDate: saidOrNoted(values.date),
    'underlyingSecurity/underlyingSecurityTitle': said(values.text(1, 60)),
  }),
  either(
    { 'underlyingSecurity/underlyingSecurityShares': saidOrNoted(values.decimal) },
    { 'underlyingSecurity/underlyingSecurityValue': saidOrNoted(values.decimal) },
  ),
)

const transaction = (form: FormNumber, derivative: boolean): fc.Arbitrary<Elements> =>
  both(
    elements({
      securityTitle: said(values.text(1, 60)),
      transactionDate: said(values.date),
      deemedExecutionDate: maybe(fc.record({ written: maybe(values.date), notes })),
      'transactionCoding/transactionCode': leaf(values.transactionCode),
      'transactionCoding/equitySwapInvolved': leaf(values.boolean),
      'transactionCoding/footnoteId': maybe(notes.map((some) => ({ written: undefined, notes: some }))),
      'transactionAmounts/transactionPricePerShare': saidOrNoted(values.decimal),
      // The one field of Table II without footnotes.
      'transactionAmounts/transactionAcquiredDisposedCode': derivative
        ? leaf(values.acquiredDisposedCode)
        : said(values.acquiredDisposedCode),
    }),
    timeliness(form),
    derivative
      ? either(
          { 'transactionAmounts/transactionShares': said(values.decimal) },
          { 'transactionAmounts/transactionTotalValue': said(values.decimal) },
        )
      : elements({ 'transactionAmounts/transactionShares': said(values.decimal) }),
    ownership,
    derivative ? derivativeTerms : fc.constant({}),
  )

const holding = (form: FormNumber, derivative: boolean): fc.Arbitrary<Elements> =>
  both(
    elements({ securityTitle: said(values.text(1, 60)) }),
    // A holding that belonged on a Form 3.
    form === '5'
      ? elements({
          'transactionCoding/transactionFormType': maybe(leaf(fc.constantFrom('', '3', '3'))),
          'transactionCoding/footnoteId': maybe(notes.map((some) => ({ written: undefined, notes: some }))),
        })
      : fc.constant({}),
    ownership,
    derivative ? derivativeTerms : fc.constant({}),
  ).map((fields) => {
    if (form !== '3' || !derivative) return fields
    // Form 3 alone does not ask what is owned afterwards in Table II: the number is the underlying one.
    return Object.fromEntries(Object.entries(fields).filter(([path]) => !path.startsWith('postTransactionAmounts')))
  })

export function table(form: FormNumber, derivative: boolean): fc.Arbitrary<Table> {
  const rowOf = (element: RowElement, fields: fc.Arbitrary<Elements>) =>
    fields.map((drawn) => ({ element, fields: drawn }))
  const held = rowOf(derivative ? 'derivativeHolding' : 'nonDerivativeHolding', holding(form, derivative))
  const traded = rowOf(derivative ? 'derivativeTransaction' : 'nonDerivativeTransaction', transaction(form, derivative))
  const row = form === '3' ? held : fc.oneof(held, traded, traded)
  const rows = fc.oneof(
    { weight: 20, arbitrary: fc.array(row, { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.array(row, { maxLength: 30, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(row, { minLength: 30, maxLength: 30, size: 'max' }) },
  )
  return fc.record({ present: fc.boolean(), rows })
}
