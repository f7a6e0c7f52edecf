import { between, oneOf, type Random, seededRandom } from './random.ts'

/**
 * Sizes of 14,054 real filings in bytes, as [share of filings that are no larger, size]. Generated filings follow
 * them: a speed measured on filings of one size says little about others.
 */
export const sizeQuantiles: readonly (readonly [share: number, bytes: number])[] = [
  [0, 1300],
  [0.01, 2785],
  [0.05, 3082],
  [0.1, 3269],
  [0.25, 3752],
  [0.5, 5196],
  [0.75, 7962],
  [0.9, 13677],
  [0.95, 18767],
  [0.99, 36692],
  [0.999, 68580],
  [1, 89947],
]

/** The schema's bound on the rows of a table. */
const MOST_ROWS = 30

/** `count` invented Form 4s in EDGAR's own layout, as bytes; the same for the same seed. */
export function generatedDocuments(count: number, seed: number): Uint8Array[] {
  const random = seededRandom(seed)
  const encoder = new TextEncoder()
  return Array.from({ length: count }, () => encoder.encode(generateForm4(random)))
}

/** One invented Form 4, of a size drawn from `sizeQuantiles`. */
export function generateForm4(random: Random): string {
  const size = sizeAt(random())
  const footnotes = Math.min(99, Math.round((size - 2000) / 2600))
  const form = new Form4(random, footnotes)
  form.header()
  // Footnotes, signature and remarks take about a tenth of a filing and 700 bytes.
  form.tables(size * 0.9 - 700)
  form.ending(size)
  return form.toString()
}

/** The size below which the given share of filings lies, between the quantiles on a straight line. */
export function sizeAt(share: number): number {
  let [lowShare, low] = sizeQuantiles[0] ?? [0, 0]
  for (const [highShare, high] of sizeQuantiles) {
    if (share <= highShare) {
      const part = highShare === lowShare ? 0 : (share - lowShare) / (highShare - lowShare)
      return low + (high - low) * part
    }
    lowShare = highShare
    low = high
  }
  return low
}

/** Writes one filing: four blanks a level, an empty line between the root's children, `<x></x>` for empty elements. */
class Form4 {
  private readonly random: Random
  private readonly footnotes: number
  private lastFootnote = 0
  private readonly lines: string[] = ['<?xml version="1.0"?>', '<ownershipDocument>', '']
  private bytes = 0

  constructor(random: Random, footnotes: number) {
    this.random = random
    this.footnotes = footnotes
  }

  toString(): string {
    return this.lines.join('\n')
  }

  header(): void {
    this.rootLeaf('schemaVersion', 'X0508')
    this.rootLeaf('documentType', '4')
    this.rootLeaf('periodOfReport', this.date())
    this.rootLeaf('notSubjectToSection16', oneOf(this.random, ['0', 'false']))
    this.rootGroup('issuer', () => {
      this.leaf(2, 'issuerCik', this.cik())
      this.leaf(2, 'issuerName', `${oneOf(this.random, PLACES)} ${oneOf(this.random, TRADES)} Inc.`)
      this.leaf(2, 'issuerTradingSymbol', `Z${between(this.random, 100, 999)}`)
    })
    const owners = this.random() < 0.97 ? 1 : between(this.random, 2, 10)
    for (let owner = 0; owner < owners; owner += 1) this.rootGroup('reportingOwner', () => this.owner())
    this.rootLeaf('aff10b5One', oneOf(this.random, ['0', 'false', '1']))
  }

