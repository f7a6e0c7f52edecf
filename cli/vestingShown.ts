import {
  type Exercisable,
  type RowVesting,
  type VestingLine,
  type VestingTable,
  vestingReasonWordings,
} from '@section16/core/ledger'
import type { Table } from '@section16/core/write'
import { drawDerivation } from './derivationDrawn.ts'
import type { Filing } from './filings.ts'
import { printable } from './input/names.ts'
import { type Column, drawColumns } from './table.ts'
import { hasColour, type ShowOptions, styled, widthOf } from './terminal.ts'

/** What a filing says about vesting, as JSON. Shares are decimal strings, parts exact. */
export function vestingJson({ file, accessionNumber }: Filing, vestings: readonly RowVesting[]): object {
  return { file, accessionNumber: accessionNumber ?? null, rows: vestings.map(rowJson) }
}

function rowJson(vesting: RowVesting): object {
  const { row, securityTitle, footnote, reading, words, schedule, tables, derivation } = vesting
  return {
    row,
    securityTitle: securityTitle ?? null,
    footnote,
    words,
    at: reading.at,
    certainty: reading.certainty,
    reasons: reading.reasons,
    notes: reading.notes,
    total: schedule?.total === undefined ? null : String(schedule.total),
    complete: schedule?.isComplete ?? null,
    tables: tables.map(tableJson),
    derivation,
  }
}

function tableJson({ convention, lines, exercisable }: VestingTable): object {
  return {
    convention,
    instalments: lines.map(({ on, isLatest, words, fraction, shares, cumulative }) => ({
      date: on ?? null,
      latest: isLatest,
      words: words ?? null,
      part: partText(fraction),
      shares: shares === undefined ? null : String(shares),
      cumulative: cumulative === undefined ? null : String(cumulative),
    })),
    ...(exercisable && {
      exercisable: {
        on: exercisable.on,
        through: exercisable.through,
        vested: String(exercisable.vested),
        within60Days: String(exercisable.within60Days),
        atLeast: exercisable.isAtLeast,
      },
    }),
  }
}

/** `1/48`, in lowest terms. */
function partText({ numerator, denominator }: VestingLine['fraction']): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}

function worded({ reasons }: RowVesting['reading']): string {
  return reasons.map((reason) => vestingReasonWordings[reason]).join('; ')
}

/** One row for each instalment and convention; one without a date for words that were left. */
export function vestingTable(filings: readonly [Filing, readonly RowVesting[]][]): Table & { rows: string[][] } {
  const columns = ['file', 'row', 'securityTitle', 'footnote', 'certainty', 'reasons', 'convention', 'date', 'latest']
  const rows = filings.flatMap(([filing, vestings]) => vestings.flatMap((vesting) => csvRows(filing, vesting)))
  return { columns: [...columns, 'part', 'shares', 'cumulative', 'words'], rows }
}

function csvRows({ file }: Filing, vesting: RowVesting): string[][] {
  const { row, securityTitle = '', footnote, reading, words, tables } = vesting
  const head = [file, String(row), securityTitle, footnote, reading.certainty, reading.reasons.join(' ')]
  if (tables.length === 0) return [[...head, '', '', '', '', '', '', words]]
  return tables.flatMap(({ convention, lines }) =>
    lines.map((line) => [
      ...head,
      convention,
      String(line.on ?? ''),
      String(line.isLatest),
      partText(line.fraction),
      String(line.shares ?? ''),
      String(line.cumulative ?? ''),
      line.words ?? '',
    ]),
  )
}

/** A filing's vesting for people: one table for each row and footnote, the conventions side by side. */
export function drawVesting(
  { file, accessionNumber }: Filing,
  vestings: readonly RowVesting[],
  options: ShowOptions & { explain?: boolean },
): string[] {
  const heading = styled('bold', printable(accessionNumber ?? file), hasColour(options))
  if (vestings.length === 0) return [heading, '  no footnote of a derivative row speaks of vesting', '']
  return [heading, ...vestings.flatMap((vesting) => drawRow(vesting, options)), '']
}

function drawRow(vesting: RowVesting, options: ShowOptions & { explain?: boolean }): string[] {
  const { row, securityTitle, footnote, reading, words, schedule, tables, derivation } = vesting
  const shares = schedule?.total === undefined ? '' : `, ${schedule.total} shares`
  const title = `  row ${row}: ${securityTitle ?? '?'}${shares} (footnote ${footnote}, ${reading.certainty})`
  const why = options.explain ? drawDerivation(derivation) : []
  const quoted = wrapped(`“${words}”`, widthOf(options) - 4).map((line) => `    ${line}`)
  if (tables.length === 0) {
    const reason = reading.certainty === 'left' ? worded(reading) : 'its shares are numbered, the award’s are not known'
    return ['', printable(title), ...quoted, `    unknown: ${reason}`, ...why]
  }
  const assumed = reading.reasons.length > 0 ? [`    assumed: ${worded(reading)}`] : []
  const notes = reading.notes.map((note) => printable(`    ${note.kind}: ${note.words}`))
  const counted = schedule?.total === undefined ? [] : tables
  const lines = linesOf(tables[0]?.lines ?? [], counted)
  const drawn = drawColumns(columnsOf(counted), lines, widthOf(options) - 4).map((line) => `    ${line}`)
  const unknown = counted.length > 0 ? [] : ['    shares unknown: --shares gives them']
  const partial = schedule?.isComplete ? [] : ['    not the whole award: of the rest nothing is said']
  const asked = exercisableLines(tables)
  return ['', printable(title), ...quoted, ...assumed, '', ...drawn, ...unknown, ...partial, ...asked, ...notes, ...why]
}

function columnsOf(tables: readonly VestingTable[]): Column[] {
  const conventions = tables.flatMap(({ convention }): Column[] => [
    { title: convention, align: 'right' },
    { title: 'sum', align: 'right' },
  ])
  return [{ title: 'vests', gives: true }, { title: 'part', align: 'right' }, ...conventions]
}

function linesOf(first: readonly VestingLine[], tables: readonly VestingTable[]): string[][] {
  return first.map((line, i) => [
    dayOf(line),
    partText(line.fraction),
    ...tables.flatMap(({ lines }) => [String(lines[i]?.shares), String(lines[i]?.cumulative)]),
  ])
}

function dayOf({ on, isLatest, words }: VestingLine): string {
  if (!on) return `unknown: ${words ?? '?'}`
  return isLatest ? `by ${String(on)}${words === undefined ? '' : `, or ${words}`}` : String(on)
}

/** Said once where all conventions agree. */
function exercisableLines(tables: readonly VestingTable[]): string[] {
  const said = tables.flatMap(({ convention, exercisable }) => (exercisable ? [{ convention, exercisable }] : []))
  const texts = new Set(said.map(({ exercisable }) => exercisableText(exercisable)))
  if (texts.size === 1) return [...texts].map((text) => `    exercisable ${text}`)
  return said.map(({ convention, exercisable }) => `    exercisable (${convention}) ${exercisableText(exercisable)}`)
}

function exercisableText({ on, through, vested, within60Days, isAtLeast }: Exercisable): string {
  const least = isAtLeast ? 'at least ' : ''
  return `on ${String(on)}: ${least}${vested}; within 60 days, by ${String(through)}: ${least}${within60Days}`
}

/** Words in lines of at most so many characters. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of printable(text).split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
