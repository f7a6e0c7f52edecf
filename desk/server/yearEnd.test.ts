import { expect, test } from 'vitest'
import { draftOf, must, order, signAs, work } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

const NO_FORM_5 = 'No Form 5 is\ndue from me for that year'

test('the year’s pages hold what was filed, and say that no Form 5 is due once nothing is open', async () => {
  const at = await inventServer()
  const { insiderId, issuerId } = at.demonstration
  const director = at.as('insider')
  const path = (year: number) => `${at.base}/insiders/${insiderId}/year-end.html?issuer=${issuerId}&year=${year}`
  const before = (await director.get(path(2026))).text
  expect(before).toContain('Not accepted yet: Form 4.')
  expect(before).not.toContain(NO_FORM_5)
  expect(before).toContain('<td>director</td>')
  must(await signAs(at), 201)
  // A week late.
  at.advance(7 * 86_400_000)
  await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  expect((await draftOf(at)).closed.because).toBe('filed')
  const after = await director.get(path(2026))
  expect(after.headers.get('content-security-policy')).toContain('sandbox')
  expect(after.text).toContain('REHEARSAL. Nothing of this was filed with the SEC.')
  expect(after.text).toContain('<h1>Alder Rowan: fiscal year of Saltmarsh Instruments Inc. ended 2026-12-31</h1>')
  expect(after.text).toContain('<td>Stock Option (right to buy)</td><td>10000</td><td>Direct</td>')
  expect(after.text).toMatch(
    /<td>2026-06-03<\/td><td>A<\/td>.*<td>2026-06-10<\/td><td>9016000016-26-\d+<\/td><td>late<\/td>/,
  )
  expect(after.text).toContain('Reported late (Item 405): one transaction.')
  expect(after.text).toContain(NO_FORM_5)
  // Another year has none of it.
  const earlier = (await director.get(path(2025))).text
  expect(earlier).not.toContain('<td>A</td>')
  expect(earlier).toContain('Reported late (Item 405): none.')
})

test('the fiscal year is the issuer’s, and names are text', async () => {
  const at = await inventServer()
  const { insiderId, issuerId } = at.demonstration
  const administrator = at.as('administrator')
  const { cik, tradingSymbol, revision } = must(await administrator.get(`${at.base}/issuers/${issuerId}`))
  const named = { cik, tradingSymbol, revision, name: 'Salt <b>& Sons', details: { fiscalYearEnd: '06-30' } }
  must(await administrator.put(`${at.base}/issuers/${issuerId}`, named))
  const page = await administrator.get(`${at.base}/insiders/${insiderId}/year-end.html?issuer=${issuerId}&year=2026`)
  expect(page.text).toContain('fiscal year of Salt &lt;b&gt;&amp; Sons ended 2026-06-30')
})
