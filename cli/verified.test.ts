import { readFilingJson } from '@section16/core/read'
import { toFilingJson, writeOwnershipXml } from '@section16/core/write'
import { expect, it } from 'vitest'
import { type Filing, filingsIn } from './filings.ts'
import { CANARY, form4 } from './invented.mts'
import { Frames } from './secondProcess.ts'
import { expectedOf, verified } from './verified.ts'
import { Tally } from './verifyTally.ts'

function filingOf(content: string | Uint8Array): Filing {
  const [filing] = filingsIn({ name: 'f.xml', bytes: Buffer.from(content) })
  return filing as Filing
}

/** What verify says of a source, its filing JSON changed on the way by `fault`. */
function throughJson(content: string | Uint8Array, fault: (json: string) => string = (json) => json) {
  const filing = filingOf(content)
  const json = fault(JSON.stringify(toFilingJson(filing.reading.document!)))
  const written = writeOwnershipXml(readFilingJson(JSON.parse(json)).document!)
  return verified(expectedOf(filing), Buffer.from(written))
}

function withoutRows(json: string): string {
  const filing = JSON.parse(json)
  filing.document.nonDerivativeTable.rows = []
  return JSON.stringify(filing)
}

it('the same bytes come back', () => {
  expect(throughJson(form4({ owner: 'DOÉ' }))).toMatchObject({ outcome: 'bytes', lost: [], kept: 0, reasons: [] })
  const plain = throughJson(form4()).nodes
  expect(throughJson(form4({ extra: '\n\n    <new a="1">2</new>' }))).toMatchObject({ kept: 3, nodes: plain + 3 })
})

it('the same document in other bytes is identical', () => {
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${form4({ owner: 'DOÉ' }).slice(21)}`, 'latin1')
  expect(throughJson(latin)).toMatchObject({ outcome: 'identical', lost: [] })
})

it('a CCC is masked on both sides', () => {
  expect(throughJson(form4({ ccc: CANARY }))).toMatchObject({ outcome: 'bytes', hasCcc: true })
  expect(throughJson(form4({ ccc: '' }))).toMatchObject({ outcome: 'bytes', hasCcc: false })
})

it('a mended source comes back mended, with the reasons', () => {
  const { outcome, reasons } = throughJson(form4({ remarks: 'a & b' }))
  expect(outcome).toBe('repaired')
  expect(reasons).toEqual([expect.stringMatching(/^f\.xml: R116 .* R140 mended-ampersand: /)])
})

it.each([
  ['a line', withoutRows, 'nonDerivativeTransaction'],
  ['a value', (json: string) => json.replace('"1200"', '"1201"'), 'text /ownershipDocument/nonDerivativeTable'],
  ['a footnote', (json: string) => json.replace('An average price.', ''), 'An average price.'],
  ['a reference', (json: string) => json.replace(',"footnotes":["F1"]', ''), 'footnoteId'],
  ['a zero at the end', (json: string) => json.replace(',"written":"10.2500"', ''), '10.2500'],
])('%s that is lost on the way is detected', (_, fault, expected) => {
  const { outcome, lost, reasons } = throughJson(form4(), fault)
  expect(outcome).toBe('different')
  expect(lost.join('\n')).toContain(expected)
  const tally = new Tally()
  tally.add({ file: 'f', outcome, lost, reasons, hasCcc: false, nodes: 1, kept: 0, known: [] })
  expect(tally.isFaulty).toBe(true)
  expect(tally.report().at(-1)).toBe(
    `filings=1 bytes=0 identical=0 repaired=0 refused=0 other=0 nodes=1 kept=0 lost=${lost.length}`,
  )
})

it('says which known elements were merely kept', () => {
  const { known, kept } = throughJson(form4({ extra: '<new><transactionCode>P</transactionCode></new>' }))
  expect([known, kept]).toEqual([['transactionCode'], 3])
})

it('answers are put together however the stream is cut', () => {
  const answers = ['abc', '', 'd\n2\nefg\n\n0é', 'last!']
  const stream = Buffer.from(answers.map((answer) => `${Buffer.byteLength(answer)}\n${answer}`).join(''))
  for (let size = 1; size <= stream.length; size++) {
    const found: string[] = []
    const frames = new Frames((frame) => found.push(frame.toString()))
    for (let at = 0; at < stream.length; at += size) frames.add(stream.subarray(at, at + size))
    expect(found).toEqual(answers)
  }
})
