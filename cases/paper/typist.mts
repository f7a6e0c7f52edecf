import type { ColumnKey } from '../../core/facts/formColumns.ts'
import type { StatedForm } from './typedForms.mts'

/** A form typed in some layout, and what stands on it. */
export interface Typed {
  readonly text: string
  readonly stated: StatedForm
  /** The layout's choices, to name a failing one. */
  readonly layout: string
}

type Random = () => number

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const pick = <T,>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const chance = (random: Random, share: number): boolean => random() < share
const between = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1))

/* What is typed */

type Row = Partial<Record<ColumnKey, string>>

const TITLES = [
  'Common Stock',
  'Class A Common Stock',
  'Common Stock, $.01 par value',
  'Common Shares',
  'Units of L.P. Interest',
]
const RIGHTS = [
  'Stock Option (right to buy)',
  'Non-Qualified Stock Option',
  'Warrant',
  'Convertible Debenture',
  'Phantom Stock Units',
]
const NATURES = ['By spouse', 'By trust', 'As trustee for minor children', 'By Larkmoor Partners, L.P.', '401(k) plan']
const NAMES = [
  'Ashdown, Verity',
  'Fenwick, Otto B.',
  'Larkmoor Partners, L.P.',
  'Marisol Quintero',
  'Pryce-Jones, Gethin',
]
const ISSUERS = ['Calder Brick Corp. (CLDR)', 'Ostrava Chemicals Inc. (OSTV)', 'Pelican Air Freight (PLCN)']
const STREETS = ['4 Mill Street', '1200 Grand Avenue, Suite 900', 'One Harbor Plaza']
const TOWNS = ['Dayton, OH 45499', 'Provo, UT 84699', 'Salem, MA 01999']

const MONTHS = ['January', 'March', 'May', 'August', 'September', 'December']

const dateOf = (random: Random, year = between(random, 1996, 2002)): string => {
  const [month, day] = [between(random, 1, 12), between(random, 1, 28)]
  if (chance(random, 0.1)) return `${pick(random, MONTHS)} ${day}, ${year}`
  return `${month}/${String(day).padStart(2, '0')}/${String(year).slice(2)}`
}
const grouped = (value: number): string => String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
const sharesOf = (random: Random): string =>
  grouped(between(random, 1, 9) * 10 ** between(random, 1, 5) + between(random, 0, 99))
const priceOf = (random: Random): string =>
  pick(random, [
    `$${between(random, 1, 90)}.${between(random, 10, 99)}`,
    `$${between(random, 1, 9)}.125`,
    `${between(random, 5, 90)}.50`,
  ])

function rowI(random: Random, form: string): Row {
  const isHolding = form === '3' || chance(random, 0.25)
  const isIndirect = chance(random, 0.3)
  return {
    securityTitle: pick(random, TITLES),
    ...(!isHolding && {
      transactionDate: dateOf(random),
      code: pick(random, ['P', 'S', 'M', 'G', 'F']),
      ...(form === '4' && chance(random, 0.15) && { voluntary: 'V' }),
      amount: sharesOf(random) + (chance(random, 0.15) ? pick(random, [' (1)', '(1)']) : ''),
      acquiredOrDisposed: pick(random, ['A', 'D']),
      ...(chance(random, 0.85) && { price: priceOf(random) }),
    }),
    ...((isHolding || chance(random, 0.6)) && {
      owned: sharesOf(random),
      directOrIndirect: isIndirect ? 'I' : 'D',
      ...(isIndirect && { natureOfOwnership: pick(random, NATURES) }),
    }),
  }
}

function rowII(random: Random, form: string): Row {
  const amount = sharesOf(random)
  return {
    securityTitle: pick(random, RIGHTS),
    conversionOrExercisePrice: priceOf(random),
    ...(form !== '3' && {
      transactionDate: dateOf(random),
      code: pick(random, ['A', 'M', 'X', 'C']),
      [pick(random, ['acquired', 'disposed'])]: amount,
    }),
    exerciseDate: pick(random, [dateOf(random), 'Immed.']),
    expirationDate: dateOf(random, 2007),
    underlyingTitle: 'Common Stock',
    underlyingAmount: amount,
    ...(form !== '3' && chance(random, 0.3) && { price: priceOf(random) }),
    ...(form !== '3' && { owned: sharesOf(random) }),
    directOrIndirect: 'D',
  }
}

/* Columns */

interface Column {
  readonly key: ColumnKey
  readonly number: string
  readonly heading: string
}

