import { describe, expect, test } from 'vitest'
import { corpusFile, corpusIsThere, EDGAR_PAGES, NO_CORPUS } from '../../../tools/testing/corpus.ts'
import { edgarText, type PlacedText, pageText } from '../../../tools/testing/placedText.ts'
import { readOwnershipXml } from '../../read/index.ts'
import { renderHtml } from './renderHtml.ts'

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
  for (const [name, xml] of EDGAR_PAGES)
    test(name, (context) => {
      context.skip(!corpusIsThere, NO_CORPUS)
      if (xml === undefined) return context.skip('the corpus has the page and not its XML')
      const { document } = readOwnershipXml(corpusFile(xml))
      const theirs = edgarText(corpusFile(name).toString('utf8'))
      const rows = theirs.tables.I.length + theirs.tables.II.length
      expect([rows > 0, Object.keys(theirs.boxes).length, theirs.signatures.length]).toEqual([true, 6, 1])
      expect(comparable(pageText(renderHtml(document!)))).toEqual(comparable(theirs))
    })
})
