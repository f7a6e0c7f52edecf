import { countryCodes, stateCodes } from '../../core/facts/index.ts'
import { elementNames } from '../../core/model/elements.ts'
import type { Random } from './random.ts'

/**
 * Changes that keep a document well-formed and may break the schema: what stands where, how often, in which order, and
 * what it says. Values are drawn from both sides of every limit.
 */

/** An element in the text, without its parent’s place. */
interface Span {
  name: string
  start: number
  openEnd: number
  closeStart: number
  end: number
}

type Mutation = (xml: string, random: Random) => string

const DATES = [
  ['2026-02-30', '2026-02-28', '2024-02-29', '2023-02-29', '2026-13-01', '2026-1-1', '20260101', '01/02/2026'],
  ['2026-03-18Z', '2026-03-18-05:00', '2026-03-18+14:00', '2026-03-18+14:01', '2026-03-18-5:00'],
  ['2026-03-18T00:00:00', '0000-01-01', '', ' ', '2026-00-10', '2026-06-31', '2026-04-18x', 'n/a'],
].flat()
const NUMBERS = [
  [
    '0',
    '0.0',
    '-0',
    '-1',
    '+1',
    '.5',
    '5.',
    '.',
    '+',
    '',
    ' ',
    ' 1 ',
    '007',
    '1e3',
    '1,000',
    '$5',
    '(5)',
    'NaN',
    'INF',
  ],
  ['999999999999.9999', '1000000000000', '999999999999.99990', '0.0001', '0.00010', '0.00001', '1.00001', '-0.0001'],
  ['12345678901234567', '000000000000000000001', '1.2.3', '1 000', '3.49780', '99999999999999.99', '--1', '+-1'],
].flat()
const FLAGS = ['0', '1', 'true', 'false', 'TRUE', 'True', 'yes', '', ' ', ' 1 ', '\ntrue\n', '2', 'X', '00']
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ345|el'.split('')
const CODES = [...LETTERS, '4/A', '3/A', 'AD', '', ' ', ' A', 'A ', '  ', '   ']
const PLACES = [...stateCodes.keys(), ...countryCodes.keys(), 'ZZ', 'ca', ' CA', 'USA']
const LENGTHS = [0, 1, 5, 8, 10, 11, 14, 15, 30, 31, 40, 41, 50, 51, 60, 61, 100, 101, 150, 151, 255, 256, 2000, 2001]
const TEXTS = [
  'NONE',
  '12345',
  '0001234567',
  '12 34',
  '1234\n567',
  '04101-1234',
  'L+123',
  'X0609',
  'Ünïcödé',
  '#1 -',
  '\t',
]
const IDS = ['F1', 'F2', 'F98', 'F99', 'F100', 'F01', 'f1', '1', 'F', 'F0', '', 'F1 ', ' F2', 'FF1', 'F1x']
const ATTRIBUTES = [' id="F1"', ' a="b"', ' xmlns="urn:x"', ' xmlns=""', ' xml:space="preserve"', ' value="1"']

function spans(xml: string): Span[] {
  const found: Span[] = []
  const open: { name: string; start: number; openEnd: number }[] = []
  for (const { 0: tag, index } of xml.matchAll(/<(?:!--[\s\S]*?--|!\[CDATA\[[\s\S]*?\]\]|\?[\s\S]*?\?|[^!?][^>]*)>/g)) {
    const end = index + tag.length
    if (tag.startsWith('</')) {
      const begun = open.pop()
      if (begun) found.push({ ...begun, closeStart: index, end })
    } else if (!/^<[!?]/.test(tag)) {
      const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
      if (tag.endsWith('/>')) found.push({ name, start: index, openEnd: end, closeStart: end, end })
      else open.push({ name, start: index, openEnd: end })
    }
  }
  return found
}

const inner = (xml: string, { openEnd, closeStart }: Span) => xml.slice(openEnd, closeStart)
const whole = (xml: string, { start, end }: Span) => xml.slice(start, end)
const splice = (xml: string, from: number, to: number, text: string) => xml.slice(0, from) + text + xml.slice(to)

function pick(xml: string, random: Random, which: (span: Span) => boolean = () => true): Span | undefined {
  const some = spans(xml).filter((span) => span.name !== 'ownershipDocument' && which(span))
  return some.length > 0 ? random.pick(some) : undefined
}

/** A change of one element, the document itself where there is none to change. */
function change(
  which: (span: Span, xml: string) => boolean,
  how: (xml: string, span: Span, random: Random) => string,
): Mutation {
  return (xml, random) => {
    const span = pick(xml, random, (one) => which(one, xml))
    return span ? how(xml, span, random) : xml
  }
}

const isLeaf = (span: Span, xml: string) => span.end > span.openEnd && !inner(xml, span).includes('<')
const isAny = () => true
const named = (pattern: RegExp) => (span: Span) => pattern.test(span.name)

function anyValueOf(random: Random): string {
  const pool = random.pick([DATES, NUMBERS, FLAGS, CODES, PLACES, TEXTS, LENGTHS])
  const value = random.pick<string | number>(pool)
  return typeof value === 'number' ? random.pick(['x', '1', ' ', 'é']).repeat(value) : value
}

const setValue = (pool: readonly string[]) => (xml: string, span: Span, random: Random) =>
  splice(xml, span.openEnd, span.closeStart, random.pick(pool))

/** The fields around a value by their type, so that a value of the right kind is put in more often than by chance. */
const inside = (pattern: RegExp) => (span: Span, xml: string) =>
  isLeaf(span, xml) && pattern.test(xml.slice(Math.max(0, span.start - 60), span.openEnd))

