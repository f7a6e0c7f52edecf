import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { generatedDocuments, sizeAt, sizeQuantiles } from './generate.ts'

const texts = (count: number, seed: number) =>
  generatedDocuments(count, seed).map((bytes) => Buffer.from(bytes).toString())

test('the same seed gives the same filings, another seed others', () => {
  expect(texts(5, 1)).toEqual(texts(5, 1))
  expect(texts(5, 1)).not.toEqual(texts(5, 2))
})

test('filings are well-formed and refer only to footnotes that they have', () => {
  for (const text of texts(200, 3)) {
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.write(text).close()
    const defined = new Set([...text.matchAll(/<footnote id="(F\d+)">/g)].map((match) => match[1]))
    for (const [, id] of text.matchAll(/<footnoteId id="(F\d+)"\/>/g)) expect(defined).toContain(id)
  }
})

test('filings have the layout that EDGAR gives them', () => {
  for (const text of texts(20, 4)) {
    expect(text).toMatch(/^<\?xml version="1\.0"\?>\n<ownershipDocument>\n\n {4}<schemaVersion>/)
    expect(text).toMatch(/<\/remarks>\n\n {4}<ownerSignature>[\s\S]*<\/ownerSignature>\n<\/ownershipDocument>$/)
    expect(text).toContain('<rptOwnerStreet2></rptOwnerStreet2>')
    expect(text).not.toMatch(/<(\w+)>\s+<\/\1>/)
    expect(text).not.toMatch(/[^\n\x20-\x7e]/)
  }
})

test('sizes follow those of real filings', () => {
  const sizes = generatedDocuments(2000, 5)
    .map((bytes) => bytes.length)
    .sort((a, b) => a - b)
  for (const share of [0.1, 0.25, 0.5, 0.75, 0.9, 0.95]) {
    const size = sizes[Math.floor(share * sizes.length)] ?? 0
    expect(size / sizeAt(share), `size at ${share}`).toBeGreaterThan(0.8)
    expect(size / sizeAt(share), `size at ${share}`).toBeLessThan(1.25)
  }
})

test('between two quantiles sizes lie on a straight line', () => {
  expect(sizeAt(0.5)).toBe(5196)
  expect(sizeAt(0.625)).toBe((5196 + 7962) / 2)
  expect(sizeAt(1)).toBe(sizeQuantiles.at(-1)?.[1])
})