const column = (number: string, key: ColumnKey, heading: string): Column => ({ number, key, heading })

function columnsI(form: string): readonly Column[] {
  if (form === '3')
    return [
      column('1.', 'securityTitle', 'Title of Security (Instr. 4)'),
      column('2.', 'owned', 'Amount of Securities Beneficially Owned (Instr. 4)'),
      column('3.', 'directOrIndirect', 'Ownership Form: Direct (D) or Indirect (I)'),
      column('4.', 'natureOfOwnership', 'Nature of Indirect Beneficial Ownership'),
    ]
  return [
    column('1.', 'securityTitle', 'Title of Security (Instr. 3)'),
    column('2.', 'transactionDate', 'Transaction Date (Month/ Day/Year)'),
    column('3.', 'code', 'Transaction Code'),
    ...(form === '4' ? [column('', 'voluntary', 'V')] : []),
    column('4.', 'amount', 'Securities Acquired or Disposed of Amount'),
    column('', 'acquiredOrDisposed', '(A) or (D)'),
    column('', 'price', 'Price'),
    column(
      '5.',
      'owned',
      `Amount of Securities Beneficially Owned at End of ${form === '4' ? 'Month' : 'Fiscal Year'}`,
    ),
    column('6.', 'directOrIndirect', 'Ownership Form: Direct (D) or Indirect (I)'),
    column('7.', 'natureOfOwnership', 'Nature of Indirect Beneficial Ownership'),
  ]
}

function columnsII(form: string): readonly Column[] {
  const isThree = form === '3'
  const n = (three: string, other: string) => (isThree ? three : other)
  return [
    column('1.', 'securityTitle', 'Title of Derivative Security'),
    ...(isThree ? [] : [column('2.', 'conversionOrExercisePrice', 'Conversion or Exercise Price')]),
    ...(isThree
      ? []
      : [
          column('3.', 'transactionDate', 'Transaction Date'),
          column('4.', 'code', 'Transaction Code'),
          ...(form === '4' ? [column('', 'voluntary', 'V')] : []),
          column('5.', 'acquired', 'Number of Derivative Securities (A)'),
          column('', 'disposed', '(D)'),
        ]),
    column(n('2.', '6.'), 'exerciseDate', 'Date Exercisable'),
    column('', 'expirationDate', 'Expiration Date'),
    column(n('3.', '7.'), 'underlyingTitle', 'Underlying Securities Title'),
    column('', 'underlyingAmount', 'Amount or Number of Shares'),
    ...(isThree ? [column('4.', 'conversionOrExercisePrice', 'Conversion or Exercise Price')] : []),
    ...(isThree ? [] : [column('8.', 'price', 'Price of Derivative Security')]),
    ...(isThree ? [] : [column('9.', 'owned', 'Number of Derivative Securities Beneficially Owned')]),
    column(n('5.', '10.'), 'directOrIndirect', 'Ownership Form'),
    column(n('6.', '11.'), 'natureOfOwnership', 'Nature of Ownership'),
  ]
}

/* Layout of a table */

interface Layout {
  readonly border: 'pipes' | 'runs' | 'stops' | 'gaps'
  readonly cut: 'words' | 'anywhere'
  readonly between: 'rule' | 'blank' | 'nothing'
  readonly rule: string
  readonly isNumbered: boolean
  readonly isCentred: boolean
  readonly dash: string
  readonly padding: number
  /** Whether Table II, and a wide Table I, is typed as two tables, one below the other. */
  readonly isHalved: boolean
  /** Whether a title is typed once for the rows below it. */
  readonly isTitledOnce: boolean
  readonly isCapital: boolean
  /** The boxes one below the other, or side by side. */
  readonly head: 'list' | 'piped' | 'gaps'
}

function layoutOf(random: Random): Layout {
  const border = pick(random, ['pipes', 'runs', 'stops', 'gaps'] as const)
  return {
    border,
    cut: border === 'pipes' && chance(random, 0.4) ? 'anywhere' : 'words',
    between: pick(random, ['rule', 'blank', 'nothing'] as const),
    rule: pick(random, ['-', '_', '=']),
    isNumbered: chance(random, 0.8),
    isCentred: chance(random, 0.3),
    dash: pick(random, ['', '', '-', '--']),
    padding: between(random, 0, 2),
    isHalved: chance(random, 0.15),
    isTitledOnce: chance(random, 0.1),
    isCapital: chance(random, 0.15),
    head: pick(random, ['list', 'list', 'piped', 'gaps'] as const),
  }
}

