import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpusIsThere, NO_CORPUS } from '../../../tools/testing/corpus.ts'
import { edgarText, type PlacedText, pageText } from '../../../tools/testing/placedText.ts'
import { readOwnershipXml } from '../../read/index.ts'
import { renderHtml } from './renderHtml.ts'

const corpus = join(import.meta.dirname, '../../../../shared/corpus')

/** The pages of `corpus/html` and the XML of the same filing, where the corpus has it. */
const PAGES: [page: string, xml: string | undefined][] = [
  ['3_x-snowflake-garrett-rendered.html', '3_x-snowflake-inc-garrett-mark-2020-09-15.xml'],
  ['4_0000320193-25-000059_rendered.html', '4_0000320193-25-000059.xml'],
  ['4_0001209191-22-024552_rendered.html', '4_0001209191-22-024552.xml'],
  ['4_x-374water-melkote-rendered.html', '4_x-374water-inc-melkote-rajesh-ramaswamy-2025-04-30.xml'],
  ['5_x-snowflake-mcmahon-rendered.html', '5_x-snowflake-inc-mcmahon-john-dennis-2022-01-31.xml'],
  ['3_x-bam-partners-rendered.html', undefined],
  ['4_x-microsoft-rendered.html', undefined],
]

/**
 * City, state and ZIP code stand in cells of their own on EDGAR's page, with commas between them on ours; ours keeps
 * the zeros that a filer wrote behind a decimal point.
 */
function comparable({ boxes: { 1: owner = [], ...others }, tables, ...text }: PlacedText): PlacedText {
  const rows = (cells: string[][]) => cells.map((row) => row.map((cell) => cell.replace(/(\d)\.0+(?=$|\()/, '$1')))
  return {
    ...text,
    boxes: { ...others, 1: [owner.join('').replaceAll(',', '')] },
    tables: { I: rows(tables.I), II: rows(tables.II) },
  }
}

describe('whatever stands on a page of EDGAR stands on ours, in the same cell and order', () => {
  for (const [name, xml] of PAGES)
    test(name, (context) => {
      context.skip(!corpusIsThere, NO_CORPUS)
      if (xml === undefined) return context.skip('the corpus has the page and not its XML')
      const { document } = readOwnershipXml(readFileSync(join(corpus, 'xml', xml)))
      const theirs = edgarText(readFileSync(join(corpus, 'html', name), 'utf8'))
      const rows = theirs.tables.I.length + theirs.tables.II.length
      expect([rows > 0, Object.keys(theirs.boxes).length, theirs.signatures.length]).toEqual([true, 6, 1])
      expect(comparable(pageText(renderHtml(document!)))).toEqual(comparable(theirs))
    })
})
