import { ROLE_HEADINGS } from '@section16/core/render'
import type { PaperCell, PaperOwner, PaperTick } from '../../form/paperForm.ts'
import { type Block, linesIn, rowsOf, type Table, type Token, textOf, tokensIn } from '../page/blocks.ts'
import { type Claims, claimed } from '../page/claims.ts'
import type { Piece } from './boxes.ts'
import { labelAt } from './labels.ts'
import { readOwner } from './owner.ts'

/** Fewer role headings than this are another table. */
const LEAST_ROLES = 3

/** The persons of a joint filing in a table of names and roles; `undefined`: the table is another one. */
export function readOwnersTable(table: Table, claims: Claims): PaperOwner[] | undefined {
  const [head = [], ...rows] = rowsOf(table)
  const roles = ROLE_HEADINGS.map((title) => head.find(({ blocks }) => textOf(tokensIn(blocks)) === title)?.column)
  const [first] = head
  const label = first && labelAt(tokensIn(first.blocks), 0, undefined)
  if (label?.label.name !== 'reportingOwner' || roles.filter((column) => column !== undefined).length < LEAST_ROLES)
    return
  for (const { blocks } of head) claims.ignore('form', tokensIn(blocks))
  return rows
    .filter((cells) => cells.some(({ blocks }) => claims.free(tokensIn(blocks)).length > 0))
    .map((cells) => {
      const wordsIn = (column: number | undefined) => cells.find((cell) => cell.column === column)?.blocks ?? []
      const person = readOwner(linesOf(wordsIn(first!.column)), claims)
      const [director, tenPercent, officer, other] = roles.map((column) => claims.free(tokensIn(wordsIn(column))))
      return {
        ...person,
        isDirector: role(director!, claims),
        isTenPercentOwner: role(tenPercent!, claims),
        ...titled(officer!, 'isOfficer', 'officerTitle', claims),
        ...titled(other!, 'isOther', 'otherText', claims),
      }
    })
}

/** A remark of the page stands where a name is missing. */
function linesOf(blocks: readonly Block[]): Piece[] {
  return linesIn(blocks).map(({ tokens }) => {
    const isHint = tokens.every(({ isRemark }) => isRemark)
    return { tokens, spot: undefined, isHint, after: undefined }
  })
}

/** A cross, or words that stand for one; text that is no answer (`‹maybe›?`) is none. */
function role(tokens: readonly Token[], claims: Claims): PaperTick {
  const isUnread = tokens.some(({ word }) => word.text.startsWith('\u2039'))
  claims.take(tokens)
  const words = tokens.map(({ word }) => word)
  return { state: isUnread ? 'unread' : tokens.length === 0 ? 'empty' : 'ticked', words }
}

/** Stands where there is no title. */
const CROSS = 'X'

function titled(
  tokens: readonly Token[],
  tick: 'isOfficer' | 'isOther',
  title: 'officerTitle' | 'otherText',
  claims: Claims,
): PaperOwner {
  if (textOf(tokens) === CROSS) return { [tick]: role(tokens, claims) }
  const end = tokens.findIndex(({ word }) => word.text.endsWith('\u203a?')) + 1
  const cell = claimed(tokens.slice(end), claims)
  const state = end > 0 ? 'unread' : tokens.length === 0 ? 'empty' : 'ticked'
  claims.take(tokens)
  return { [tick]: { state, words: tokens.map(({ word }) => word) }, ...(cell ? { [title]: cell } : {}) }
}

/** Names that agree are one person: box 5 has the ticks, the table the titles. */
export function mergeOwners(boxes: readonly PaperOwner[], listed: readonly PaperOwner[], claims: Claims): PaperOwner[] {
  const [first, ...others] = boxes
  const [same, ...rest] = listed
  const isSame = first && same && first.name?.text === same.name?.text
  if (!isSame) return [...boxes, ...listed]
  const { officerTitle: title, otherText: text, ...whole } = first
  const again = Object.keys(whole).map((key) => same[key as keyof PaperOwner])
  const merged: PaperOwner = { ...same, ...whole }
  const kept = new Set(Object.values(merged).flatMap(({ words }: PaperCell | PaperTick) => words))
  const dropped = new Set([title, text, ...again].flatMap((cell) => cell?.words ?? []))
  claims.drop(
    'noise',
    [...dropped].filter((word) => !kept.has(word)),
  )
  return [merged, ...others, ...rest]
}
