import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Diagnostic } from '@section16/core/model'
import { originOf } from '@section16/core/write'
import { commandDiagnostic } from './commandDiagnostics.ts'
import type { Filing, Other } from './filings.ts'
import type { Source } from './input/sources.ts'
import { type PaperReading, type PaperRoom, type PaperVerbOptions, paperRoom, paperRoomMissing } from './paperRoom.ts'
import { knowWordings, problemLine } from './problems.ts'
import { ReviewPage } from './reviewPage.ts'
import { UsageError } from './usageError.ts'

type Answers = ReturnType<PaperRoom['readAnswers']>['answers'][number]

/** Reads the paper among the files of one run; the paper room is loaded with the first that may be. */
export class PaperFilings {
  private readonly options: PaperVerbOptions
  private room: PaperRoom | undefined
  private answers: readonly Answers[] | undefined
  private readonly used = new Set<Answers>()
  private readonly review: ReviewPage | undefined

  constructor(options: PaperVerbOptions) {
    this.options = options
    this.review = options.review === undefined ? undefined : new ReviewPage(options.review, options.force ?? false)
  }

  /** The forms in a file, as filings; the file as it is where it holds none, with the reason where that is known. */
  async in(source: Source & { bytes: Uint8Array }, other: Other): Promise<(Filing | Other)[]> {
    this.room ??= await paperRoom()
    if (!this.room) return [withReason(other, [commandDiagnostic('I240')])]
    knowWordings(this.room.paperWordings)
    const hash = createHash('sha256').update(source.bytes).digest('hex')
    const answers = this.answersFor(hash)
    const { minCertainty } = this.options
    const result = await this.room.readPaper(source, { answers, minCertainty, withPages: this.review !== undefined })
    const { readings, diagnostics } = result
    if (readings.length === 0) return [withReason(other, diagnostics.filter(saysMore(other)))]
    for (const answer of answers) if (answer.form === undefined || answer.form <= readings.length) this.used.add(answer)
    const filings = readings.map((reading, i) => filingOf(other, reading, i))
    this.review?.write(this.room, other.file, hash, result)
    return filings
  }

  /** What was asked for and no file met: answers that were for none of them, a review of none. */
  async unmet(): Promise<readonly string[]> {
    this.room ??= await paperRoom()
    if (!this.room) throw paperRoomMissing()
    const unused = this.all(this.room).filter((answer) => !this.used.has(answer))
    const lines = unused.map(() => problemLine(this.options.answers!, this.room!.paperDiagnostic('P153')))
    if (this.review && !this.review.isWritten) lines.push(problemLine(this.review.path, commandDiagnostic('I242')))
    return lines
  }

  /** The answers to one file: those that name it by its hash, and those that name none. */
  private answersFor(hash: string): readonly Answers[] {
    return this.all(this.room!).filter(({ of }) => of === undefined || of.toLowerCase() === hash)
  }

  private all(room: PaperRoom): readonly Answers[] {
    this.answers ??= this.options.answers === undefined ? [] : readAnswersFile(room, this.options.answers)
    return this.answers
  }
}

function readAnswersFile(room: PaperRoom, path: string): readonly Answers[] {
  const { answers, diagnostics } = room.readAnswers(textOf(path))
  if (diagnostics.length > 0) throw new UsageError(problemLine(path, diagnostics[0]!))
  return answers
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`the answers ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** That a page or a text is no form is said already; of a file that is no text only that it is none. */
function saysMore({ diagnostics: [{ code: said }] }: Other): (reason: Diagnostic) => boolean {
  return ({ code }) => code !== 'P101' || said === 'I207'
}

function withReason(other: Other, reasons: readonly Diagnostic[]): Other {
  const [first, ...rest] = [...reasons, ...other.diagnostics]
  return { ...other, diagnostics: [first!, ...rest] }
}

/** A second form of one file has a name of its own. Answers that are no values are a mistake of who gave them. */
function filingOf(other: Other, paper: PaperReading, index: number): Filing {
  const { kind: _, diagnostics: __, ...known } = other
  const bad = paper.diagnostics.filter(({ code }) => code === 'P151' || code === 'P152')
  if (bad.length > 0) throw new UsageError(bad.map((one) => problemLine(other.file, one)).join('\n'))
  const { document, diagnostics } = paper
  return {
    kind: 'filing',
    ...known,
    file: index === 0 ? other.file : `${other.file}#${index + 1}`,
    source: 'paper',
    xml: new Uint8Array(),
    xmlStart: undefined,
    reading: { outcome: 'read', document, diagnostics, text: '' },
    origin: {
      ...(other.submission && originOf(other.submission)),
      ...(other.accessionNumber && { accessionNumber: other.accessionNumber }),
    },
    around: [],
    paper,
  }
}
