import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { day, inForceOn, isInForce } from './dated.ts'
import * as facts from './index.ts'

const {
  assumptions,
  acquiredDisposedCodes,
  checkBoxes,
  countryCodes,
  directOrIndirectCodes,
  documentTypes,
  edgarCalendar,
  eventTreatments,
  FORM_LIMITS,
  federalHolidays,
  filingCutoffs,
  filingReliefs,
  fixedNotes,
  formBoxes,
  formEditions,
  formTables,
  formTitle,
  formTypeOnForm,
  formTypesOnForms,
  isPlaceCode,
  LISTED,
  officialForms,
  placeCodeElements,
  placeName,
  printedOnlyCodes,
  qualifyingJurisdictions,
  schemaVersionOn,
  schemaVersions,
  secFormNumber,
  specialDays,
  stateCodes,
  supportingDocumentType,
  submissionFileDiagnostics,
  supportingDocumentTypeCharacters,
  supportingDocumentTypes,
  testOrLiveCodes,
  transactionCodes,
  transactionFormTypes,
  transactionTimeliness,
  transactionTreatments,
} = facts

const coded = {
  acquiredDisposedCodes,
  countryCodes,
  directOrIndirectCodes,
  documentTypes,
  eventTreatments,
  printedOnlyCodes,
  stateCodes,
  supportingDocumentTypes,
  testOrLiveCodes,
  transactionCodes,
  transactionFormTypes,
  transactionTimeliness,
  transactionTreatments,
}

const rowsOfTables: [string, { source: string }[]][] = [
  ...Object.entries(coded).map(([name, table]): [string, { source: string }[]] => [name, [...table.values()]]),
  ['formTypesOnForms', [...formTypesOnForms]],
  ['placeCodeElements', [...placeCodeElements]],
  ['schemaVersions', [...schemaVersions]],
  ['specialDays', [...specialDays]],
  ['edgarCalendar', [...edgarCalendar.specialDays.values()]],
  ['LISTED', [LISTED]],
  ['federalHolidays', [...federalHolidays]],
  ['filingCutoffs', [...filingCutoffs]],
  ['filingReliefs', [...filingReliefs]],
  ['qualifyingJurisdictions', [...qualifyingJurisdictions]],
  ['checkBoxes', [...checkBoxes]],
  ['FORM_LIMITS', Object.values(FORM_LIMITS)],
  ['assumptions', Object.values(assumptions)],
  ['submissionFileDiagnostics', Object.values(submissionFileDiagnostics)],
  ['supportingDocumentTypeCharacters', [supportingDocumentTypeCharacters]],
  ['officialForms', Object.values(officialForms).flatMap((form) => [form, ...form.titles, ...form.editions])],
  ['formEditions', [...formEditions, ...fixedNotes('4')]],
  ['formBoxes', Object.values(formBoxes).flatMap((boxes) => Object.values(boxes))],
  [
    'formTables',
    Object.values(formTables).flatMap(({ I, II }) => [I, II].flatMap((table) => [table, ...table.columns])),
  ],
]

test.each(rowsOfTables)('every row of %s says its source', (_, rows) => {
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ source }) => source.trim().length < 5)).toEqual([])
})

test('every table that the facts export is looked at for its sources', () => {
  const looked = new Set(rowsOfTables.map(([name]) => name))
  const tables = Object.entries(facts).filter(([name, value]) => {
    if (typeof value === 'function' || value instanceof CalendarDate || /iagnostics$|Columns$|^dataSet/.test(name))
      return false
    return value instanceof Map || Array.isArray(value) || typeof value === 'object'
  })
  expect(tables.map(([name]) => name).filter((name) => !looked.has(name))).toEqual([])
})

test.each(Object.entries(coded))('%s has no code twice and knows no property of objects', (_, table) => {
  for (const [code, row] of table) expect((row as { code: string }).code).toBe(code)
  expect(table.get('constructor')).toBeUndefined()
})

test('every code has a treatment, and no other', () => {
  expect([...transactionTreatments.keys()].sort()).toEqual([...transactionCodes.keys()].sort())
})

test('a row holds from its first day to the day before its end', () => {
  const row = { from: day('2023-03-20'), until: day('2023-07-17') }
  const held = ['2023-03-19', '2023-03-20', '2023-07-16', '2023-07-17'].map((date) => isInForce(row, day(date)))
  expect(held).toEqual([false, true, true, false])
  expect(isInForce({}, day('1934-01-01'))).toBe(true)
  expect(inForceOn([row], day('2024-01-01'))).toBeUndefined()
  expect(() => day('2024-02-30')).toThrow('2024-02-30')
})