  private owner(): void {
    this.group(2, 'reportingOwnerId', () => {
      this.leaf(3, 'rptOwnerCik', this.cik())
      this.leaf(3, 'rptOwnerName', this.person())
    })
    this.group(2, 'reportingOwnerAddress', () => {
      this.leaf(3, 'rptOwnerStreet1', `${between(this.random, 1, 999)} INVENTED STREET`)
      this.leaf(3, 'rptOwnerStreet2', '')
      this.leaf(3, 'rptOwnerCity', oneOf(this.random, PLACES).toUpperCase())
      this.leaf(3, 'rptOwnerState', oneOf(this.random, ['CA', 'NY', 'TX', 'WA']))
      this.leaf(3, 'rptOwnerZipCode', String(between(this.random, 10000, 99999)))
      this.leaf(3, 'rptOwnerStateDescription', '')
    })
    this.group(2, 'reportingOwnerRelationship', () => {
      this.leaf(3, 'isDirector', '0')
      this.leaf(3, 'isOfficer', '1')
      this.leaf(3, 'isTenPercentOwner', '0')
      this.leaf(3, 'isOther', '0')
      this.leaf(3, 'officerTitle', 'Chief Officer &amp; Treasurer')
    })
  }

  /** Adds rows until the filing has about `size` bytes. Sixty rows at most, so the largest may stay smaller. */
  tables(size: number): void {
    // Drawn together and then sorted into tables; the weights are those of real filings.
    const nonDerivative: boolean[] = []
    const derivative: boolean[] = []
    let left = size - this.bytes
    while (left > 400 && nonDerivative.length + derivative.length < 2 * MOST_ROWS) {
      const inFirst = derivative.length >= MOST_ROWS || (nonDerivative.length < MOST_ROWS && this.random() < 0.75)
      const isTransaction = this.random() < (inFirst ? 0.75 : 0.82)
      if (inFirst) nonDerivative.push(isTransaction)
      else derivative.push(isTransaction)
      left -= (inFirst ? 750 : 1600) + (isTransaction ? 600 : 0)
    }
    this.table('nonDerivativeTable', 'nonDerivative', nonDerivative)
    this.table('derivativeTable', 'derivative', derivative)
  }

  private table(name: string, prefix: 'nonDerivative' | 'derivative', rows: readonly boolean[]): void {
    if (rows.length === 0) {
      if (this.random() < 0.5) this.rootLeaf(name, '')
      return
    }
    this.rootGroup(name, () => {
      for (const isTransaction of rows) {
        this.group(2, `${prefix}${isTransaction ? 'Transaction' : 'Holding'}`, () =>
          this.row(prefix === 'derivative', isTransaction),
        )
      }
    })
  }

  private row(isDerivative: boolean, isTransaction: boolean): void {
    this.value(3, 'securityTitle', isDerivative ? 'Stock Option (Right to Buy)' : 'Common Stock')
    if (isDerivative) this.value(3, 'conversionOrExercisePrice', this.price())
    if (isTransaction) this.transaction()
    if (isDerivative) this.derivativeTerms()
    this.group(3, 'postTransactionAmounts', () => this.value(4, 'sharesOwnedFollowingTransaction', this.shares()))
    this.group(3, 'ownershipNature', () => {
      const isDirect = this.random() < 0.7
      this.value(4, 'directOrIndirectOwnership', isDirect ? 'D' : 'I')
      if (!isDirect) this.value(4, 'natureOfOwnership', 'By trust')
    })
  }

  private transaction(): void {
    const isBought = this.random() < 0.5
    this.value(3, 'transactionDate', this.date())
    if (this.random() < 0.4) this.leaf(3, 'deemedExecutionDate', '')
    this.group(3, 'transactionCoding', () => {
      this.leaf(4, 'transactionFormType', '4')
      this.leaf(4, 'transactionCode', isBought ? oneOf(this.random, ['A', 'M', 'P']) : oneOf(this.random, ['F', 'S']))
      this.leaf(4, 'equitySwapInvolved', '0')
      this.footnoteIds(4)
    })
    this.group(3, 'transactionTimeliness', () => this.leaf(4, 'value', ''))
    this.group(3, 'transactionAmounts', () => {
      this.value(4, 'transactionShares', this.shares())
      this.value(4, 'transactionPricePerShare', this.price())
      this.value(4, 'transactionAcquiredDisposedCode', isBought ? 'A' : 'D')
    })
  }

  private derivativeTerms(): void {
    this.group(3, 'exerciseDate', () => {
      if (this.footnotes > 0) this.footnoteId(4)
      else this.leaf(4, 'value', this.date())
    })
    this.value(3, 'expirationDate', this.date())
    this.group(3, 'underlyingSecurity', () => {
      this.value(4, 'underlyingSecurityTitle', 'Common Stock')
      this.value(4, 'underlyingSecurityShares', this.shares())
    })
  }

