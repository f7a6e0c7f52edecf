import { withDigits } from './digitOf.ts'
import type { CorrectionReason } from './reading.ts'

/** A number that spoiled words may have been, and what would have spoiled them. */
export interface RepairedNumber {
  readonly digits: string
  readonly because: CorrectionReason
}

/** Nobody owns more digits; nothing longer is looked at. */
const LONGEST = 40

/** The digits and signs of a text, those confused with letters included; another character, and it is no number. */
const SPOILED = /^[\dOoQlIi|!ZzSsbBgq.,\s]+$/

/**
 * Every number that a spoiled text may be, each with its reason. A dollar sign is often read as S, so a leading S in a
 * column of money is both a sign and a 5. Empty where the text is no spoiled number, has no digit at all, or is longer
 * than any number of a form.
 */
export function repairedNumbers(text: string, column: 'count' | 'money'): RepairedNumber[] {
  if (text.length > LONGEST || !SPOILED.test(text) || !/\d/.test(text)) return []
  const spellings = column === 'money' && /^S./.test(text) ? [text, text.slice(1)] : [text]
  return spellings.flatMap((spelling) => numbersOf(spelling.trim(), column))
}

function numbersOf(text: string, column: 'count' | 'money'): RepairedNumber[] {
  const lettered = withDigits(text)
  const because = lettered === text ? undefined : 'letterForDigit'
  return shapesOf(lettered, column).map((shape) => ({ digits: shape.digits, because: because ?? shape.because }))
}

/** The numbers that digits, blanks, points and commas may be. */
function shapesOf(text: string, column: 'count' | 'money'): RepairedNumber[] {
  const single = text.replace(/([.,])\s*\1+/g, '$1')
  if (/\s/.test(single)) return blanksOf(single, column)
  const because = single === text ? undefined : ('doubledSeparator' as const)
  return separated(single, column).map((shape) => (because ? { ...shape, because } : shape))
}

/** Cut apart: joined where one well-formed number comes of it; a blank may also be a lost point. */
function blanksOf(text: string, column: 'count' | 'money'): RepairedNumber[] {
  const joined = text.replace(/\s+/g, '')
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(joined) || /^\d+\.\d+$/.test(joined))
    return [{ digits: joined.replaceAll(',', ''), because: 'blankInNumber' }]
  if (/^\d{1,3}(?: \d{3})+$/.test(text) && column === 'count') return [{ digits: joined, because: 'blankInNumber' }]
  const asPoint = /^\d+ \d+$/.test(text) ? [{ digits: text.replace(' ', '.'), because: 'blankInNumber' as const }] : []
  return /^\d+$/.test(joined) ? [{ digits: joined, because: 'blankInNumber' }, ...asPoint] : asPoint
}

/** Points and commas in the wrong places. */
function separated(text: string, column: 'count' | 'money'): RepairedNumber[] {
  const groups = text.split(/[.,]/)
  const [first = '', ...rest] = groups
  const last = rest.at(-1)
  if (last === undefined) return /^\d+$/.test(text) ? [{ digits: text, because: 'letterForDigit' }] : []
  if (!/^\d*$/.test(first) || rest.some((group) => !/^\d+$/.test(group)) || first.length > 3) {
    return /^\d+\.\d+$/.test(text) ? [{ digits: text, because: 'letterForDigit' }] : []
  }
  const isThousands = first !== '' && rest.every((group) => group.length === 3)
  const whole = first + rest.join('')
  const broken = `${first}${rest.slice(0, -1).join('')}.${last}`
  const inner = rest.slice(0, -1).every((group) => group.length === 3)
  if (isThousands) {
    const isOrdinary = !text.includes('.')
    if (isOrdinary) return [{ digits: whole, because: 'letterForDigit' }]
    // Of one point alone both are possible: 10.000 in a count, 1.375 in a price.
    if (rest.length > 1) return [{ digits: whole, because: 'pointForComma' }, ...lastPoint(text, broken)]
    return column === 'money'
      ? [{ digits: broken, because: 'letterForDigit' }]
      : [whole, broken].map((digits) => ({ digits, because: 'pointForComma' as const }))
  }
  if (!inner) return []
  if (text.at(-last.length - 1) === '.')
    return [{ digits: broken, because: rest.length > 1 ? 'pointForComma' : 'letterForDigit' }]
  if (last.length > 2) return []
  // A comma before one or two digits: a decimal point in money; in a count a digit may be lost as well.
  return column === 'money' || rest.length > 1
    ? [{ digits: broken, because: 'commaForPoint' }]
    : [broken, whole].map((digits) => ({ digits, because: 'commaForPoint' as const }))
}

/** `1,234.567` is well-formed with its point, unlike `1.234.567`. */
function lastPoint(text: string, broken: string): RepairedNumber[] {
  return /^[^.]*\.\d+$/.test(text) ? [{ digits: broken, because: 'letterForDigit' }] : []
}
