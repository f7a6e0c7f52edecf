import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { renderHtml } from '../../core/render/html/renderHtml.ts'
import { documentOf, form4 } from '../../core/write/inventedFilings.mts'
import { renderPdf } from '../../print/renderPdf.ts'
import { readPaper } from '../readPaper.ts'
import { picturesOf } from '../scan/distort.mts'

const document = documentOf(form4())
const shares = (reading: { document: typeof document } | undefined) =>
  reading?.document.nonDerivativeTable.rows.map(({ amounts }) => amounts.shares.value?.toString())
const EXPECTED = shares({ document })

test('a page that only wraps typed text is read as that', async () => {
  const typed = [
    'FORM 4',
    '1. Name and Address of Reporting Person',
    '   Doe, Jane',
    '2. Issuer Name and Ticker or Trading Symbol',
  ]
  const text = [
    ...typed,
    '   Aldermere Shipping plc  ALD',
    '3. Statement for Month/Year',
    '   June 1999',
    'Beneficial ownership. Section 16.',
  ]
  const { readings } = await readPaper({ name: 'x', bytes: Buffer.from(`<html><pre>${text.join('\n')}</pre></html>`) })
  expect(readings.map(({ recognised }) => recognised.kind)).toEqual(['typedText'])
})

test('HTML, PDF and a picture of one filing say the same shares; pages and pictures come where they are asked for', async () => {
  const pdf = await renderPdf(document)
  const [picture] = await picturesOf(pdf, 200)
  const { width, height, data } = picture!
  const png = encode({ width, height, data, channels: 1, depth: 8 })
  const html = await readPaper({ name: 'a.html', bytes: Buffer.from(renderHtml(document)) }, { withPages: true })
  const ofPdf = await readPaper({ name: 'a.pdf', bytes: pdf }, { withPages: true })
  const ofPicture = await readPaper({ name: 'a.png', bytes: png }, { withPages: true })
  expect([html, ofPdf, ofPicture].map(({ kind }) => kind)).toEqual(['html', 'pdf', 'scan'])
  for (const { readings } of [html, ofPdf, ofPicture]) expect(shares(readings[0])).toEqual(EXPECTED)
  expect([html, ofPdf, ofPicture].map(({ images }) => images.length > 0)).toEqual([false, true, true])
  for (const { pages } of [html, ofPdf, ofPicture]) expect(pages[0]?.words.length).toBeGreaterThan(50)
}, 120_000)