test('one element held states and countries until 2026-03-17', () => {
  const before = day('2026-03-17')
  const after = day('2026-03-18')
  const bermuda = 'D0'
  expect(isPlaceCode('rptOwnerState', bermuda, before)).toBe(true)
  expect(isPlaceCode('rptOwnerState', bermuda, after)).toBe(false)
  expect(isPlaceCode('rptOwnerCountry', bermuda, before)).toBe(false)
  expect(isPlaceCode('rptOwnerCountry', bermuda, after)).toBe(true)
  expect(isPlaceCode('rptOwnerState', 'PR', before) && isPlaceCode('rptOwnerState', 'PR', after)).toBe(true)
  expect(isPlaceCode('rptOwnerState', 'ZZ', before)).toBe(false)
  expect([placeName('D0'), placeName('NY'), placeName('Y2'), placeName('??')]).toEqual([
    'BERMUDA',
    'NEW YORK',
    'YUGOSLAVIA',
    undefined,
  ])
})

test('states and countries share no code; together they are the 331 of old', () => {
  expect(new Set([...stateCodes.keys(), ...countryCodes.keys()]).size).toBe(331)
  const codes = [...stateCodes.values(), ...countryCodes.values()]
  expect(codes.filter(({ code, name }) => !/^[0-9A-Z]{2}$/.test(code) || name.trim() !== name || name === '')).toEqual(
    [],
  )
})

test('the schema version of a day, where it is established', () => {
  const versions = ['2023-03-17', '2023-03-20', '2023-07-17', '2026-03-17', '2026-03-18'].map(
    (date) => schemaVersionOn('4', day(date))?.version,
  )
  expect(versions).toEqual([undefined, 'X0407', 'X0508', 'X0508', 'X0609'])
  expect(schemaVersionOn('3', day('2026-03-17'))).toBeUndefined()
  expect(schemaVersionOn('3', day('2026-03-18'))?.version).toBe('X0607')
})

test('no two versions of a form hold on the same day', () => {
  for (let date = day('2003-05-01').day; date < day('2027-01-01').day; date++) {
    for (const form of ['3', '4', '5'] as const) {
      const on = new CalendarDate(date)
      const held = schemaVersions.filter((row) => row.from && row.forms.includes(form) && isInForce(row, on))
      expect(held.length).toBeLessThanOrEqual(1)
    }
  }
})

test('what is printed on a form has dates', () => {
  expect(formTitle('4', day('2003-05-09'))).toBe('Statement of Changes in Beneficial Ownership')
  expect(formTitle('4', day('2026-03-18'))).toMatch(/of Securities$/)
  expect(formTitle('4', undefined)).toMatch(/of Securities$/)
  expect(secFormNumber('4', day('2003-05-09'))).toBe('SEC 1474')
  expect(secFormNumber('4', day('2026-04-01'))).toBe('SEC 1474 (03-26)')
})

test('a supporting document may have free text behind its type, twenty characters in all', () => {
  expect(supportingDocumentType('EX-24.1')?.code).toBe('EX-24')
  expect(supportingDocumentType('CORRESP')?.most).toBe(100)
  expect(supportingDocumentType('EX-99.ABCDEFGHIJKLMN')?.code).toBe('EX-99')
  expect(supportingDocumentType('EX-99.ABCDEFGHIJKLMNO')).toBeUndefined()
  expect(supportingDocumentType('EX-10')).toBeUndefined()
})

test('a form type means something on some forms only', () => {
  expect(formTypeOnForm('4', '5', false)?.voluntary).toBe(true)
  expect(formTypeOnForm('5', '3', true)?.suffix['']).toBe('3')
  expect(formTypeOnForm('5', '3', false)).toBeUndefined()
  expect(formTypeOnForm('3', '4', false)).toBeUndefined()
  const timeliness = formTypesOnForms.flatMap((row) => row.timeliness)
  expect(timeliness.filter((code) => !transactionTimeliness.has(code))).toEqual([])
  expect(formTypesOnForms.every(({ formType }) => transactionFormTypes.has(formType))).toBe(true)
})

