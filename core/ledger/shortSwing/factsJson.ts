import { type ShortSwingCode, shortSwingDiagnostics } from '../../facts/shortSwingDiagnostics.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { parseCik } from '../../model/cik.ts'
import { Decimal } from '../../model/decimal.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { securityKey } from '../positions/securityTitle.ts'
import type { ShortSwingFacts } from './facts.ts'
import { Ratio } from './ratio.ts'

/** What came of a value of facts. */
export interface ReadFacts {
  /** `undefined` where anything is wrong: half of the facts would be another case. */
  readonly facts: ShortSwingFacts | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A kind of value: how it reads, and what to call it where it is none. */
interface Kind {
  readonly wanted: string
  readonly read: (value: unknown) => unknown
}

const fromText = (wanted: string, read: (text: string) => unknown): Kind => ({
  wanted,
  read: (value) => (typeof value === 'string' ? read(value) : undefined),
})

const DATE = fromText('a day, YYYY-MM-DD', (text) => CalendarDate.parse(text))
const AMOUNT = fromText('a number as text, zero or more', amountOf)
const RATE = fromText('a number as text, above zero', (text) =>
  amountOf(text)?.sign === 1 ? amountOf(text) : undefined,
)
const TEXT = fromText('text', (text) => (text.trim() === '' ? undefined : text))
const CLASS = fromText('the title of a class', (text) => securityKey(text))
const CIK = fromText('a CIK', (text) => parseCik(text))
const RIGHT = fromText('“call” or “put”', (text) => (text === 'call' || text === 'put' ? text : undefined))
const TRUTH: Kind = { wanted: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined) }

/** A field: its kind, whether it must be given, and its name in `ShortSwingFacts` where that differs. */
interface Shape {
  readonly [name: string]: { readonly kind: Kind; readonly isNeeded?: boolean; readonly as?: string }
}

const needed = (kind: Kind) => ({ kind, isNeeded: true })
const SOURCE = { source: needed(TEXT) }
const PERIOD: Shape = { from: { kind: DATE }, until: { kind: DATE }, ...SOURCE }
const OF_CLASS = { class: { kind: CLASS, as: 'classKey' } }

/** The lists of facts and the fields of their entries. */
const LISTS: Readonly<Record<string, Shape>> = {
  foreignPrivateIssuer: { ...PERIOD, isRegisteredAtEnd: { kind: TRUTH } },
  offices: PERIOD,
  tenPercent: PERIOD,
  exemptions: {
    transaction: { kind: TEXT },
    code: { kind: TEXT },
    exempt: { kind: TRUTH },
    approved: { kind: TRUTH },
    heldSixMonths: { kind: TRUTH },
    elected: { kind: DATE },
    lastOppositeElection: { kind: DATE },
    isPriceFixed: { kind: TRUTH },
    ...PERIOD,
  },
  prices: { transaction: needed(TEXT), price: needed(AMOUNT), ...SOURCE },
  marketPrices: { date: needed(DATE), price: needed(AMOUNT), ...OF_CLASS, ...SOURCE },
  derivativeValues: { transaction: needed(TEXT), on: needed(DATE), value: needed(AMOUNT), ...SOURCE },
  splits: { date: needed(DATE), before: needed(RATE), after: needed(RATE), ...OF_CLASS, ...SOURCE },
  interests: { account: needed(TEXT), part: needed(AMOUNT), ...SOURCE },
  rights: { title: needed(TEXT), right: needed(RIGHT), ...SOURCE },
  classes: { title: needed(TEXT), security: needed(TEXT), issuer: { kind: CIK } },
}

const REGISTERED: Shape = { on: needed(DATE), ...SOURCE }

/**
 * Facts out of JSON: an object with the lists of `ShortSwingFacts` and `registered`. Days are `YYYY-MM-DD`, numbers text
 * (`"10.25"`, `"1/3"`), as JSON's own are floats. What is wrong is said (L311 to L313) with its path.
 */
export function readShortSwingFacts(value: unknown): ReadFacts {
  const reader = new FactsReader()
  const facts = reader.facts(value)
  return { facts: reader.diagnostics.length > 0 ? undefined : facts, diagnostics: reader.diagnostics }
}

class FactsReader {
  readonly diagnostics: Diagnostic[] = []

  facts(value: unknown): ShortSwingFacts | undefined {
    if (!isObject(value)) return this.refuse('L313', 'facts', value, 'an object')
    return Object.fromEntries(
      Object.entries(value).map(([name, given]) => [name, this.fact(name, given)]),
    ) as ShortSwingFacts
  }

  private fact(name: string, given: unknown): unknown {
    if (name === 'registered') return this.entry(given, REGISTERED, name)
    const shape = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined
    if (!shape) return this.refuse('L311', name)
    if (!Array.isArray(given)) return this.refuse('L313', name, given, 'a list')
    return given.map((one: unknown, at) => this.entry(one, shape, `${name}[${at}]`))
  }

  private entry(given: unknown, shape: Shape, path: string): object | undefined {
    if (!isObject(given)) return this.refuse('L313', path, given, 'an object')
    for (const name of Object.keys(given)) if (!Object.hasOwn(shape, name)) this.refuse('L311', `${path}.${name}`)
    const fields = Object.entries(shape).flatMap(([name, { kind, isNeeded, as = name }]) => {
      const written = given[name]
      if (written === undefined) {
        if (isNeeded) this.refuse('L312', `${path}.${name}`)
        return []
      }
      const read = kind.read(written)
      if (read === undefined) this.refuse('L313', `${path}.${name}`, written, kind.wanted)
      return [[as, read]]
    })
    return Object.fromEntries(fields)
  }

  private refuse(code: ShortSwingCode, path: string, written?: unknown, wanted?: string): undefined {
    const data = { path, ...(wanted !== undefined && { written: JSON.stringify(written) ?? '', wanted }) }
    this.diagnostics.push({ code, severity: shortSwingDiagnostics[code].severity, at: { path }, data })
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `10.25`, or `1/3`; none below zero. */
function amountOf(written: string): Ratio | undefined {
  const [above = '', below, ...more] = written.split('/')
  const numerator = Decimal.parse(above)
  const denominator = Decimal.parse(below ?? '1')
  if (more.length > 0 || !numerator || !denominator || numerator.sign < 0 || denominator.sign <= 0) return undefined
  return Ratio.of(numerator).over(Ratio.of(denominator))
}
