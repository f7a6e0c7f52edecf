import type { PaperCell, PaperForm } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import { cellOf, linesByPage } from './cell.ts'
import type { WordLedger } from './ledger.ts'
import { given, isCikLine, isOurs } from './owner.ts'

type Issuer = Pick<PaperForm, 'issuer' | 'issuerCik' | 'tradingSymbol'>

/** Name, symbol in brackets and, on our pages, the CIK. Without brackets all is the issuer's name. */
export function issuerOf(words: readonly Word[], right: number, ledger: WordLedger): Issuer {
  const lines = linesByPage(words)
  const cik = lines.findIndex(isCikLine)
  if (cik >= 0) ledger.ignorePrint(lines[cik]!.words.slice(0, 1))
  const printed = lines.slice(0, cik < 0 ? undefined : cik).flatMap((line) => line.words)
  const named = apart(printed)
  const at = symbolStart(named)
  const name = named.slice(0, at)
  const isBlank = linesByPage(name).every(isOurs)
  if (isBlank) ledger.ignorePrint(printed.filter((word) => name.includes(word)))
  const issuer: Issuer = {
    ...given('issuer', isBlank ? undefined : cellOf(name, { right })),
    ...given('tradingSymbol', symbolOf(named.slice(at), right)),
    ...given('issuerCik', cik < 0 ? undefined : cellOf(lines[cik]!.words.slice(1))),
  }
  ledger.take([...Object.values(issuer).flatMap((cell: PaperCell) => cell.words), ...(isBlank ? [] : printed)])
  return issuer
}

/** Between a name and the bracket OCR may see no space, `/NY/[XYZ]`: two words where one stands. */
function apart(words: readonly Word[]): Word[] {
  if (symbolStart(words) < words.length) return [...words]
  return words.flatMap((word) => {
    const [, name, symbol] = /^([^[]+)(\[[^[]*)$/.exec(word.text) ?? []
    if (name === undefined || symbol === undefined) return word
    const { alternatives: _, ...glued } = word
    return [name, symbol].map((text) => ({ ...glued, text }))
  })
}

/** Where the symbol begins: at a bracket that is not in the name's bold letters, and closed by the last word. */
function symbolStart(words: readonly Word[]): number {
  const opens = words.flatMap(({ text, isBold }, i) => (text.startsWith('[') && isBold !== true ? [i] : []))
  const isClosed = /[\])}]$/.test(words.at(-1)?.text ?? '')
  return isClosed ? (opens.find((i) => i > 0) ?? opens[0] ?? words.length) : words.length
}

/** What stands in brackets; the brackets are print. */
export function symbolOf(words: readonly Word[], right: number): PaperCell | undefined {
  const cell = cellOf(words, { right })
  if (!cell) return undefined
  const text = cell.text.replace(/^\[\s*|\s*[\])}]$/g, '')
  return text === '' ? undefined : { ...cell, text, lines: [text] }
}
