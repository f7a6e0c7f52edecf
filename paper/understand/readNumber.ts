import { BLANK, corrected, doubted, isBlankMark, misfit, open, plainly, type Reading } from './reading.ts'
import { repairedNumbers } from './repairNumber.ts'

/** What a column counts: shares and units, or US dollars. */
export type NumberColumn = 'count' | 'money'

export interface NumberOptions {
  readonly column: NumberColumn
  /** Whether the letters were read by OCR: then what may be a misreading is doubted even where it is a number. */
  readonly isOcr: boolean
}

/** A number as forms print it: thousands in groups of three or not at all, a point, digits behind it. */
const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?$|^\.\d+$/

const UNIT = /\s*(?:shares?|shs?\.?|units?|options?|warrants?|rights?|per share|\/\s*sh(?:are)?\.?|each)$/i

/** Prices of whole dollars with so many digits are rarer than lost points. */
const MANY_DIGITS = 3

/**
 * A number of a form, exact, as digits with at most one point (`10,000` is `10000`, `$3.310` is `3.310`). Currency signs
 * and commas are notation; a unit, a fraction, parentheses are said as a correction; what OCR spoils is repaired only
 * where one number is possible, and always flagged; else it is open, with the numbers it may be.
 */
export function readNumber(printed: string, options: NumberOptions): Reading {
  const text = printed
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
  if (isBlankMark(text)) return BLANK
  const plain = withoutSign(text)
  if (PLAIN.test(plain)) return looked(plain, options)
  return notated(plain, options) ?? besideADigit(plain) ?? repaired(plain, options) ?? misfit(text)
}

function withoutSign(text: string): string {
  return text.replace(/^(?:US\s*)?\$\s*/i, '').trim()
}

/** `1,000.` is `1000`. */
function digitsOf(plain: string): string {
  return plain.replaceAll(',', '').replace(/\.$/, '')
}

/** A plain number, doubted where OCR is known to make one of another. */
function looked(plain: string, { column, isOcr }: NumberOptions): Reading {
  const digits = digitsOf(plain)
  const value = plainly(digits)
  if (!isOcr) return value
  const [whole = '', fraction] = plain.split('.')
  if (column === 'count') {
    if (fraction?.length !== 3 || !/^[1-9]\d{0,2}(?:,\d{3})*$/.test(whole)) return value
    // 10.000 may be ten thousand: without another number to tell, it is open. 1,000.000 has a comma that was read as one.
    const asComma = whole.replaceAll(',', '') + fraction
    return whole.includes(',') ? doubted(value, 'separatorUnclear', [asComma]) : open([asComma, digits])
  }
  const mayHaveLostPoint = fraction === undefined && !whole.includes(',') && whole.length >= MANY_DIGITS
  return mayHaveLostPoint ? doubted(value, 'pointMayBeLost', [`${whole.slice(0, -2)}.${whole.slice(-2)}`]) : value
}

/** `10,000 0`: a whole number and a digit that is none of its own; only another number of the line can tell. */
function besideADigit(plain: string): Reading | undefined {
  const [, number] = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?) \d{1,2}$/.exec(plain) ?? []
  return number === undefined ? undefined : open([digitsOf(number)])
}

/** What people write instead of digits and a point. */
function notated(plain: string, options: NumberOptions): Reading | undefined {
  if (/^-\s*0\s*-$/.test(plain)) return corrected('0', 'zeroBetweenDashes')
  const inside = /^\(\s*\$?([\d.,]+)\s*\)$/.exec(plain)?.[1]
  if (inside !== undefined && PLAIN.test(inside)) return corrected(digitsOf(inside), 'parentheses')
  const beside = /^([\d.,]+)\s+-+$/.exec(plain)?.[1]
  if (beside !== undefined && PLAIN.test(beside)) return corrected(digitsOf(beside), 'dashBeside')
  const united = plain.replace(UNIT, '')
  if (united !== plain && PLAIN.test(united)) return corrected(digitsOf(united), 'unit')
  return fraction(united, options)
}

/** `12 3/8` and `12-3/8`, exact only where the denominator is a power of two; the prices of exchanges until 2001. */
function fraction(text: string, { isOcr }: NumberOptions): Reading | undefined {
  const found = /^(?:(\d{1,6})(?:\s+|\s*-\s*))?(\d{1,2})\s*\/\s*(2|4|8|16|32|64)$/.exec(text)
  if (!found) return undefined
  const [, whole = '0', numerator, denominator] = found
  if (Number(numerator) >= Number(denominator)) return undefined
  const places = Math.log2(Number(denominator))
  const digits = (BigInt(numerator!) * 10n ** BigInt(places)) / BigInt(denominator!)
  const reading = corrected(`${whole}.${String(digits).padStart(places, '0')}`, 'fraction')
  return isOcr ? doubted(reading, 'lettersUncertain') : reading
}

function repaired(plain: string, { column }: NumberOptions): Reading | undefined {
  const candidates = repairedNumbers(plain, column)
  const values = [...new Set(candidates.map(({ digits }) => digits))]
  if (values.length === 0) return looksLikeNumber(plain) ? open() : undefined
  return values.length === 1 ? corrected(values[0]!, candidates[0]!.because) : open(values)
}

/** More digits than letters: a number that cannot be read, and no words. */
function looksLikeNumber(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0
  return digits > 0 && digits >= (text.match(/\p{L}/gu)?.length ?? 0) && !/\d\s*(?:-|to|\/)\s*\$?\d/.test(text)
}
