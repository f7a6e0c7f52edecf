import type { Random } from './random.ts'

/**
 * The ownership document from the specification, written out once more by hand, so that what is invented here owes
 * nothing to the reader's own table. A line is an element: `name type` a leaf, `name: type` one with `value` and
 * footnotes, a bare `name` a group; behind it how often it stands: `?` in most documents, `+` once or more, `*` any
 * number of times; `-` seldom (the year 2026, EDGAR's own fields).
 */
const SCHEMA = `
schemaVersion version ?
documentType form
periodOfReport date
dateOfOriginalSubmission date -
noSecuritiesOwned bool -
notSubjectToSection16 bool ?
form3HoldingsReported bool -
form4TransactionsReported bool -
issuer
  issuerCik cik
  issuerName text ?
  issuerTradingSymbol text
  issuerForeignTradingSymbol text -
reportingOwner +
  reportingOwnerId
    rptOwnerCik cik
    rptOwnerCcc ccc -
    rptOwnerName text ?
  reportingOwnerAddress ?
    rptOwnerNonUSAddressFlag bool -
    rptOwnerStreet1 text ?
    rptOwnerStreet2 text ?
    rptOwnerCity text ?
    rptOwnerNonUSStateTerritory text -
    rptOwnerState text ?
    rptOwnerCountry text -
    rptOwnerZipCode text ?
    rptOwnerStateDescription text ?
    rptOwnerGoodAddress bool -
  reportingOwnerRelationship
    isDirector bool ?
    isOfficer bool ?
    isTenPercentOwner bool ?
    isOther bool ?
    officerTitle text ?
    otherText text -
aff10b5One bool ?
nonDerivativeTable ?
  nonDerivativeTransaction|nonDerivativeHolding *
    securityTitle: text
    transactionDate: date ?
    deemedExecutionDate: date ?
    transactionCoding ?
      transactionFormType form ?
      transactionCode code ?
      equitySwapInvolved bool ?
      footnoteId reference -
    transactionTimeliness: text ?
    transactionAmounts ?
      transactionShares: decimal ?
      transactionPricePerShare: decimal ?
      transactionAcquiredDisposedCode: code ?
    postTransactionAmounts ?
      sharesOwnedFollowingTransaction: decimal ?
      valueOwnedFollowingTransaction: decimal -
    ownershipNature ?
      directOrIndirectOwnership: code
      natureOfOwnership: text ?
nonDerivativeSecurity -
  securityTitle: text
  transactionDate: date -
  transactionAmounts -
    transactionShares: decimal
    transactionValue: decimal ?
  ownershipNature ?
    directOrIndirectOwnership: code
derivativeTable ?
  derivativeTransaction|derivativeHolding *
    securityTitle: text
    conversionOrExercisePrice: decimal ?
    transactionDate: date ?
    deemedExecutionDate: date ?
    transactionCoding ?
      transactionFormType form ?
      transactionCode code ?
      equitySwapInvolved bool ?
      footnoteId reference -
    transactionTimeliness: text ?
    transactionAmounts ?
      transactionShares: decimal ?
      transactionTotalValue: decimal -
      transactionPricePerShare: decimal ?
      transactionAcquiredDisposedCode: code ?
    exerciseDate: date ?
    expirationDate: date ?
    underlyingSecurity ?
      underlyingSecurityTitle: text
      underlyingSecurityShares: decimal ?
      underlyingSecurityValue: decimal -
    postTransactionAmounts ?
      sharesOwnedFollowingTransaction: decimal ?
      valueOwnedFollowingTransaction: decimal -
    ownershipNature ?
      directOrIndirectOwnership: code
      natureOfOwnership: text ?
derivativeSecurity -
  securityTitle: text
  conversionOrExercisePrice: decimal ?
  exerciseDate: date ?
  underlyingSecurity ?
    underlyingSecurityTitle: text
footnotes ?
  footnote note *
remarks text ?
ownerSignature +
  signatureName text
  signatureDate date
`

interface Line {
  names: string[]
  isField: boolean
  type: string
  often: string
  children: Line[]
}

const TREE = linesOf(SCHEMA)

