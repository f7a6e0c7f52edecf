import { MASKED_CCC, type Reported, type ReportingOwner } from '@section16/core/model'
import { addressLines, clean, footnoteNumber, type PrintedCell, type PrintedPart } from '@section16/core/render'
import { LOOKS, type Run } from './text.ts'

/** Every text of a filing goes through here: no control or bidi character is left, line ends are blanks. */
export const said = (text: string, look: Run['look'] = LOOKS.plain): Run => ({ text: inLine(text), look })

const inLine = (text: string) => clean(text).replaceAll('\n', ' ')

export const plain = (text: string): Run => ({ text, look: LOOKS.plain })
export const label = (text: string): Run => ({ text, look: LOOKS.label })
export const ours = (text: string): Run => ({ text, look: LOOKS.ours })

/** Text that is no value of its field, as on the other pages. */
export const invalid = (written: string): Run => ({ text: `\u2039${inLine(written.trim())}\u203a?`, look: LOOKS.bad })

/** A piece of a cell. */
export const part = ({ kind, text }: PrintedPart): Run =>
  kind === 'value' ? said(text) : kind === 'invalid' ? invalid(text) : { ...ours(''), text: inLine(text) }

/** A field's value by `print`, its text if it is no value, or nothing. */
export function field<T>(value: Reported<T>, print: (value: T) => string): Run[] {
  if (value.kind === 'value') return [said(print(value.value))]
  return value.kind === 'invalid' ? [invalid(value.written)] : []
}

const TICKS = { ticked: '\u2612', empty: '\u2610', unknown: '[?]' } as const

/** A box to tick. */
export const tick = (state: keyof typeof TICKS): Run => plain(TICKS[state])

/** The box of a yes or no; no answer is an empty box, as on the form. */
export function tickOf(value: Reported<boolean>): Run[] {
  if (value.kind === 'invalid') return [tick('unknown'), plain(' '), invalid(value.written)]
  return [tick(value.value ? 'ticked' : 'empty')]
}

/** A name with a link to what EDGAR has of its CIK. */
export function named(name: Reported<string>, cik: Reported<string>): Run {
  if (name.value === undefined) return ours('name not given')
  const run = said(name.value, LOOKS.bold)
  if (cik.kind !== 'value') return run
  const url = `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${cik.value}`
  return { ...run, link: { url, says: `CIK ${cik.value} on EDGAR` } }
}

/** On a line of its own, `CIK 0009999903`; nothing where the filing has none. */
export function cikLine(cik: Reported<string>): Run[] {
  const value = field(cik, String)
  return value.length === 0 ? [] : [label('\nCIK '), ...value]
}

/** An owner's name, address, CIK and, where one came with a submission, the mask of the CCC. */
export function owner({ id, address }: ReportingOwner): Run[] {
  const lines = addressLines(address).flatMap((line) => [plain('\n'), said(line)])
  const ccc = id.ccc.present ? [label(`\nCCC ${MASKED_CCC}`)] : []
  return [named(id.name, id.cik), ...lines, ...cikLine(id.cik), ...ccc]
}

/** Parts with a blank between two. */
export const parts = (all: readonly PrintedPart[]): Run[] => between(all.map(part), ' ')

/** Runs with a text between two. */
export function between(runs: readonly Run[], text: string): Run[] {
  return runs.flatMap((run, i) => (i === 0 ? [run] : [plain(text), run]))
}

/** A cell with its footnotes' marks, which lead to their notes where `to` knows them. */
export function cell(content: PrintedCell, to: (id: string) => string): Run[] {
  return content.flatMap((line, i) => {
    const marks = line.marks.map((id): Run => {
      const text = `(${inLine(footnoteNumber(id))})`
      return { text, look: LOOKS.mark, link: { to: to(id), says: `footnote ${text}` } }
    })
    return [...(i > 0 ? [plain('\n')] : []), ...parts(line.parts), ...marks]
  })
}
