import type { PaperCell, PaperFootnote } from '../../form/paperForm.ts'
import type { Word } from '../../page/page.ts'
import { cellOf } from '../text/cell.ts'
import type { GridLine } from '../text/grid.ts'
import { isPrint } from '../text/print.ts'
import { segmentsOf } from '../text/segments.ts'
import { doubted, textOf } from '../text/words.ts'

/** What stands under `Explanation of Responses`. */
export interface Responses {
  readonly footnotes: readonly PaperFootnote[]
  /** What has no mark: before the first footnote, or a paragraph apart from a list of them. */
  readonly remarks: PaperCell | undefined
  readonly print: readonly Word[]
}

/** `(1)`, `[a]`, `/1/`, `1.`, `2)`, `3/`, `**`, `Note 4:`; what follows a number or star begins a text. */
const MARK =
  /^(?:[([{](\d{1,2}|[A-Za-z]|\*{1,4})[\])}][.:-]?|\/(\d{1,2})\/[.:-]?|(\d{1,2})[.):/]|(\*{1,4})|\((\d{1,2})\):)$/
const GLUED = /^(?:[([{](\d{1,2}|[a-z])[\])}]|\/(\d{1,2})\/|(\*{1,4})|(\d{1,2})\))(?=[A-Z("])/

interface Open {
  readonly mark: string
  readonly lines: Word[][]
}

/** A paragraph apart may be more of the note above it, or nobody's. */
const APART = 0.6

/**
 * Footnotes by their marks at the beginning of a line; a line without one goes on with the one before. A paragraph that
 * stands apart and has no mark is a remark where the notes stand together, else doubtful more of the note above.
 */
export function readResponses(lines: readonly GridLine[]): Responses {
  const notes: Open[] = []
  const loose: Word[][] = []
  const print: Word[] = []
  const areTogether = standTogether(lines)
  let apart: 'no' | 'note' | 'remark' = 'no'
  let isAfterBlank = false
  for (const line of lines) {
    const words = withoutHeading(
      segmentsOf(line).flatMap((segment) => segment.words),
      print,
    )
    if (line.isBlank) isAfterBlank = true
    if (words.length === 0) continue
    if (isPrint(words)) {
      print.push(...words)
      continue
    }
    const start = startOf(words)
    if (start) apart = 'no'
    else if (isAfterBlank && notes.length > 0 && /^\p{Lu}/u.test(words[0]!.text))
      apart = areTogether ? 'remark' : 'note'
    isAfterBlank = false
    if (start) {
      print.push(...words.slice(0, start.skipped))
      notes.push({ mark: start.mark, lines: [start.glued ?? words.slice(start.skipped)] })
    } else if (notes.length === 0) loose.push(words)
    else if (apart === 'remark') loose.push([...doubted(words, APART)])
    else notes.at(-1)!.lines.push(apart === 'note' ? [...doubted(words, APART)] : words)
  }
  const footnotes = notes.flatMap(({ mark, lines: texts }) => {
    const text = cellOf(texts)
    return text ? [{ mark, text }] : []
  })
  return { footnotes, remarks: cellOf(loose), print }
}

function withoutHeading(words: Word[], print: Word[]): Word[] {
  const text = textOf(words)
  const heading = /^\W*(?:explanations?\s+of\s+responses?|remarks?(?=\s*:))\s*(?:\(.*?\)\s*)?[:.*-]*/i.exec(text)
  if (!heading) return words
  const count = textOf(words).slice(0, heading[0].length).trim().split(/\s+/).length
  print.push(...words.slice(0, count))
  return words.slice(count)
}

/** Whether two notes or more stand together, none with a blank line above it but the first. */
function standTogether(lines: readonly GridLine[]): boolean {
  const starts = lines.flatMap((line, i) => (line.words.length > 0 && startOf(line.words) ? [i] : []))
  return starts.length > 1 && starts.slice(1).every((at) => !lines[at - 1]!.isBlank)
}

interface Start {
  readonly mark: string
  readonly skipped: number
  /** The first line, where the mark is glued to its first word. */
  readonly glued?: Word[]
}

function startOf(words: readonly Word[]): Start | undefined {
  const first = words[0]!.text
  if (/^[([{]?(?:foot)?note$/i.test(first) && /^\(?\d{1,2}[)\]}]?[.:)-]*$/.test(words[1]?.text ?? ''))
    return { mark: words[1]!.text.replace(/\D/g, ''), skipped: 2 }
  const whole = MARK.exec(first)
  if (whole && words.length > 1) return { mark: whole.slice(1).find((group) => group !== undefined)!, skipped: 1 }
  const glued = GLUED.exec(first)
  if (!glued) return undefined
  const mark = glued.slice(1).find((group) => group !== undefined)!
  return { mark, skipped: 0, glued: [{ ...words[0]!, text: first.slice(glued[0].length) }, ...words.slice(1)] }
}
