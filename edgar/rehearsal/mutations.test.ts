/**
 * Forms broken at random, by what the SEC's schema must see and by what only the rules of its specification say: core's
 * checks and the rehearsal must agree, and whatever a rule is named for must be suspended.
 */
import { expect, test } from 'vitest'
import { check } from '../../core/check/index.ts'
import { CalendarDate } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import { Random, seedOf } from '../../tools/testing/random.ts'
import { mutateForSchema } from '../../tools/testing/schemaMutations.ts'
import { textMutations } from '../../tools/testing/textMutations.ts'
import { everybody, FORM4, submissionOf } from '../inventedSubmission.mts'
import { judge } from './judge.ts'

const TODAY = CalendarDate.parse('2026-06-01')!
const isSuspended = (form: string) =>
  judge(Buffer.from(submissionOf(form)), 'TEST', everybody).messages.some(({ type }) => type === 'ERROR')

/** What core says that EDGAR suspends; `undefined` where it cannot read the form, which suspends it. */
function suspending(form: string): string[] | undefined {
  const { document, outcome } = readOwnershipXml(form)
  if (!document || outcome !== 'read') return undefined
  return check(document, { rulesOf: TODAY, stage: 'draft' })
    .filter(({ severity }) => severity === 'suspends')
    .map(({ code }) => code)
}

test('300 random changes: both say no, or neither does', () => {
  const differing: unknown[] = []
  let suspended = 0
  for (let n = 0; n < 300; n++) {
    const { xml, kinds } = mutateForSchema(FORM4, new Random(seedOf(6, n)))
    const core = suspending(xml)
    const says = isSuspended(xml)
    if (says) suspended++
    if (says !== (core === undefined || core.length > 0)) differing.push({ n, kinds, core, xml: changeIn(xml) })
  }
  expect(differing).toEqual([])
  expect(suspended).toBeGreaterThan(100)
  expect(suspended).toBeLessThan(290)
}, 60_000)

/** The line in which a form differs first. */
function changeIn(xml: string): string {
  const before = FORM4.split('\n')
  return xml.split('\n').find((line, i) => line !== before[i]) ?? ''
}

test('what breaks a rule that no schema sees is suspended', () => {
  const broken = Object.entries(textMutations).flatMap(([code, mutate]) => {
    const xml = mutate(FORM4, new Random(6))
    return xml !== undefined && suspending(xml)?.includes(code) ? [{ code, xml }] : []
  })
  expect(broken.length).toBeGreaterThan(15)
  expect(broken.filter(({ xml }) => !isSuspended(xml))).toEqual([])
})
