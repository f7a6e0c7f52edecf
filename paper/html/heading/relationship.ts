import { type PaperOwner, RELATIONSHIPS } from '../../form/paperForm.ts'
import { type Token, textOf } from '../page/blocks.ts'
import { type Claims, claimed, optional } from '../page/claims.ts'
import type { Piece, TickLabel } from './boxes.ts'
import type { Ticks } from './ticks.ts'

type Relationship = Omit<PaperOwner, 'name' | 'address'>
type TitleKey = 'officerTitle' | 'otherText'

const TITLE_OF = { isOfficer: 'officerTitle', isOther: 'otherText' } as const

/**
 * What a person is to the issuer: four ticks, and the words around them. Words belong to the label in whose line or
 * cell they stand, or in whose column where the two labels that ask for words stand side by side; else to the one that
 * is ticked. Where both are, they are taken apart at their only ` / `; where that fails they are left over.
 */
export function readRelationship(
  pieces: readonly Piece[],
  ticks: Ticks,
  labels: readonly TickLabel[],
  claims: Claims,
): Relationship {
  const words: Record<TitleKey, Token[]> = { officerTitle: [], otherText: [] }
  const open: Token[] = []
  const officer = labels.find(({ name }) => name === 'isOfficer')?.spot
  const other = labels.find(({ name }) => name === 'isOther')?.spot
  const isOneCell = officer?.cell === other?.cell
  const areBeside = !isOneCell && officer?.table === other?.table && officer?.cell.row === other?.cell.row
  for (const { tokens, isHint, after, spot } of pieces) {
    if (isHint) continue
    const free = claims.free(tokens)
    const title = after === 'isOfficer' || after === 'isOther' ? after : undefined
    const label = labels.find(({ name }) => name === title)
    const isInCell = !isOneCell && spot !== undefined && label?.spot?.cell === spot.cell
    const isInLine = label?.text[label.end - 1]?.line === tokens[0]?.line
    if (title && (isInLine || isInCell || areBeside)) words[TITLE_OF[title]].push(...free)
    // Text in place of a yes or no, beside its box, is no title.
    else if (!free[0]?.word.text.startsWith('\u2039')) open.push(...free)
  }
  share(open, ticks, words, claims)
  return {
    ...person(ticks),
    ...optional('officerTitle', claimed(words.officerTitle, claims)),
    ...optional('otherText', claimed(words.otherText, claims)),
  }
}

function person(ticks: Ticks): Relationship {
  return Object.fromEntries(RELATIONSHIPS.flatMap((name) => (ticks.has(name) ? [[name, ticks.get(name)!]] : [])))
}

function share(open: readonly Token[], ticks: Ticks, words: Record<TitleKey, Token[]>, claims: Claims): void {
  const isOfficer = ticks.get('isOfficer')?.state === 'ticked'
  const isOther = ticks.get('isOther')?.state === 'ticked'
  if (isOfficer && !isOther) words.officerTitle.push(...open)
  else if (isOther && !isOfficer) words.otherText.push(...open)
  else if (isOfficer && isOther && textOf(open).split(' / ').length === 2) {
    const at = open.findIndex(({ word, isGlued }) => word.text === '/' && !isGlued)
    words.officerTitle.push(...open.slice(0, at))
    words.otherText.push(...open.slice(at + 1))
    claims.ignore('form', open.slice(at, at + 1))
  }
}
