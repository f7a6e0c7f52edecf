/**
 * The cases of all rules, put before core's checks and before the rehearsal: two readings of one specification, written
 * apart, must agree on what EDGAR suspends. What core writes must be accepted.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check, registry } from '../../core/check/index.ts'
import { CalendarDate } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import { writeEdgarSubmission } from '../../core/write/index.ts'
import { CCC, everybody, submissionOf } from '../inventedSubmission.mts'
import { judge } from './judge.ts'

const TODAY = CalendarDate.parse('2026-06-01')!
const FILES = registry.flatMap(({ code, name }) => ['good.xml', 'bad.xml'].map((file) => `${code}-${name}/${file}`))

/** The form of a case with a CCC for each owner. */
function form(file: string): string {
  const xml = readFileSync(join(import.meta.dirname, '../../cases/rules', file), 'utf8')
  return xml.includes('rptOwnerCcc')
    ? xml
    : xml.replaceAll('</rptOwnerCik>', `</rptOwnerCik><rptOwnerCcc>${CCC}</rptOwnerCcc>`)
}

/** The labels of what suspends it when it is submitted. */
function suspendedFor(xml: string): string[] {
  const { messages } = judge(Buffer.from(submissionOf(xml)), 'TEST', everybody)
  return messages.filter(({ type }) => type === 'ERROR').map(({ errorLabel }) => errorLabel)
}

/** The codes of core that say the same. */
function checkedFor(xml: string): string[] {
  const { document } = readOwnershipXml(xml)
  if (!document) return ['not read']
  return check(document, { rulesOf: TODAY, stage: 'draft' })
    .filter(({ severity }) => severity === 'suspends')
    .map(({ code }) => code)
}

test('core and the rehearsal agree on what is suspended', () => {
  const differing = FILES.map((file) => ({
    file,
    rehearsal: suspendedFor(form(file)),
    core: checkedFor(form(file)),
  })).filter(({ rehearsal, core }) => (rehearsal.length === 0) !== (core.length === 0))
  expect(differing).toEqual([])
})

test('what is bad by a rule that suspends is suspended', () => {
  const files = registry
    .filter(({ severity }) => severity === 'suspends')
    .map(({ code, name }) => `${code}-${name}/bad.xml`)
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter((file) => suspendedFor(form(file)).length === 0)).toEqual([])
})

test('what core writes of a case is accepted, without a warning', () => {
  let accepted = 0
  for (const file of FILES) {
    const xml = form(file)
    const { document } = readOwnershipXml(xml)
    if (!document || checkedFor(xml).length > 0) continue
    const written = writeEdgarSubmission(document, { testOrLive: 'TEST', ccc: 'include' }).xml
    if (written === undefined) continue
    expect(judge(Buffer.from(written), 'TEST', everybody).messages, file).toEqual([])
    accepted++
  }
  expect(accepted).toBeGreaterThan(120)
})