const SCALAR_WIDTH = 6
const isText = (key: ColumnKey): boolean => /title|nature/i.test(key)

function widthOf(random: Random, { key, heading, number }: Column, rows: readonly Row[], layout: Layout): number {
  const longest = Math.max(...rows.map((row) => row[key]?.length ?? 0))
  const word = Math.max(...`${number} ${heading}`.split(' ').map((one) => one.length))
  if (layout.cut === 'anywhere') return isText(key) ? between(random, 10, 22) : Math.max(longest, SCALAR_WIDTH)
  const least = isText(key)
    ? Math.max(...rows.flatMap((row) => (row[key] ?? '').split(' ').map((one) => one.length)))
    : longest
  const wide = isText(key) ? between(random, 12, 24) : between(random, SCALAR_WIDTH, 12)
  return Math.max(least, word > wide + 3 ? word : wide, key === 'voluntary' ? 1 : 3)
}

function wrapped(text: string, width: number, cut: Layout['cut']): string[] {
  if (cut === 'anywhere')
    return Array.from({ length: Math.max(1, Math.ceil(text.length / width)) }, (_, i) =>
      text.slice(i * width, (i + 1) * width),
    )
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.flatMap((line) => (line.length <= width ? [line] : wrapped(line, width, 'anywhere')))
}

function tableOf(random: Random, columns: readonly Column[], rows: readonly Row[], layout: Layout): string {
  const widths = columns.map((one) => widthOf(random, one, rows, layout))
  const pad = ' '.repeat(layout.padding)
  const gap = layout.border === 'pipes' ? `${pad}|${pad}` : ' '.repeat(Math.max(2, layout.padding + 1))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join(gap)
      .trimEnd()
  const block = (cells: readonly (readonly string[])[], isLow = false): string[] => {
    const height = Math.max(...cells.map((cell) => cell.length))
    const at = (cell: readonly string[], k: number) => cell[isLow ? k - height + cell.length : k] ?? ''
    return Array.from({ length: height }, (_, k) => line(cells.map((cell) => at(cell, k))))
  }
  const wide = widths.reduce((sum, width) => sum + width, 0) + gap.length * (columns.length - 1)
  const rule = layout.rule.repeat(wide)
  const heading = block(
    columns.map(({ number, heading: text }, i) =>
      wrapped(`${layout.isNumbered ? `${number} ` : ''}${text}`.trim(), widths[i]!, 'words'),
    ),
    !layout.isNumbered,
  )
  const under = {
    pipes: [rule],
    runs: [line(widths.map((width) => layout.rule.repeat(width)))],
    stops: [rule, line(widths.map((_, i) => (i === 0 ? '<S>' : '<C>')))],
    gaps: [rule],
  }[layout.border]
  const typed = rows.map((row) =>
    block(
      columns.map(({ key }, i) =>
        aligned(wrapped(row[key] ?? layout.dash, widths[i]!, layout.cut), key, widths[i]!, layout),
      ),
    ),
  )
  const parted = { rule: [rule], blank: [''], nothing: [] }[layout.between]
  const body = typed.flatMap((lines, i) => (i === 0 ? lines : [...parted, ...lines]))
  return [rule, ...heading, ...under, ...body, rule].join('\n')
}

function aligned(lines: readonly string[], key: ColumnKey, width: number, layout: Layout): readonly string[] {
  if (!layout.isCentred || layout.cut === 'anywhere' || isText(key)) return lines
  return lines.map((text) => ' '.repeat(Math.floor((width - text.length) / 2)) + text)
}

/** Columns 1 to 3 or 5, then the others below them, a row for a row. */
function tablesOf(
  random: Random,
  columns: readonly Column[],
  rows: readonly Row[],
  layout: Layout,
  from: string,
): string {
  const cut = columns.findIndex(({ number }) => number === from)
  if (!layout.isHalved || !layout.isNumbered || cut < 0) return tableOf(random, columns, rows, layout)
  const halves = [columns.slice(0, cut), columns.slice(cut)]
  const isWhole = halves.every((half) => rows.every((row) => half.some(({ key }) => row[key] !== undefined)))
  if (!isWhole) return tableOf(random, columns, rows, layout)
  return halves.map((half) => tableOf(random, half, rows, layout)).join('\n\n')
}

/* Head */

interface Boxes {
  readonly owner: readonly string[]
  readonly issuer: string
  readonly period: string
  readonly isDirector: boolean
  readonly isOfficer: boolean
  readonly title: string
}

