import { type FormNumber, formEditions } from '@section16/core/facts'
import { type House, type Token, textOf } from './page/blocks.ts'

/**
 * Which print of the form a page is: the edition that a page of ours names; else the latest whose labels it has. Before
 * the editions of `formEditions`: `2002` has columns for the deemed date, `1996` a statement for a month.
 */
export function editionOf(tokens: readonly Token[], form: FormNumber | undefined, house: House): string | undefined {
  const text = textOf(tokens.filter(({ isValue }) => !isValue))
  if (house === 'ours') return formEditions.find(({ name }) => text.includes(`Edition of ${name}`))?.name
  if (/foreign trading symbol/i.test(text)) return '2026'
  if (/Rule 10b5-1\(c\)/i.test(text)) return '2023'
  if (/I\.?\s?R\.?\s?S\.?\s[^.]{0,30}number of reporting person|statement for month/i.test(text)) {
    return /deemed execution date/i.test(text) || /statement for month\s?\/\s?day/i.test(text) ? '2002' : '1996'
  }
  if (/Public Utility Holding Company/i.test(text)) return '2003'
  return form === undefined || !/name and address of reporting person/i.test(text) ? undefined : '2012'
}
