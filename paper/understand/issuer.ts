import type { PaperCell, PaperForm } from '../form/paperForm.ts'
import { type FieldReader, readCell, readText } from './fieldReader.ts'
import { corrected, plainly } from './reading.ts'

/** Name and symbol as a box says them together. */
interface NameAndSymbol {
  readonly name: string
  readonly symbol: string | undefined
  /** Whether the symbol is in brackets, as EDGAR prints it. */
  readonly isBracketed?: boolean
}

/** The issuer's name and symbols, out of boxes of their own or one for both. */
export function readIssuer(reader: FieldReader, { issuer, tradingSymbol, foreignTradingSymbol }: PaperForm): void {
  const text = (printed: string) => readText(reader, printed)
  if (issuer && !tradingSymbol) readTogether(reader, issuer)
  else readCell(reader, 'issuer/issuerName', issuer, text)
  readCell(reader, 'issuer/issuerTradingSymbol', tradingSymbol, (printed) => text(withoutBrackets(printed)))
  readCell(reader, 'issuer/issuerForeignTradingSymbol', foreignTradingSymbol, text)
}

function readTogether(reader: FieldReader, cell: PaperCell): void {
  const { name, symbol, isBracketed } = nameAndSymbol(cell)
  if (symbol === undefined) {
    readCell(reader, 'issuer/issuerName', cell, (printed) => readText(reader, printed))
    return
  }
  readCell(reader, 'issuer/issuerName', cell, () => {
    const reading = readText(reader, name)
    return reading.because || isBracketed ? reading : corrected(reading.written ?? name, 'symbolBeside')
  })
  readCell(reader, 'issuer/issuerTradingSymbol', { ...cell, marks: [] }, () => plainly(symbol))
}

/** `NETWORKS INC [NETW]`, `Networks, Inc. (NETW)`, `Networks, Inc.; NASDAQ: NETW`, or the symbol in a line of its own. */
export function nameAndSymbol({ text, lines }: PaperCell): NameAndSymbol {
  const bracketed =
    /^(.*\S)\s*[[{]\s*([^\][{}]{1,40}?)\s*[\]}]$/s.exec(text) ?? /^(.*\S)\s*\(\s*([^()]{1,40}?)\s*\)$/s.exec(text)
  if (bracketed && isSymbol(withoutMarket(bracketed[2]!)))
    return { name: bracketed[1]!, symbol: withoutMarket(bracketed[2]!), isBracketed: true }
  const market =
    /^(.*\S)\s*[-,;/(]*\s+\(?((?:NASDAQ|NYSE|AMEX|OTCBB|OTC)(?:[ /-]?\w+)?\s*[:\-"]+\s*[A-Z][A-Z.]{0,5})"?\)?$/s.exec(
      text,
    )
  if (market) return { name: trimmed(market[1]!), symbol: withoutMarket(market[2]!) }
  const quoted = /^(.*\S)\s*[-,;/]*\s+["\u201c]([A-Z][A-Z.]{0,5})["\u201d]$/s.exec(text)
  if (quoted) return { name: trimmed(quoted[1]!), symbol: quoted[2] }
  const dashed = /^(.*\S)\s*(?:\s-{1,2}|;|\/)\s*([A-Z]{1,5})$/s.exec(text)
  if (dashed) return { name: trimmed(dashed[1]!), symbol: dashed[2] }
  const last = lines.at(-1)?.trim() ?? ''
  if (lines.length > 1 && /^[A-Z][A-Z.]{0,5}$/.test(last) && !/^(?:INC|CORP|CO|LLC|LTD|LP|PLC|TRUST)\.?$/.test(last))
    return { name: lines.slice(0, -1).join(' ').trim(), symbol: last }
  return { name: text, symbol: undefined }
}

/** Symbols are capitals; lists of them, and that there is none, are what filers write there too. */
function isSymbol(text: string): boolean {
  return /^(?:[A-Z0-9][A-Z0-9.\-/]{0,7}(?:\s*[,;/&]\s*|\s+(?=\S)|$))+$/.test(text) || /^(?:none|n\/a)$/i.test(text)
}

function withoutMarket(text: string): string {
  return text.replace(/^(?:NASDAQ|NYSE|AMEX|OTCBB|OTC)(?:[ /-]?\w+)?\s*[:\-"]+\s*/i, '').trim()
}

function withoutBrackets(text: string): string {
  return text.trim().replace(/^[[(]\s*(.*?)\s*[\])]$/s, '$1')
}

/** Without what parted name and symbol. */
function trimmed(name: string): string {
  return name.replace(/[\s\-,;/(]+$/, '')
}
