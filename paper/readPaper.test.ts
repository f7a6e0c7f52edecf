import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kindOf, textKind } from './kindOf.ts'
import { readPaper } from './readPaper.ts'

const SEED = readFileSync(new URL('../cases/seed/form4.txt', import.meta.url))
const CUES =
  'Section 16. Beneficial ownership. Derivative securities. Reporting person. Issuer name and trading symbol.'

describe('the kind of a file is told by its content', () => {
  test.each([
    ['%PDF-1.7 …', 'pdf'],
    ['\n\n%PDF-1.4 …', 'pdf'],
    ['\u0089PNG\r\n', 'scan'],
    ['\u00ff\u00d8\u00ff\u00e0', 'scan'],
    ['II*\0', 'scan'],
    ['<SEC-DOCUMENT>0000000000-03-000001.txt', 'submission'],
    [`<html><body>${CUES}</body></html>`, 'html'],
    ['<html><body>A page about gardens.</body></html>', undefined],
    [`FORM 4   ${CUES}`, 'typedText'],
    [`<PAGE>\nFORM 4   ${CUES}`, 'typedText'],
    [`FORM 4\n| ${CUES} | b |\n|---|---|\n| c | d |`, 'ocrText'],
    [`<?xml version="1.0"?><other>${CUES}</other>`, undefined],
    ['A recipe\twith\ttabs', undefined],
    ['', undefined],
  ])('%j: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  test('typists part columns by blanks, OCR by tabs and pipes', () => {
    expect(textKind(SEED.toString())).toBe('ocrText')
    expect(textKind('|  Common   |  100    |\n|-----------|---------|\n  1.375     2/7/00     A   V')).toBe('typedText')
  })
})

test('the seed is read', async () => {
  const { kind, readings, diagnostics, submission } = await readPaper({ name: 'seed.txt', bytes: SEED })
  expect([kind, readings.length, diagnostics, submission]).toEqual(['ocrText', 1, [], undefined])
  expect(readings[0]?.document.issuer.name.value).toBe('SONUS NETWORKS INC')
})

test('answers go to the form that they name', async () => {
  const said = { by: 'Ada', on: 'today', answers: { '/ownershipDocument/issuer/issuerCik': '42' } }
  const twice = Buffer.concat([SEED, Buffer.from('\n'), SEED])
  const { readings } = await readPaper({ name: 'twice.txt', bytes: twice }, { answers: [{ ...said, form: 2 }] })
  expect(readings.map(({ document }) => document.issuer.cik.value)).toEqual([undefined, '0000000042'])
})

test.each([
  ['words of a form without its boxes', Buffer.from(`# FORM 4\n\n**${CUES}**`), 'P101'],
  ['a text beyond the limit', Buffer.alloc(4_000_001, `${CUES}\ta\tb\n`), 'P105'],
])('%s are no form, with a reason', async (_, bytes, code) => {
  const { readings, diagnostics } = await readPaper({ name: 'x', bytes })
  expect([readings, diagnostics.map((one) => one.code)]).toEqual([[], [code]])
})

test.each([
  ['characters', Buffer.alloc(400_001, `${CUES}\ta\tb\n`)],
  ['words above its tables', Buffer.concat([SEED.subarray(0, 300), Buffer.from('a\tb\n'.repeat(1000)), SEED])],
])('OCR text with more %s than a form is refused with that limit', async (limit, bytes) => {
  const { diagnostics } = await readPaper({ name: 'x', bytes })
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'P106', data: { limit } }))
})

test('the pages are given where they are asked for', async () => {
  const source = { name: 'seed.txt', bytes: SEED }
  expect((await readPaper(source)).pages).toEqual([])
  const { pages, readings } = await readPaper(source, { withPages: true })
  const words = pages[0]!.words.map(({ text }) => text)
  expect([pages.length, pages[0]!.unit, words.includes('$33,100')]).toEqual([1, 'cell', true])
  const places = [...readings[0]!.fields.values()].flatMap((field) => field.places)
  expect(places.filter(({ bottom, right }) => bottom > pages[0]!.height || right > pages[0]!.width)).toEqual([])
})

test('a file that is no paper is nothing, without a reason', async () => {
  expect(await readPaper({ name: 'x', bytes: Buffer.from('hello') })).toEqual({
    kind: undefined,
    readings: [],
    pages: [],
    images: [],
    submission: undefined,
    diagnostics: [],
  })
})

test.each([
  ['tabs', '\t'.repeat(100_000)],
  ['labels', '1. Name and Address of Reporting Person '.repeat(4500)],
  ['pipes', '|'.repeat(100_000)],
  ['titles', 'Table I - Non-Derivative\n'.repeat(7000)],
])('a hostile text of %s ends soon', async (_, text) => {
  const start = process.cpuUsage()
  await readPaper({ name: 'x', bytes: Buffer.from(`${CUES}\n\\$\\$\\$ <u> <u> ${text}`) })
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5)
})
