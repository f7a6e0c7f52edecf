import { type FormNumber, fixedNotes } from '@section16/core/facts'
import type { PaperFootnote, PaperSignature } from '../form/paperForm.ts'
import { LabelText } from '../labels/findLabel.ts'
import { sectionLabels } from '../labels/sectionLabels.ts'
import { PRINTED, textsOf, type Wording } from '../labels/wording.ts'
import type { Word } from '../page/page.ts'
import { cellOf, hasDateShape, isDateShape } from './cells.ts'
import { type TextLine, textOf, wordsIn } from './textLines.ts'

/** What stands below the tables. */
export interface Foot {
  readonly footnotes: readonly PaperFootnote[]
  readonly remarks: readonly (readonly Word[])[]
  readonly signatures: readonly PaperSignature[]
  readonly form: readonly Word[]
  readonly noise: readonly Word[]
  readonly rest: readonly (readonly Word[])[]
}

/** The share of a label's letters that may differ. */
const MOST = 0.2

/** What a line below the tables is. */
type Part = 'explanation' | 'remarks' | 'signatureLabel' | 'fixed' | undefined

interface FootLine {
  readonly words: Word[]
  readonly part: Part
}

/** A line that begins one of these begins a part of the foot; tables end there. */
export function isFootLabel(line: TextLine): boolean {
  return (
    ['explanation', 'remarks', 'signatureLabel'].includes(partOf(wordsIn(line), []) ?? '') || isSignature(wordsIn(line))
  )
}

/** Reads the explanation, the remarks and the signatures; the notes that every form has belong to the form. */
export function readFoot(lines: readonly TextLine[], form: FormNumber): Foot {
  const notes = fixedNotes(form).map(({ text }) => text)
  const parts = lines.map((line): FootLine => {
    const words = wordsIn(line)
    return { words, part: partOf(words, notes) }
  })
  return new FootReader(parts).read()
}

function partOf(words: readonly Word[], notes: readonly string[]): Part {
  const text = textOf(words)
  const is = (label: string) => {
    const found = new LabelText(words.map((word) => word.text)).find(label, MOST)
    return found !== undefined && !words.slice(0, found.from).some((word) => /\p{L}{2}/u.test(word.text))
  }
  const saysAny = (wordings: readonly Wording[]) => textsOf(wordings, PRINTED).some(is)
  if (saysAny(sectionLabels.explanation)) return 'explanation'
  if (/^\W*remarks\s*:/i.test(text)) return 'remarks'
  if (saysAny(sectionLabels.signature)) return 'signatureLabel'
  return notes.some(is) || /^\W*date\W*$/i.test(text) ? 'fixed' : undefined
}

function isSignature(words: readonly Word[]): boolean {
  return /(?:^|\s)\/s\/?/i.test(textOf(words))
}

class FootReader {
  private readonly lines: readonly FootLine[]
  private readonly taken = new Set<FootLine>()
  private readonly form: Word[] = []

  constructor(lines: readonly FootLine[]) {
    this.lines = lines
  }

  read(): Foot {
    for (const line of this.lines) if (line.part === 'signatureLabel' || line.part === 'fixed') this.take(line)
    const signatures = this.signatures()
    const { footnotes, remarks } = this.explanation()
    const left = this.lines.filter((line) => !this.taken.has(line)).map(({ words }) => words)
    return {
      footnotes,
      remarks,
      signatures,
      form: this.form,
      noise: left.filter((words) => !/\p{L}{2}/u.test(textOf(words))).flat(),
      rest: left.filter((words) => /\p{L}{2}/u.test(textOf(words))),
    }
  }

  private take(line: FootLine): void {
    this.taken.add(line)
    this.form.push(...line.words)
  }

  /** Lines with `/s/`, or else the last line of words above the label of the signature; each with the day next to it. */
  private signatures(): PaperSignature[] {
    const signed = this.lines.filter(({ words }) => isSignature(words))
    const label = this.lines.findIndex(({ part }) => part === 'signatureLabel')
    const above = this.lines.slice(0, Math.max(label, 0)).findLast((line) => this.mayBeName(line))
    const names = signed.length > 0 ? signed : above ? [above] : []
    return names.map((line) => this.signature(line))
  }

  private mayBeName(line: FootLine): boolean {
    const text = textOf(line.words)
    return (
      line.part === undefined &&
      /\p{L}{2}/u.test(text) &&
      !hasDateShape(text) &&
      footnoteStart(line.words) === undefined &&
      text.length < 80
    )
  }

  private signature(line: FootLine): PaperSignature {
    this.taken.add(line)
    const at = dayAt(line.words)
    const [nameWords, dayWords] =
      at < 0 ? [line.words, this.dayAfter(line)] : [line.words.slice(0, at), line.words.slice(at)]
    const [name, date] = [cellOf(nameWords), cellOf(dayWords)]
    return { ...(name && { name }), ...(date && { date }) }
  }

  /** The first line behind that is a day and nothing else. */
  private dayAfter(line: FootLine): readonly Word[] {
    const behind = this.lines.slice(this.lines.indexOf(line) + 1)
    const day = behind.find((one) => !this.taken.has(one) && dayAt(one.words) === 0)
    if (!day) return []
    this.taken.add(day)
    return day.words
  }

  private explanation(): Pick<Foot, 'footnotes' | 'remarks'> {
    const footnotes: { mark: string; lines: Word[][] }[] = []
    const remarks: Word[][] = []
    let part: Part
    for (const line of this.lines) {
      if (line.part === 'explanation' || line.part === 'remarks') part = line.part
      if (line.part === 'explanation') this.take(line)
      if (this.taken.has(line) || part === undefined) continue
      if (part === 'remarks') this.remark(line, remarks)
      else this.footnote(line, footnotes)
    }
    return {
      footnotes: footnotes.map(({ mark, lines }) => ({ mark, text: cellOf(lines.flat(), lines)! })),
      remarks,
    }
  }

  private remark(line: FootLine, remarks: Word[][]): void {
    this.taken.add(line)
    const isLabel = line.part === 'remarks'
    const start = isLabel ? line.words.findIndex(({ text }) => text.includes(':')) + 1 : 0
    this.form.push(...line.words.slice(0, start))
    if (line.words.length > start) remarks.push(line.words.slice(start))
  }

  private footnote(line: FootLine, footnotes: { mark: string; lines: Word[][] }[]): void {
    const mark = footnoteStart(line.words)
    const last = footnotes.at(-1)
    if (mark === undefined && (!last || !/\p{L}{2}/u.test(textOf(line.words)))) return
    this.taken.add(line)
    if (mark === undefined) last!.lines.push([...line.words])
    else {
      this.form.push(line.words[0]!)
      footnotes.push({ mark, lines: [line.words.slice(1)] })
    }
  }
}

/** The index of the first word of a day that ends the line, or -1. */
function dayAt(words: readonly Word[]): number {
  for (let from = 0; from < words.length; from++) {
    if (isDateShape(textOf(words.slice(from)))) return from
  }
  return -1
}

/** The mark that begins a footnote: `1.`, `(1)`, `a)`, `*`. */
function footnoteStart(words: readonly Word[]): string | undefined {
  if (words.length < 2) return undefined
  const [, bracketed, pointed, star] =
    /^(?:[([](\d{1,2}|[a-z])[)\]][.:]?|(\d{1,2}|[a-z])[.):]|(\*{1,3}))$/i.exec(words[0]!.text) ?? []
  return bracketed ?? pointed ?? star
}