const TICKS: readonly (readonly [string, string])[] = [
  ['[X]', '[ ]'],
  ['(X)', '( )'],
  ['[x]', '[_]'],
  ['_X_', '___'],
  ['/X/', '/ /'],
  ['[ X ]', '[   ]'],
  ['X', ' '],
]

function headOf(random: Random, form: string, boxes: Boxes): string {
  const number = pick(random, [
    (n: number) => `${n}. `,
    (n: number) => `(${n}) `,
    (n: number) => `Item ${n}. `,
    (n: number) => `${n}.  `,
  ])
  const [on, off] = pick(random, TICKS)
  const tick = (is: boolean) => (is ? on : off)
  const isInline = chance(random, 0.3)
  const answer = (text: string) => (isInline ? `:  ${text}` : `\n   ${text}`)
  const [issuer, period, original, relation, filing] = form === '3' ? [4, 2, 6, 5, 7] : [2, 4, 5, 6, 7]
  const periodLabel = form === '3' ? 'Date of Event Requiring Statement (Month/Day/Year)' : 'Statement for Month/Year'
  const texts = new Map<number, string>([
    [1, `Name and Address of Reporting Person\n${boxes.owner.map((line) => `   ${line}`).join('\n')}`],
    [issuer!, `Issuer Name and Ticker or Trading Symbol${answer(boxes.issuer)}`],
    [period!, `${periodLabel}${answer(boxes.period)}`],
    [original!, 'If Amendment, Date of Original (Month/Year)'],
    [
      relation!,
      `Relationship of Reporting Person(s) to Issuer (Check all applicable)\n` +
        `   ${tick(boxes.isDirector)} Director    ${tick(false)} 10% Owner\n` +
        `   ${tick(boxes.isOfficer)} Officer (give title below)    ${tick(false)} Other (specify below)` +
        (boxes.isOfficer ? `\n       ${boxes.title}` : ''),
    ],
    [
      filing!,
      `Individual or Joint/Group Filing (Check Applicable Line)\n` +
        `   ${tick(true)} Form filed by One Reporting Person\n   ${tick(false)} Form filed by More than One Reporting Person`,
    ],
  ])
  const apart = pick(random, ['\n', '\n\n', `\n${'-'.repeat(78)}\n`])
  return [...texts]
    .toSorted((a, b) => a[0] - b[0])
    .map(([n, text]) => `${number(n)}${text}`)
    .join(apart)
}

/** The boxes side by side in three columns. */
function gridOf(random: Random, form: string, boxes: Boxes, head: 'piped' | 'gaps'): string {
  const [on, off] = pick(random, TICKS)
  const tick = (is: boolean) => (is ? on : off)
  const isThree = form === '3'
  const numbers = isThree ? [1, 4, 3, 2, 6, 5, 7] : [1, 2, 3, 4, 5, 6, 7]
  const period = isThree ? 'Date of Event Requiring Statement' : 'Statement for Month/Year'
  const widths = [34, 38, 40]
  const label = (n: number, text: string, width: number) =>
    wrapped(`${numbers[n]}. ${text}`, width - 2, 'words').map((line, i) => (i > 0 ? `   ${line}` : line))
  const answer = (text: string) => ['', `   ${text}`, '']
  const stacks = [
    [...label(0, 'Name and Address of Reporting Person*', 34), '', ...boxes.owner.map((line) => `   ${line}`)],
    [
      ...label(1, 'Issuer Name and Ticker or Trading Symbol', 38),
      ...answer(boxes.issuer),
      ...label(3, period, 38),
      ...answer(boxes.period),
      ...label(4, 'If Amendment, Date of Original', 38),
      '',
    ],
    [
      ...label(5, 'Relationship of Reporting Person to Issuer (Check all applicable)', 40),
      `  ${tick(boxes.isDirector)} Director   ${tick(false)} 10% Owner`,
      `  ${tick(boxes.isOfficer)} Officer    ${tick(false)} Other`,
      '    (give title below)',
      ...(boxes.isOfficer ? [`    ${boxes.title}`] : []),
      ...label(6, 'Individual or Joint/Group Filing', 40),
      `  ${tick(true)} Form filed by One Reporting Person`,
      `  ${tick(false)} Form filed by More than One`,
      '      Reporting Person',
    ],
  ]
  const height = Math.max(...stacks.map((stack) => stack.length))
  const lines = Array.from({ length: height }, (_, i) => {
    const cells = stacks.map((stack, k) => (stack[i] ?? '').padEnd(widths[k]!))
    return head === 'piped' ? `|${cells.join('|')}|` : cells.join('  ').trimEnd()
  })
  const rule = '_'.repeat(widths.reduce((sum, width) => sum + width, 4))
  return [rule, ...lines, rule].join('\n')
}

