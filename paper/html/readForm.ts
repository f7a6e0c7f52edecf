import { NONE_OWNED } from '@section16/core/render'
import type { PaperCell, PaperForm, PaperTick } from '../form/paperForm.ts'
import { likeness } from '../labels/likeness.ts'
import { readExplanation } from './closing/explanation.ts'
import { rowsIn } from './closing/lines.ts'
import { readSignatures } from './closing/signatures.ts'
import { editionOf } from './edition.ts'
import { readHeading } from './heading/heading.ts'
import { leftOver } from './leftOver.ts'
import { type Block, type House, linesIn, type Token, textOf, tokensIn, tokensOf } from './page/blocks.ts'
import { Claims, claimed, optional } from './page/claims.ts'
import type { FormTitle, Part } from './parts.ts'
import { joinTables, type RawTable, readRows } from './tables/rows.ts'

const isRemark = (token: Token) => token.isRemark
const isPrinted = (token: Token) => !token.isValue

/**
 * One form from its parts. The order of the readers is that of who must know first: signatures before the explanation,
 * which ends there; the marks of footnotes before the cells in which they stand; print last, from what is left.
 */
export function readForm(parts: readonly Part[], title: FormTitle, house: House): PaperForm {
  const claims = new Claims()
  const all = parts.flatMap(({ block }) => tokensOf(block))
  claims.ignore('form', all.filter(isRemark))
  const noSecuritiesOwned = readNoneOwned(parts, claims)
  const firstTable = parts.findIndex(({ head }) => head !== undefined)
  const heading = firstTable < 0 ? parts.length : firstTable
  const above = parts.slice(0, heading).map(({ block }) => block)
  const below = parts.slice(heading).flatMap(({ block, head }) => (head ? [] : [block]))
  const rows = rowsIn(firstTable < 0 ? above : below)
  const signatures = readSignatures(rows, house, claims)
  const tables = readTables(parts, claims)
  const across = tables.flatMap((table) => table.across)
  const { footnotes, remarks } = readExplanation(rows, across, house, claims)
  const known = new Set(footnotes.map(({ mark }) => mark))
  const ofTable = (which: 'I' | 'II') => {
    const own = tables.filter((table) => table.which === which)
    return joinTables(own, claims, { house, known })
  }
  const form = {
    kind: 'html' as const,
    ...title,
    edition: editionOf(all, title.form, house),
    ...optional('ombExpires', readExpires(above, claims)),
    ...readHeading(above, below, house, claims),
    ...(noSecuritiesOwned ? { noSecuritiesOwned } : {}),
    tables: new Set(tables.map(({ which }) => which)),
    rows: { I: ofTable('I'), II: ofTable('II') },
    footnotes,
    ...optional('remarks', remarks),
    signatures,
  }
  return { ...form, ...leftOver(parts, house, claims) }
}

function readTables(parts: readonly Part[], claims: Claims): RawTable[] {
  return parts.flatMap(({ block, head }) => {
    if (!head || block.kind !== 'table') return []
    const words = head.cells.flatMap(({ blocks }) => tokensIn(blocks))
    claims.ignore('form', words.filter(isPrinted))
    return [readRows(block, head, claims)]
  })
}

/** `No securities are beneficially owned.` */
function readNoneOwned(parts: readonly Part[], claims: Claims): PaperTick | undefined {
  for (const { tokens } of linesIn(parts.map(({ block }) => block))) {
    const isShort = tokens.length >= 4 && tokens.length <= 8
    if (!isShort || !tokens.every(isPrinted) || likeness(textOf(tokens), NONE_OWNED) < 0.9) continue
    claims.take(tokens)
    return { state: 'ticked', words: tokens.map(({ word }) => word) }
  }
  return undefined
}

/** What stands behind `Expires:`, or in the line after it. */
function readExpires(above: readonly Block[], claims: Claims): PaperCell | undefined {
  const lines = linesIn(above)
  for (const [i, { tokens }] of lines.entries()) {
    const at = tokens.findIndex(({ word, isValue }) => !isValue && /^expires:?$/i.test(word.text))
    if (at < 0) continue
    claims.ignore('form', tokens.slice(at, at + 1))
    const behind = tokens.slice(at + 1)
    return claimed(behind.length > 0 ? behind : (lines[i + 1]?.tokens ?? []), claims)
  }
  return undefined
}
