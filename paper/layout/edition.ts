import type { FormEditionName } from '@section16/core/facts'
import type { Word } from '../page/page.ts'
import type { Anchor } from './anchors.ts'

/**
 * The edition of a print by what only it has: our pages name it; the line for a foreign symbol came in 2026, the box of
 * Rule 10b5-1(c) in 2023, and the Act of 1935 went before 2012. `undefined` where the heading is not there to tell.
 * Source: facts/formEditions.ts.
 */
export function editionOf(words: readonly Word[], anchors: readonly Anchor[]): FormEditionName | undefined {
  const said = words.findIndex(({ text }, i) => text === 'Edition' && words[i + 1]?.text === 'of')
  const named = /^(?:2003|2012|2023|2026)$/.exec(words[said + 2]?.text ?? '')
  if (said >= 0 && named) return named[0] as FormEditionName
  const has = (name: Anchor['name']) => anchors.some((anchor) => anchor.name === name)
  if (has('foreignTradingSymbol')) return '2026'
  if (has('aff10b5One')) return '2023'
  const text = words.map((word) => word.text).join(' ')
  if (/Holding Company Act of 1935/i.test(text)) return '2003'
  return /Investment Company Act of 1940/i.test(text) ? '2012' : undefined
}
