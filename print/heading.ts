import { type FormNumber, formTitle, lawCited, officialForms } from '@section16/core/facts'
import type { CalendarDate, OwnershipDocument } from '@section16/core/model'
import { type FilingHeader, headerFacts, pageCheckBoxes, printedFormName } from '@section16/core/render'
import type { Paper } from './paper.ts'
import { LOOKS, type Look, type Run } from './text.ts'
import { invalid, label, ours, plain, said, tick } from './words.ts'

const SIZE = 8
/** The form's number on the left and the OMB's approval on the right. */
const SIDE = 150

/** Form number, the SEC, the title, the OMB's approval, and what the submission's header knows. */
export function drawHeading(
  paper: Paper,
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
  header: FilingHeader,
): void {
  const { ombNumber, burdenHours } = officialForms[form]
  const start = paper.y
  const right = paper.left + paper.width
  const between = paper.width - 2 * SIDE
  const formEnd = column(paper, 'P', [said(`FORM ${printedFormName(document)}`, LOOKS.bold)], paper.left, SIDE, 15)
  const bold = (text: string, look: Look = LOOKS.bold): Run => ({ text, look })
  let end = column(
    paper,
    'P',
    [plain('UNITED STATES SECURITIES AND EXCHANGE COMMISSION\nWashington, D.C. 20549')],
    paper.left + SIDE,
    between,
    SIZE,
    'centre',
  )
  paper.y = end + 3
  end = column(paper, 'H1', [bold(formTitle(form, date))], paper.left + SIDE, between, 11, 'centre')
  paper.y = end + 3
  end = column(paper, 'P', [label(lawCited(date))], paper.left + SIDE, between, 7.5, 'centre')
  paper.y = start + 3
  const omb = `OMB APPROVAL\nOMB Number: ${ombNumber}\nEstimated average burden hours per response: ${burdenHours}`
  const ombEnd = column(paper, 'P', [plain(omb)], right - SIDE + 24, SIDE - 28, 6.5)
  paper.artifact('Layout', () => paper.frame(right - SIDE + 20, start, SIDE - 20, ombEnd - start + 3))
  paper.y = Math.max(formEnd, end, ombEnd + 3) + 5
  const known = headerFacts(header).flatMap(([name, value], i) => [
    label(`${i > 0 ? ' \u00b7 ' : ''}${name} `),
    said(value, LOOKS.bold),
  ])
  if (known.length > 0) paper.block('P', known, SIZE)
}

/** Text in a part of the page's width; returns where it ends. */
function column(
  paper: Paper,
  type: string,
  runs: readonly Run[],
  x: number,
  width: number,
  size: number,
  place: 'left' | 'centre' = 'left',
): number {
  const element = paper.element(type)
  let { y } = paper
  for (const line of paper.lines(runs, width, size)) {
    paper.line(line, place === 'left' ? x : x + (width - line.width) / 2, y, size, element)
    y += paper.lineHeight(size)
  }
  return y
}

/** The boxes to tick at the top. */
export function drawCheckBoxes(
  paper: Paper,
  document: OwnershipDocument,
  form: FormNumber,
  date: CalendarDate | undefined,
): void {
  for (const { box, state, written, why } of pageCheckBoxes(document, form, date)) {
    const answer = state === 'invalid' ? [tick('unknown'), plain(' '), invalid(written)] : [tick(state)]
    const reason = why === '' ? [] : [ours(` ${why}`)]
    paper.block('P', [...answer, plain(` ${box.title}`), ...reason], 7.5, { after: 1.5 })
  }
  paper.y += 3
}
