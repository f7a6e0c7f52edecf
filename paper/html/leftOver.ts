import type { PaperCell, PaperForm } from '../form/paperForm.ts'
import { type House, linesIn, textOf } from './page/blocks.ts'
import { type Claims, cellOf } from './page/claims.ts'
import { isPrint } from './page/print.ts'
import { titledTable } from './page/sections.ts'
import type { Part } from './parts.ts'

const NONE = /^(?:none|not applicable|n\/?a)\.?$/i

/**
 * Words without a place: print is ignored, and `none` below the title of a table; on pages that mark what is filled in,
 * all else that is not.
 */
export function leftOver(
  parts: readonly Part[],
  house: House,
  claims: Claims,
): Pick<PaperForm, 'ignored' | 'unplaced'> {
  const unplaced: PaperCell[] = []
  let before = ''
  for (const { tokens: all } of linesIn(parts.map(({ block }) => block))) {
    const tokens = claims.free(all)
    const text = textOf(tokens)
    const isNone = NONE.test(text) && titledTable(before) !== undefined
    before = textOf(all)
    if (tokens.length === 0) continue
    if (tokens.some(({ isValue }) => isValue)) unplaced.push(cellOf(tokens, tokens, []))
    else if (isPrint(text)) claims.ignore('form', tokens)
    else if (house !== 'other' || isNone) claims.ignore('noise', tokens)
    else unplaced.push(cellOf(tokens, tokens, []))
  }
  return { ignored: claims.ignored(), unplaced }
}
