import { counted } from './counted.ts'
import { printable } from './input/names.ts'
import type { PaperReading } from './paperRoom.ts'
import { diagnosticJson, nameOf } from './problems.ts'
import { styled } from './terminal.ts'

const KINDS: Readonly<Record<PaperReading['recognised']['kind'], string>> = {
  typedText: 'typed text',
  html: 'HTML',
  pdf: 'PDF',
  scan: 'scan',
  ocrText: 'text made by OCR',
}

type Field = NonNullable<ReturnType<PaperReading['fields']['get']>>

/** The fields with a value that a person should compare with the paper: corrected, or doubtful. */
export function doubtfulFields({ fields }: PaperReading): Field[] {
  return [...fields.values()].filter(
    ({ value, correction, isFlagged }) => value !== undefined && (correction !== undefined || isFlagged),
  )
}

/** Below the form: what it was taken for and how surely, what was corrected or is doubtful, what is asked. */
export function drawPaper(paper: PaperReading, colour: boolean): string[] {
  const { questions } = paper
  return [
    recognisedLine(paper),
    ...paper.diagnostics
      .filter(({ code }) => !code.startsWith('P12'))
      .map((one) => {
        const { code, message } = diagnosticJson(one)
        return `  ${styled('dim', `${code} ${nameOf(code)}`, colour)}  ${printable(message)}`
      }),
    ...titled(
      'Corrected or doubtful:',
      doubtfulFields(paper).flatMap((field) => fieldLines(field, colour)),
    ),
    ...titled(
      `Asked (${counted(questions.length, 'field')}; answer with --answers):`,
      questions.map((one) => questionLine(one, colour)),
    ),
  ]
}

function recognisedLine({ recognised }: PaperReading): string {
  const { kind, form, isAmendment, edition, certainty } = recognised
  const name = form === undefined ? 'form not known' : `Form ${form}${isAmendment ? '/A' : ''}`
  return `Read from paper: ${KINDS[kind]}, ${name}, edition ${edition ?? 'not known'}, certainty ${certainty}`
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [title, ...lines] : []
}

function fieldLines(field: Field, colour: boolean): string[] {
  const { path, value, correction, doubts, certainty, alternatives, answered, isFlagged } = field
  const read = correction
    ? `read as “${correction.from}”, corrected to ${value}, because ${correction.because}`
    : `${value}`
  const more = [...doubts, ...(alternatives.length > 0 ? [`perhaps ${alternatives.join(' or ')}`] : [])]
  const who = answered ? ` (${answered.by}, ${answered.on})` : ''
  return [
    `  ${styled(isFlagged ? 'yellow' : 'dim', shortOf(path), colour)}  certainty ${certainty}`,
    `    ${printable([`${read}${who}`, ...more].join('; '))}`,
  ]
}

const WHY: Readonly<Record<PaperReading['questions'][number]['reason'], string>> = {
  missing: 'not on the paper',
  unread: 'could not be read',
  misfit: 'no value of this field, kept as written',
  contradiction: 'says two things',
  uncertain: 'less certain than asked for',
  notWhole: 'is this all of the form?',
}

function questionLine(
  { path, reason, isNeeded, words, alternatives }: PaperReading['questions'][number],
  colour: boolean,
): string {
  const said = words === '' ? '' : `: “${words}”`
  const perhaps = alternatives.length > 0 ? `, perhaps ${alternatives.join(' or ')}` : ''
  const needed = isNeeded ? ', needed to file' : ''
  return `  ${styled('yellow', shortOf(path), colour)}  ${printable(WHY[reason] + said + perhaps + needed)}`
}

/** Answers take the whole path; people do without its root. */
function shortOf(path: string): string {
  return path.replace('/ownershipDocument/', '/')
}