/** Every kind of change by name. */
export const SCHEMA_MUTATIONS: Readonly<Record<string, Mutation>> = {
  delete: change(isAny, (xml, { start, end }) => splice(xml, start, end, '')),
  empty: change(isAny, (xml, { openEnd, closeStart }) => splice(xml, openEnd, closeStart, '')),
  duplicate: change(isAny, (xml, span) => splice(xml, span.end, span.end, whole(xml, span))),
  duplicateElsewhere: change(isAny, (xml, span, random) => {
    const other = random.pick(spans(xml))
    return splice(xml, other.start, other.start, whole(xml, span))
  }),
  swap: (xml, random) => {
    const [one, other] = [pick(xml, random), pick(xml, random)].sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0))
    if (!one || !other || one.end > other.start) return xml
    return splice(splice(xml, other.start, other.end, whole(xml, one)), one.start, one.end, whole(xml, other))
  },
  swapNext: change(isAny, (xml, one) => {
    const other = spans(xml).find(({ start }) => start >= one.end && xml.slice(one.end, start).trim() === '')
    if (!other) return xml
    return splice(splice(xml, other.start, other.end, whole(xml, one)), one.start, one.end, whole(xml, other))
  }),
  rename: change(isAny, (xml, span, random) => {
    const name = random.chance(0.8) ? random.pick([...elementNames.keys()]) : random.pick(['cusip', 'Value', 'x'])
    const text = whole(xml, span).replace(/^<[^\s/>]+/, `<${name}`)
    return splice(xml, span.start, span.end, text.replace(new RegExp(`</${span.name}>$`), `</${name}>`))
  }),
  anyValue: change(isLeaf, (xml, span, random) => splice(xml, span.openEnd, span.closeStart, anyValueOf(random))),
  dateValue: change(inside(/Date>|periodOfReport|dateOfOriginal/), setValue(DATES)),
  numberValue: change(inside(/Shares>|Price>|Value>|PerShare>|FollowingTransaction>/), setValue(NUMBERS)),
  flagValue: change(inside(/<is[A-Z]|aff10b5One|Involved>|Flag>|Section16>|Reported>|Owned>$/), setValue(FLAGS)),
  codeValue: change(inside(/Code>|FormType>|Ownership>|Timeliness>|documentType/), setValue(CODES)),
  placeValue: change(inside(/rptOwnerState>|rptOwnerCountry>/), setValue(PLACES)),
  longValue: change(isLeaf, (xml, span, random) =>
    splice(xml, span.openEnd, span.closeStart, random.pick(['x', '7', ' ', 'é', '&amp;']).repeat(random.pick(LENGTHS))),
  ),
  id: change(named(/^footnote(?:Id)?$/), (xml, span, random) => {
    const tag = xml.slice(span.start, span.openEnd)
    return splice(xml, span.start, span.openEnd, tag.replace(/id="[^"]*"/, `id="${random.pick(IDS)}"`))
  }),
  noId: change(named(/^footnote(?:Id)?$/), (xml, span) =>
    splice(xml, span.start, span.openEnd, xml.slice(span.start, span.openEnd).replace(/ id="[^"]*"/, '')),
  ),
  reference: change(isAny, (xml, span, random) => {
    const at = random.pick([span.openEnd, span.closeStart, span.end])
    return splice(xml, at, at, '<footnoteId id="F1"/>'.repeat(random.pick([1, 1, 1, 98, 99, 100])))
  }),
  noValue: change(named(/^value$/), (xml, { start, end }, random) =>
    splice(xml, start, end, random.pick(['', '<footnoteId id="F1"/>'])),
  ),
  attribute: change(isAny, (xml, span, random) => {
    const at = xml[span.openEnd - 2] === '/' ? span.openEnd - 2 : span.openEnd - 1
    const added = random.pick(ATTRIBUTES)
    return xml.slice(span.start, span.openEnd).includes(' id=') && added.includes(' id=')
      ? xml
      : splice(xml, at, at, added)
  }),
  text: change(isAny, (xml, span, random) => {
    const at = random.pick([span.start, span.openEnd, span.end])
    return splice(xml, at, at, random.pick(['x', ' ', '\n', '.', '&amp;', '<!-- c -->', '<![CDATA[x]]>', '<?go on?>']))
  }),
  element: change(isAny, (xml, span, random) => {
    const at = random.pick([span.start, span.openEnd, span.end])
    return splice(xml, at, at, `<${random.pick([...elementNames.keys(), 'cusip'])}/>`)
  }),
  many: change(named(/^(?:reportingOwner|ownerSignature|\w+Transaction|\w+Holding)$/), (xml, span, random) =>
    splice(xml, span.end, span.end, whole(xml, span).repeat(random.pick([1, 8, 9, 10, 28, 29, 30]))),
  ),
  footnotes: change(named(/^footnotes$/), (xml, span, random) => {
    const made = Array.from({ length: random.pick([98, 99, 100]) }, (_, i) => `<footnote id="F${i + 1}">x</footnote>`)
    return splice(xml, span.openEnd, span.closeStart, made.join(''))
  }),
  other: (xml, random) => {
    const type = random.pick(['3', '3/A', '4', '4/A', '5', '5/A', '6', '4/a', ''])
    return xml.replace(/<documentType>[^<]*</, `<documentType>${type}<`)
  },
}

const KINDS = Object.keys(SCHEMA_MUTATIONS)

/** A document with one change, sometimes two, and their names. */
export function mutateForSchema(xml: string, random: Random): { xml: string; kinds: string[] } {
  const kinds = Array.from({ length: random.chance(0.85) ? 1 : 2 }, () => random.pick(KINDS))
  return { xml: kinds.reduce((text, kind) => (SCHEMA_MUTATIONS[kind] as Mutation)(text, random), xml), kinds }
}