  /** Footnotes (as long as `size` leaves room for), remarks, signature. */
  ending(size: number): void {
    const room = (size - this.bytes - 300) / Math.max(this.footnotes, 1) - 40
    if (this.footnotes > 0) {
      this.rootGroup('footnotes', () => {
        for (let number = 1; number <= this.footnotes; number += 1) {
          const text = this.prose(Math.min(Math.max(room, 60), 990))
          this.line(2, `<footnote id="F${number}">${text}</footnote>`)
        }
      })
    }
    this.rootLeaf('remarks', '')
    this.rootGroup('ownerSignature', () => {
      this.leaf(2, 'signatureName', `/s/ ${this.person()}`)
      this.leaf(2, 'signatureDate', this.date())
    })
    // The empty line is between the root's children, not after the last.
    this.lines.pop()
    this.lines.push('</ownershipDocument>')
  }

  private line(level: number, text: string): void {
    this.lines.push('    '.repeat(level) + text)
    this.bytes += 4 * level + text.length + 1
  }

  private leaf(level: number, name: string, text: string): void {
    this.line(level, `<${name}>${text}</${name}>`)
  }

  private rootLeaf(name: string, text: string): void {
    this.leaf(1, name, text)
    this.line(0, '')
  }

  private group(level: number, name: string, content: () => void): void {
    this.line(level, `<${name}>`)
    content()
    this.line(level, `</${name}>`)
  }

  private rootGroup(name: string, content: () => void): void {
    this.group(1, name, content)
    this.line(0, '')
  }

  private value(level: number, name: string, text: string): void {
    this.group(level, name, () => {
      this.leaf(level + 1, 'value', text)
      this.footnoteIds(level + 1)
    })
  }

  private footnoteIds(level: number): void {
    if (this.footnotes > 0 && this.random() < 0.15) this.footnoteId(level)
  }

  /** Refers to the footnotes in turn, as filers number them in the order of their use. */
  private footnoteId(level: number): void {
    this.lastFootnote = (this.lastFootnote % this.footnotes) + 1
    this.line(level, `<footnoteId id="F${this.lastFootnote}"/>`)
  }

  private cik(): string {
    return String(between(this.random, 9_000_000, 9_999_999)).padStart(10, '0')
  }

  private date(): string {
    const month = String(between(this.random, 1, 12)).padStart(2, '0')
    const day = String(between(this.random, 1, 28)).padStart(2, '0')
    return `${between(this.random, 2010, 2025)}-${month}-${day}`
  }

  private shares(): string {
    return String(between(this.random, 1, 250_000))
  }

  private price(): string {
    return `${between(this.random, 0, 400)}.${between(this.random, 0, 9999)}`
  }

  private person(): string {
    return `${oneOf(this.random, FAMILIES)} ${oneOf(this.random, GIVEN)}`
  }

  private prose(length: number): string {
    let text = 'The price is a weighted average.'
    while (text.length < length) text += ` ${oneOf(this.random, SENTENCES)}`
    return text
  }
}

const PLACES = ['Lakemoor', 'Tinfield', 'Quarrow', 'Eastmere', 'Halverbury'] as const
const TRADES = ['Lanterns', 'Bridgeworks', 'Orchards', 'Telescopes', 'Seed &amp; Grain'] as const
const FAMILIES = ['Ashgrove', 'Bellweather', 'Corvane', 'Dunmarrow', 'Ellsworthy'] as const
const GIVEN = ['Ada M', 'Bruno', 'Clementine', 'Dorian K', 'Edda'] as const
const SENTENCES = [
  'The units vest in four equal yearly parts.',
  'Held by a trust of which the reporting person is a trustee.',
  'Withheld to pay taxes when &quot;restricted units&quot; vested.',
  'The reporting person disclaims ownership beyond any pecuniary interest.',
  'Sold in several trades under a written plan.',
] as const
