import { rowsOf } from '@section16/core/model'
import { expect, test } from 'vitest'
import { alreadyReported } from './alreadyReported.ts'
import { draft, filed, line } from './inventedForms.mts'

const GRANT = '2024-03-01 A 500 @ 0 -> 500'
const OPTION = { title: 'Stock Option', derivative: { price: '3.31', expires: '2034-03-01' } }
const before = [filed('first', '2024-03-04', [line(GRANT, OPTION)]), filed('other', '2024-04-02', [line('-> 900')])]

const found = (...lines: Parameters<typeof line>[]) =>
  alreadyReported(draft(lines.map((one) => line(...one))).document, before).map(({ code, at, data }) => [
    code,
    at.path,
    data.report,
  ])

test('a grant that was reported is noticed, however title and number are spelled', () => {
  const place = '/ownershipDocument/derivativeTable/derivativeTransaction[1]'
  expect(found([GRANT, OPTION])).toEqual([['D224', place, 'first']])
  const spelled = { ...OPTION, title: 'STOCK OPTIONS (right to buy)' }
  expect(found(['2024-03-01 A 500.00 @ 0.0 -> 1000', spelled])).toEqual([['D224', place, 'first']])
})

test.each([
  ['another day', '2024-03-04 A 500 @ 0 -> 500', OPTION],
  ['another number', '2024-03-01 A 501 @ 0 -> 501', OPTION],
  ['another code', '2024-03-01 M 500 @ 0 -> 0', OPTION],
  ['another series', GRANT, { ...OPTION, derivative: { price: '3.32', expires: '2034-03-01' } }],
  ['another table', GRANT, { title: 'Stock Option' }],
  ['another line of ownership', GRANT, { ...OPTION, nature: 'I By Spouse' }],
  ['a holding', '-> 900', {}],
  ['a number that is not said', '2024-03-01 A ? @ 0 -> 500', OPTION],
])('%s is something else', (_, written, parts) => {
  expect(found([written, parts])).toEqual([])
})

test('each reported line answers for one', () => {
  expect(found([GRANT, OPTION], [GRANT, OPTION])).toHaveLength(1)
  const again = [...before, filed('again', '2024-03-05', [line(GRANT, OPTION)])]
  const { document } = draft([line(GRANT, OPTION), line(GRANT, OPTION), line(GRANT, OPTION)])
  expect(rowsOf(document)).toHaveLength(3)
  expect(alreadyReported(document, again).map(({ data }) => data.report)).toEqual(['first', 'again'])
})
