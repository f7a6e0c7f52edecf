/**
 * What a reader found in all documents together. A reader leaves out what it does not carry.
 * Sums are exact decimal text, so that a reader that rounds is seen to round.
 */
export interface Counts {
  /** Documents read, refused ones included. */
  documents: number
  /** Documents that the reader would not read. */
  refused?: number
  /** Documents that the SEC's schema refuses. */
  invalid?: number
  /** What `check` found. */
  findings?: number
  elements?: number
  attributes?: number
  /** Bytes of text that is not white space only, entities decoded. */
  textBytes?: number
  /** `nonDerivativeTransaction` and `derivativeTransaction`. */
  transactions?: number
  /** `nonDerivativeHolding` and `derivativeHolding`. */
  holdings?: number
  footnotes?: number
  /** References to footnotes that exist. */
  footnoteReferences?: number
  /** Sum of every `transactionShares`. */
  transactionShares?: string
  /** Sum of every `transactionPricePerShare`. */
  transactionPrices?: string
  /** Sum of every `transactionDate`, in days since 1970-01-01. */
  transactionDays?: number
}

export type CountName = keyof Counts

/** Names of the counts that a reader carries. */
export function countNames(counts: Counts): CountName[] {
  return Object.keys(counts) as CountName[]
}

/** Names of the counts that both sides carry and that differ. Empty: all that can be compared is equal. */
export function differingCounts(ours: Counts, theirs: Counts): CountName[] {
  return countNames(theirs).filter((name) => ours[name] !== undefined && ours[name] !== theirs[name])
}

/** Decimals in a sum: ample, as the longest seen in filings has fewer. */
const SCALE_DIGITS = 10

/**
 * Adds up decimals exactly, for peers that hand over text. What is no plain decimal
 * (empty, words, an exponent) is not added, as a form's field with only a footnote has no amount.
 */
export class DecimalSum {
  total = 0n

  add(written: string): void {
    const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?\s*$/.exec(written)
    const whole = match?.[2] ?? ''
    const fraction = match?.[3] ?? ''
    if (whole === '' && fraction === '') return
    const scaled = BigInt(whole + fraction.slice(0, SCALE_DIGITS).padEnd(SCALE_DIGITS, '0'))
    this.total += match?.[1] === '-' ? -scaled : scaled
  }

  toString(): string {
    return decimalText(this.total, SCALE_DIGITS)
  }
}

/** A scaled integer as decimal text without trailing zeros: (12500n, 3) is `12.5`. */
export function decimalText(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? '-' : ''
  const magnitude = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0')
  const point = magnitude.length - digits
  const fraction = magnitude.slice(point).replace(/0+$/, '')
  return sign + magnitude.slice(0, point) + (fraction === '' ? '' : `.${fraction}`)
}

/** Days from 1970-01-01 to a date written `YYYY-MM-DD` (a zone behind it is ignored); undefined for anything else. */
export function writtenDay(written: string): number | undefined {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)/.exec(written)
  if (match === null) return undefined
  // Date.UTC would take the year 23, which occurs, for 1923.
  return new Date(0).setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000
}