const numbers = (form: '3' | '4' | '5', table: 'I' | 'II') => [
  ...new Set(formTables[form][table].columns.map((column) => column.number)),
]

test('columns are numbered as on the forms', () => {
  const changes = ['1', '2', '2A', '3', '4', '5', '6', '7']
  const derivative = ['1', '2', '3', '3A', '4', '5', '6', '7', '8', '9', '10', '11']
  expect([numbers('3', 'I'), numbers('4', 'I'), numbers('5', 'I')]).toEqual([['1', '2', '3', '4'], changes, changes])
  expect([numbers('3', 'II'), numbers('4', 'II'), numbers('5', 'II')]).toEqual([
    ['1', '2', '3', '4', '5', '6'],
    derivative,
    derivative,
  ])
})

test('boxes are numbered as on the forms', () => {
  const order = (form: '3' | '4' | '5') =>
    Object.entries(formBoxes[form])
      .sort(([, a], [, b]) => a.number.localeCompare(b.number))
      .map(([name, { number }]) => `${number} ${name}`)
  expect(order('3')).toEqual([
    '1 reportingOwner',
    '2 periodOfReport',
    '3 issuer',
    '3a foreignTradingSymbol',
    '4 relationship',
    '5 dateOfOriginalSubmission',
    '6 individualOrJoint',
  ])
  const changes = [
    '1 reportingOwner',
    '2 issuer',
    '2a foreignTradingSymbol',
    '3 periodOfReport',
    '4 dateOfOriginalSubmission',
    '5 relationship',
    '6 individualOrJoint',
  ]
  expect([order('4'), order('5')]).toEqual([changes, changes])
})

interface Spec {
  documentType: string[]
  transactionFormType: Record<string, string>
  transactionCode: Record<string, { meaning: string; group: string }>
  printedOnlyCodes: Record<string, string>
  transactionAcquiredDisposedCode: Record<string, string>
  directOrIndirectOwnership: Record<string, string>
  transactionTimeliness: Record<string, string>
  testOrLive: string[]
  supportingDocumentType: Record<string, { max?: number; maxTogether?: number }>
  state: { code: string; name: string; territory: boolean }[]
  country: { code: string; name: string; obsolete: boolean }[]
}

const specification = new URL('../../../shared/spec/codes.json', import.meta.url)
const isThere = existsSync(specification)

describe.skipIf(!isThere)('against ../shared/spec/codes.json (skipped where that file is absent)', () => {
  const spec = (isThere ? JSON.parse(readFileSync(specification, 'utf8')) : {}) as Spec
  const meanings = (table: ReadonlyMap<string, { meaning: string }>) =>
    Object.fromEntries([...table].map(([code, { meaning }]) => [code, meaning]))

  test('codes and meanings are the same', () => {
    expect([...documentTypes.keys()]).toEqual(spec.documentType)
    expect(meanings(transactionFormTypes)).toEqual(spec.transactionFormType)
    expect(meanings(printedOnlyCodes)).toEqual(spec.printedOnlyCodes)
    expect(meanings(acquiredDisposedCodes)).toEqual(spec.transactionAcquiredDisposedCode)
    expect(meanings(directOrIndirectCodes)).toEqual(spec.directOrIndirectOwnership)
    expect(meanings(transactionTimeliness)).toEqual(spec.transactionTimeliness)
    expect([...testOrLiveCodes.keys()]).toEqual(spec.testOrLive)
    expect(
      Object.fromEntries([...transactionCodes].map(([code, { meaning, group }]) => [code, { meaning, group }])),
    ).toEqual(spec.transactionCode)
  })

  test('supporting documents and their limits are the same', () => {
    const types = [...supportingDocumentTypes.values()].map(({ code, most, mostTogether }) => [
      code,
      { ...(most && { max: most }), ...(mostTogether && { maxTogether: mostTogether }) },
    ])
    expect(Object.fromEntries(types)).toEqual(spec.supportingDocumentType)
  })

  test('states and countries are the same', () => {
    const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
    const states = [...stateCodes.values()].map(({ code, name, territory }) => ({ code, name, territory }))
    const countries = [...countryCodes.values()].map(({ code, name, obsolete }) => ({ code, name, obsolete }))
    expect(states.sort(byCode)).toEqual(spec.state.sort(byCode))
    expect(countries.sort(byCode)).toEqual(spec.country.sort(byCode))
  })
})