const STATEMENTS: Readonly<Record<string, string>> = {
  3: 'INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES',
  4: 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
  5: 'ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP',
}

/** Rows whose title is that of the row above, without it. */
function titledOnce(rows: readonly Row[], layout: Layout): readonly Row[] {
  if (!layout.isTitledOnce) return rows
  return rows.map((row, i) => {
    if (i === 0 || row.owned === undefined || rows[i - 1]!.owned === undefined) return row
    const { securityTitle: _, ...rest } = row
    return rest
  })
}

/** `500 (1)` as the cases write it. */
function stateMarks(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text.replace(/ ?\((1)\)$/, ' ^$1')]))
}

/** The same in capitals, names of boxes left. */
function capitals(value: unknown): unknown {
  if (typeof value === 'string') return value.toUpperCase()
  if (Array.isArray(value)) return value.map(capitals)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'ticked' ? one : capitals(one)]))
}

/** A Form 3, 4 or 5 of invented people in a layout drawn by the seed. */
export function typedForm(seed: number): Typed {
  const random = randomFrom(seed)
  const form = pick(random, ['3', '4', '4', '5'])
  const layout = layoutOf(random)
  const I = titledOnce(
    Array.from({ length: between(random, 1, 4) }, () => rowI(random, form)),
    layout,
  )
  const II = Array.from({ length: between(random, 0, 2) }, () => rowII(random, form))
  const isOfficer = chance(random, 0.5)
  const boxes: Boxes = {
    owner: [pick(random, NAMES), pick(random, STREETS), pick(random, TOWNS)],
    issuer: pick(random, ISSUERS),
    period: form === '3' ? dateOf(random) : pick(random, ['8/98', 'March 1999', 'DECEMBER 1997']),
    isDirector: !isOfficer || chance(random, 0.5),
    isOfficer,
    title: pick(random, ['Treasurer', 'Vice President, Sales', 'Director of Research']),
  }
  const signed = `/s/ ${boxes.owner[0]}`
  const date = pick(random, ['April 9, 1999', '1/10/00', dateOf(random)])
  const note = 'Held in a margin account with a broker.'
  const what = form === '3' ? 'Beneficially Owned' : 'Acquired, Disposed of, or Beneficially Owned'
  const text = [
    'UNITED STATES SECURITIES AND EXCHANGE COMMISSION',
    'Washington, D.C. 20549',
    `FORM ${form}`,
    STATEMENTS[form]!,
    '',
    layout.head === 'list' ? headOf(random, form, boxes) : gridOf(random, form, boxes, layout.head),
    '',
    `Table I - Non-Derivative Securities ${what}`,
    tablesOf(random, columnsI(form), I, layout, '5.'),
    '',
    `Table II - Derivative Securities ${what}`,
    tablesOf(random, columnsII(form), II.length > 0 ? II : [{}], layout, '6.'),
    '',
    'Explanation of Responses:',
    `(1) ${note}`,
    '',
    ...pick(random, [
      [
        `${signed}          ${date}`,
        '-----------------------------   ----------',
        'Signature of Reporting Person   Date',
      ],
      [`Signature of Reporting Person: ${signed}`, `Date: ${date}`],
      ['SIGNATURE OF REPORTING PERSON', `   ${signed}`, 'DATE', date],
    ]),
    '',
  ].join('\n')
  const stated: StatedForm = {
    form,
    owners: [
      {
        name: boxes.owner[0],
        address: boxes.owner.slice(1),
        ticked: [...(boxes.isDirector ? ['isDirector'] : []), ...(isOfficer ? ['isOfficer'] : [])],
        ...(isOfficer && { officerTitle: boxes.title }),
      },
    ],
    issuer: boxes.issuer,
    periodOfReport: boxes.period,
    ticked: ['isOnePerson'],
    I: I.map(stateMarks),
    II,
    footnotes: { 1: note },
    signatures: [[signed, date]],
  }
  const inCase = (value: string) => (layout.isCapital ? value.toUpperCase() : value)
  return {
    text: inCase(text),
    stated: layout.isCapital ? (capitals(stated) as StatedForm) : stated,
    layout: JSON.stringify({ seed, form, ...layout }),
  }
}
