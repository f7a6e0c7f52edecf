import type { PaperCell, PaperForm } from '../../form/paperForm.ts'
import type { House, Token } from '../page/blocks.ts'
import { type Claims, cellOf, claimed, optional } from '../page/claims.ts'
import type { Piece } from './boxes.ts'
import { takeCik } from './owner.ts'

type Issuer = Pick<PaperForm, 'issuer' | 'issuerCik' | 'tradingSymbol'>

/**
 * The issuer's name and its symbol in brackets, where the page tells print from what is filled in; else both in one
 * cell, as they stand.
 */
export function readIssuer(pieces: readonly Piece[], house: House, claims: Claims): Issuer {
  const { cik, rest } = takeCik(pieces, claims)
  const tokens = rest.flatMap((piece) => (piece.isHint ? [] : claims.free(piece.tokens)))
  const bracket = tokens.findIndex(({ word, startsAsPrint }) => startsAsPrint && word.text.startsWith('['))
  const isApart = house !== 'other' && bracket >= 0
  const linked = tokens.find((token) => token.cik !== undefined)
  const issuer = claimed(isApart ? tokens.slice(0, bracket) : tokens, claims)
  const tradingSymbol = isApart ? bracketed(tokens.slice(bracket), claims) : undefined
  const issuerCik = cik ?? (linked && { text: linked.cik!, lines: [], marks: [], words: issuer?.words ?? [] })
  return {
    ...optional('issuer', issuer),
    ...optional('issuerCik', issuerCik),
    ...optional('tradingSymbol', tradingSymbol),
  }
}

/** Words without the printed brackets around them. */
export function bracketed(tokens: readonly Token[], claims: Claims): PaperCell | undefined {
  const free = claims.free(tokens)
  const shown = free.map((token, i) => {
    const open = i === 0 ? token.word.text.replace(/^\[/, '') : token.word.text
    const text = i === free.length - 1 ? open.replace(/\]$/, '') : open
    return { ...token, word: { ...token.word, text } }
  })
  const filled = shown.filter(({ word }) => word.text !== '')
  if (filled.length === 0) {
    claims.ignore('form', free)
    return undefined
  }
  claims.take(free)
  return cellOf(free, filled, [])
}
