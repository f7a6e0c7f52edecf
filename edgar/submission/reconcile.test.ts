import { expect, test } from 'vitest'
import { CCC, everybody, FORM4, submission } from '../inventedSubmission.mts'
import { judge } from '../rehearsal/judge.ts'
import { CLOCK_TOLERANCE_MS, reconcile } from './reconcile.ts'

const disseminated = (form: string) => judge(Buffer.from(submission('LIVE', form)), 'LIVE', everybody).xml ?? ''

const sent = { xml: submission('LIVE'), startedAt: 1_000_000_000 }
const listed = (accessionNumber: string, after: number, form = FORM4) => ({
  accessionNumber,
  acceptedAt: sent.startedAt + after,
  xml: disseminated(form),
})
const other = FORM4.replace('1500', '1501')

test('the same content, changed by EDGAR on its way: accepted', () => {
  const list = [listed('a', 9000, other), listed('b', 5000)]
  expect(reconcile(sent, list)).toEqual({ kind: 'accepted', accessionNumber: 'b', acceptedAt: sent.startedAt + 5000 })
})

test('what was sent may be kept without its CCC', () => {
  const kept = submission('LIVE', FORM4.replace(/ *<rptOwnerCcc>.*\n/, ''))
  expect(kept).not.toContain(Buffer.from(CCC).toString('base64').slice(0, 8))
  expect(reconcile({ ...sent, xml: kept }, [listed('b', 5000)]).kind).toBe('accepted')
})

test('EDGAR put the address of record in where none was given', () => {
  const bare = FORM4.replace(/ *<reportingOwnerAddress>[\s\S]*<\/reportingOwnerAddress>\n/, '')
  expect(reconcile({ ...sent, xml: submission('LIVE', bare) }, [listed('b', 5000)]).kind).toBe('accepted')
  expect(reconcile(sent, [listed('b', 5000, bare)]).kind, 'but it takes none away').toBe('notFoundYet')
})

test('nothing yet, and what else there is since', () => {
  expect(reconcile(sent, [])).toEqual({ kind: 'notFoundYet', others: [] })
  expect(reconcile(sent, [listed('a', 9000, other)])).toEqual({ kind: 'notFoundYet', others: ['a'] })
})

test('the same content from before is another filing', () => {
  expect(reconcile(sent, [listed('a', -CLOCK_TOLERANCE_MS - 1)]).kind).toBe('notFoundYet')
  expect(reconcile(sent, [listed('a', -CLOCK_TOLERANCE_MS)]).kind).toBe('accepted')
})

test('filed twice is said', () => {
  expect(reconcile(sent, [listed('a', 1), listed('b', 2)])).toEqual({
    kind: 'acceptedSeveralTimes',
    accessionNumbers: ['a', 'b'],
  })
})

test.each([
  ['a share', '1500', '1501'],
  ['a footnote', 'at one price', 'at two prices'],
  ['a date', '2026-05-29', '2026-05-30'],
  ['a city', 'Duluth', 'Fargo'],
  ['another owner', '9700002', '9700004'],
  ['the box', '<aff10b5One>0', '<aff10b5One>1'],
  ['capitals in a title', 'Common Stock', 'COMMON STOCK'],
])('%s differs: not this one', (_, from, to) => {
  expect(reconcile(sent, [listed('a', 1, FORM4.replace(from, to))]).kind).toBe('notFoundYet')
})

test('a list cannot speak of a TEST submission, nor of what is none', () => {
  expect(reconcile({ ...sent, xml: submission('TEST') }, [listed('a', 1)])).toMatchObject({ because: 'testSubmission' })
  expect(reconcile({ ...sent, xml: FORM4 }, [])).toMatchObject({ because: 'unreadableFile' })
  expect(reconcile(sent, [{ ...listed('a', 1), xml: 'no XML' }]).kind).toBe('notFoundYet')
})
