import { type Diagnostic, Issuer, type OwnershipDocument, type Submission } from '@section16/core/model'
import { inspectValues } from '@section16/core/read'
import type { Answers } from '../answers/answers.ts'
import type { PaperForm, PaperRow } from '../form/paperForm.ts'
import { paperEdition } from '../labels/paperEditions.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import { applyAnswers } from './answers.ts'
import { doubtBalances, doubtDates } from './crossChecks.ts'
import { fieldDiagnostics, formDiagnostics, questionDiagnostics } from './diagnose.ts'
import { Draft } from './draft.ts'
import type { FieldReader } from './fieldReader.ts'
import { addFootnotes, FootnoteMarks } from './footnotes.ts'
import { addHeaderFacts } from './header.ts'
import { readFoot, readHeading } from './heading.ts'
import { readIssuer } from './issuer.ts'
import { lacksOf, WHOLE_FORM } from './lacks.ts'
import { readOwners } from './owners.ts'
import type { PaperReading, Recognised } from './paperReading.ts'
import { questionsOf } from './questions.ts'
import type { ReadRow } from './readRow.ts'
import { readRows } from './rows.ts'
import { evidenceOf } from './settled.ts'

/** What is known beside the paper. */
export interface UnderstandContext {
  /** The submission the form stood in: its header gives the CIKs, named as the source of them. */
  readonly submission?: Submission | undefined
  /** The other forms of the same file: a page that is not this one's may be theirs. */
  readonly beside?: readonly PaperForm[]
  /** What was said about this form; of two answers to one field the later holds. */
  readonly answers?: readonly Answers[]
  /** Fields read with less certainty are left open and asked for; 0 to 1, 0 where nothing is said. */
  readonly minCertainty?: number | undefined
}

/**
 * Makes the ownership document of a form on paper, by the form's own logic, with the evidence for every field. Nothing is
 * invented: what is not on the paper stays absent and becomes a question, what is legible and no value is kept as written,
 * what was repaired says so. Bad answers are diagnostics (P151, P152) of severity `suspends`.
 */
export function understand(form: PaperForm, context: UnderstandContext = {}): PaperReading {
  const draft = new Draft()
  const reader = readerOf(draft, form)
  if (form.issuer || form.tradingSymbol) draft.document.issuer = new Issuer()
  readHeading(reader, form)
  readIssuer(reader, form)
  readOwners(reader, form)
  const tables = (['I', 'II'] as const).map((table) => readRows(reader, form, table))
  addFootnotes(draft, form.footnotes, reader.marks)
  readFoot(reader, form)
  const rows = tables.flatMap((table) => table.rows)
  const unplaced = [...form.unplaced, ...tables.flatMap((table) => table.unplaced)]
  if (reader.isOcr) doubtByLogic(draft, rows)
  const header = context.submission ? addHeaderFacts(draft, context.submission) : []
  const answered = (context.answers ?? []).flatMap((answers) => applyAnswers(draft, answers))
  const certainties = new Map([...draft.fields].map(([path, field]) => [path, evidenceOf(path, field)]))
  const isBlank = isBlankForm(form)
  const lacks = isBlank || isSaidToBeWhole(context) ? [] : lacksOf(form, context.beside)
  const isWhole = lacks.length === 0
  const questions = questionsOf(draft, { isWhole, minCertainty: context.minCertainty ?? 0 })
  draft.write()
  const fields = new Map([...draft.fields].map(([path, field]) => [path, evidenceOf(path, field)]))
  return {
    document: draft.document,
    fields,
    questions,
    recognised: recognisedOf(form, isBlank, lacks),
    diagnostics: [
      ...formDiagnostics({ ...form, unplaced }, { isBlank, lacks }),
      ...answered,
      ...header,
      ...fieldDiagnostics(fields.values()),
      ...questionDiagnostics(questions, certainties),
      ...homelessMarks(draft),
      ...inspected(draft.document, context.submission),
    ],
    ignored: [...form.ignored, ...tables.flatMap(({ empty }) => empty.map(ignoredRow))],
    unplaced,
  }
}

/** Of several answers the later holds. */
function isSaidToBeWhole({ answers = [] }: UnderstandContext): boolean {
  return answers.findLast((one) => WHOLE_FORM in one.answers)?.answers[WHOLE_FORM] === true
}

function readerOf(draft: Draft, form: PaperForm): FieldReader {
  const isOcr = form.kind === 'ocrText' || form.kind === 'scan'
  const isPrintOfXml = paperEdition(form.edition)?.isPrintOfXml ?? false
  return { draft, marks: new FootnoteMarks(form.footnotes), kind: form.kind, isOcr, isPrintOfXml }
}

function doubtByLogic(draft: Draft, rows: readonly ReadRow[]): void {
  doubtDates(draft, rows)
  doubtBalances(draft, rows)
}

function homelessMarks({ homeless }: Draft): Diagnostic[] {
  return [...homeless].map(([path, ids]) => paperDiagnostic('P142', { footnotes: ids.join(', ') }, path))
}

/** Footnotes and marks that do not meet, years that cannot be. What is no value is asked for already. */
function inspected(document: OwnershipDocument, submission: Submission | undefined) {
  const asked = new Set(['R151', 'R152', 'R153', 'R154'])
  return inspectValues(document, submission?.filedAsOf).filter(({ code }) => !asked.has(code))
}

/** A line that says `None`: it belongs to the form, which asks for a line. */
function ignoredRow(row: PaperRow) {
  return { why: 'form' as const, words: Object.values(row).flatMap(({ words }) => words) }
}

/** Nobody, no issuer, no line, no signature. */
function isBlankForm({ owners, issuer, rows, signatures, periodOfReport }: PaperForm): boolean {
  const isUnsigned = signatures.every(({ name, date }) => !name && !date)
  return (
    owners.every(({ name }) => !name) &&
    !issuer &&
    !periodOfReport &&
    isUnsigned &&
    rows.I.length + rows.II.length === 0
  )
}

/** A form number, an edition, and the boxes that every filing fills in: each that is missing speaks against it. */
function recognisedOf(form: PaperForm, isBlank: boolean, lacks: readonly string[]): Recognised {
  const signs = [form.form, form.edition, isBlank || form.owners[0]?.name, isBlank || form.issuer]
  const certainty = signs.filter((sign) => sign !== undefined).length / signs.length
  return {
    kind: form.kind,
    form: form.form,
    isAmendment: form.isAmendment,
    edition: form.edition,
    ombExpires: form.ombExpires?.text,
    isBlank,
    lacks,
    certainty,
  }
}