function linesOf(schema: string): Line[] {
  const levels: Line[][] = [[]]
  for (const written of schema.trim().split('\n')) {
    const level = (written.length - written.trimStart().length) / 2
    const [name = '', ...rest] = written.trim().split(' ')
    const line: Line = {
      names: name.replace(':', '').split('|'),
      isField: name.endsWith(':'),
      type: rest.find((word) => /^\w+$/.test(word)) ?? '',
      often: rest.find((word) => /^[?+*-]$/.test(word)) ?? '',
      children: [],
    }
    levels[level]?.push(line)
    levels[level + 1] = line.children
  }
  return levels[0] as Line[]
}

export const FORMS = ['3', '3/A', '4', '4/A', '5', '5/A'] as const
const VERSIONS = ['X0101', 'X0202', 'X0306', 'X0407', 'X0508', 'X0609', 'X0711']

const WORDS = [
  'Common Stock',
  'Zephyr &amp; Quill Corp',
  'say &quot;when&quot;',
  '1 &lt; 2',
  "O'Dell",
  'PO BOX 7',
  'see  note',
  ' x ',
]
const ODD_WORDS = [
  '&#65;BC',
  '&apos;s',
  'a > b',
  '"quoted"',
  'Cr\u00e9dit',
  '\u2014',
  'two\nlines',
  '&#xD;',
  '',
  '  ',
  '\u{1f4c8}',
  ']]',
]

/** Values by type as they stand in markup: usual ones first, then those that are seldom, odd or wrong. */
const VALUES: Record<string, [usual: readonly string[], odd: readonly string[]]> = {
  version: [VERSIONS, ['', 'X1']],
  form: [FORMS, ['', '4 ']],
  date: [
    ['2024-02-29', '2003-05-09', '2026-03-18', '1999-12-31'],
    [
      '2003-05-09-05:00',
      '2024-02-30',
      '0023-04-01',
      '',
      ' 2024-01-02\n',
      '2024-01-02Z',
      '01/02/2024',
      '2024-01-02T10:00:00',
    ],
  ],
  decimal: [
    ['1500', '0', '17.25', '3.49780', '.5', '0.0001'],
    [
      '',
      '1,500',
      '$3',
      '-12',
      '+1',
      '007',
      '1e3',
      ' 42 ',
      '999999999999.9999',
      '1.',
      '.',
      '123456789012345678901234.5',
      '&#49;',
    ],
  ],
  bool: [
    ['0', '1', 'true', 'false'],
    ['', 'TRUE', 'yes', ' 1'],
  ],
  cik: [
    ['0001234567', '0000000042'],
    ['42', '', '12345678901', 'n/a', ' 0001234567 '],
  ],
  code: [
    ['P', 'S', 'A', 'D', 'I'],
    ['', 'p', 'PS'],
  ],
  ccc: [['abcd123$'], ['', '********']],
  text: [WORDS, ODD_WORDS],
}

interface Style {
  newline: string
  indent: string
  rootGap: number
}

const EDGAR: Style = { newline: '\n', indent: '    ', rootGap: 2 }

const STYLES: readonly Style[] = [
  { newline: '\r\n', indent: '    ', rootGap: 2 },
  { newline: '\r\n', indent: '\t', rootGap: 1 },
  { newline: '\n', indent: '\t', rootGap: 1 },
  { newline: '\n', indent: '', rootGap: 1 },
  { newline: '\n', indent: '  ', rootGap: 2 },
  { newline: '\r', indent: ' ', rootGap: 1 },
  { newline: '', indent: '', rootGap: 1 },
]

const PROLOGS = [
  '',
  '\ufeff<?xml version="1.0"?>\n',
  '<?xml version="1.0" encoding="UTF-8"?>\r\n',
  '<!-- a -->\n',
  '\n',
]
const EPILOGS = ['\n', '\r\n', '\n<!-- the end -->\n', '  ']

const STRANGE = [
  '<!-- a note -->',
  '<?go on?>',
  '<newElement>7</newElement>',
  '<newElement a="b"><value>7</value></newElement>',
  'stray',
]

/** How far an invented source strays from what EDGAR writes. */
export type Oddity = 'edgar' | 'values' | 'layout'

/**
 * An invented ownership document as markup, well-formed: all six forms, every element of the schema. `edgar`: laid out
 * and spelled as EDGAR does; `values`: with odd and wrong values too; `layout`: also with other white space, tags,
 * comments and unknown elements.
 */
