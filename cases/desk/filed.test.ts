/** Recipes beside real filings of the same events. */
import { expect, test } from 'vitest'
import { corpusIsThere, looseDocuments, NO_CORPUS } from '../../tools/testing/corpus.ts'
import { FILED_EVENTS } from './filedEvents.mts'
import { filedTable } from './filedTable.mts'

test('what recipes make of real events differs from what was filed only as the table says', async (context) => {
  if (!corpusIsThere) return context.skip(NO_CORPUS)
  const { text, unexplained } = filedTable(looseDocuments())
  expect(unexplained).toEqual([])
  await expect(text).toMatchFileSnapshot('filed.txt')
  expect(text.match(/^ +[1-9]\d* forms/gm)).toHaveLength(Object.keys(FILED_EVENTS).length)
}, 300_000)