export function randomSource(
  random: Random,
  oddity: Oddity = random.pick(['edgar', 'values', 'layout', 'layout']),
): string {
  const style = oddity === 'layout' && random.chance(0.7) ? random.pick(STYLES) : EDGAR
  const inventor = new Inventor(random, oddity, style)
  const prolog = oddity === 'layout' && random.chance(0.4) ? random.pick(PROLOGS) : '<?xml version="1.0"?>\n'
  const epilog = oddity === 'layout' && random.chance(0.4) ? random.pick(EPILOGS) : ''
  return prolog + inventor.element('ownershipDocument', inventor.lines(TREE, 1), 0) + epilog
}

class Inventor {
  private readonly random: Random
  private readonly oddity: Oddity
  private readonly style: Style
  private readonly notes: number

  constructor(random: Random, oddity: Oddity, style: Style) {
    this.random = random
    this.oddity = oddity
    this.style = style
    this.notes = random.below(5)
  }

  /** An element around others. `level` is its own. */
  element(name: string, children: readonly string[], level: number): string {
    const { newline, indent, rootGap } = this.style
    if (children.length === 0) return this.empty(name)
    const gap = newline.repeat(level === 0 ? rootGap : 1) + indent.repeat(level + 1)
    const inner = children.map((child) => (this.isOdd(0.01) ? this.random.pick(['', ' ', '\n']) : gap) + child).join('')
    const attribute = this.isOdd(0.01) ? ' a="b"' : ''
    return `<${name}${attribute}>${inner}${newline}${indent.repeat(level)}</${name}>`
  }

  lines(lines: readonly Line[], level: number): string[] {
    const written = lines.flatMap((line) => {
      const times = this.timesOf(line.often)
      return Array.from({ length: times }, (_, i) => this.line(line, level, i))
    })
    if (this.isOdd(0.03)) written.splice(this.random.below(written.length + 1), 0, this.random.pick(STRANGE))
    if (this.isOdd(0.02) && written.length > 1) written.unshift(written.pop() as string)
    return written
  }

  private timesOf(often: string): number {
    const { random } = this
    if (often === '?') return random.chance(0.75) ? 1 : 0
    if (often === '-') return random.chance(0.15) ? 1 : 0
    if (often === '+') return random.chance(0.7) ? 1 : random.between(2, 3)
    return often === '*' ? random.below(5) : 1
  }

  private line({ names, isField, type, children }: Line, level: number, nth: number): string {
    const name = this.random.pick(names)
    if (type === 'reference') return this.reference()
    if (type === 'note') return `<footnote id="F${nth + 1}">${this.value('text')}</footnote>`
    if (isField) return this.field(name, type, level)
    if (type === '') return this.element(name, this.lines(children, level + 1), level)
    const text = this.value(type)
    return text === '' ? this.empty(name) : `<${name}>${text}</${name}>`
  }

  private field(name: string, type: string, level: number): string {
    const { random } = this
    const references = Array.from({ length: random.chance(0.8) ? 0 : random.between(1, 2) }, () => this.reference())
    if (random.chance(0.1)) return this.element(name, references, level)
    const text = this.value(type)
    const value = text === '' ? this.empty('value') : `<value>${text}</value>`
    return this.element(name, [value, ...references], level)
  }

  private reference(): string {
    const id = `F${this.random.between(1, this.notes + 1)}`
    return this.isOdd(0.05) ? `<footnoteId id='${id}' />` : `<footnoteId id="${id}"/>`
  }

  private empty(name: string): string {
    return this.isOdd(0.3) ? this.random.pick([`<${name}/>`, `<${name} />`]) : `<${name}></${name}>`
  }

  private value(type: string): string {
    const { random } = this
    const [usual, odd] = VALUES[type] as [readonly string[], readonly string[]]
    const text = this.oddity !== 'edgar' && random.chance(0.1) ? random.pick(odd) : random.pick(usual)
    return this.isOdd(0.01) ? `<![CDATA[${text}]]>` : text
  }

  private isOdd(probability: number): boolean {
    return this.oddity === 'layout' && this.random.chance(probability)
  }
}
