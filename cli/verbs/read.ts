import { join } from 'node:path'
import { drawForm } from '@section16/core/render'
import { toFilingJson } from '@section16/core/write'
import { Batch, type Met } from '../batch.ts'
import { commandDiagnostic } from '../commandDiagnostics.ts'
import { exhibitsOf } from '../exhibits.ts'
import { assertFree, stemOf, writeNew } from '../files.ts'
import type { Filing, Other } from '../filings.ts'
import { formHeader } from '../formHeader.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { JsonValues, Output } from '../output.ts'
import { drawPaper } from '../paperDrawn.ts'
import { paperJson } from '../paperJson.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import {
  type DiagnosticJson,
  diagnosticJson,
  diagnosticsOf,
  fixOf,
  inputProblemJson,
  nameOf,
  problemLine,
} from '../problems.ts'
import { withSeveral } from '../several.ts'
import { hasColour, type ShowOptions, styled, widthOf } from '../terminal.ts'
import { listDocuments } from './list.ts'

export interface ReadVerbOptions extends ShowOptions, PaperVerbOptions {
  json?: boolean
  ndjson?: boolean
  list?: boolean
  exhibits?: string
}

/** `section16 read`: the form in the terminal, or filing JSON; a submission's documents listed or saved; a review page. */
export async function read(whats: readonly string[], options: ReadVerbOptions): Promise<number> {
  if (options.review !== undefined) assertFree([options.review], options.force ?? false)
  const batch = new Batch(options)
  const output = new Output()
  if (options.exhibits !== undefined) await saveExhibits(whats, batch, output, options.exhibits, options.force ?? false)
  else if (options.list) await listDocuments(whats, batch, output, options)
  else if (options.ndjson) await writeLines(whats, batch, output)
  else if (options.json) await writeValues(whats, batch, output)
  else await drawForms(whats, batch, output, options)
  await output.end()
  return batch.exitStatus
}

async function writeValues(whats: readonly string[], batch: Batch, output: Output): Promise<void> {
  const values = new JsonValues(output)
  for await (const { reading, origin, paper } of batch.documents(whats, { paper: 'silent' }))
    await values.add({ ...toFilingJson(reading.document!, origin), ...(paper && { paper: paperJson(paper) }) })
  await values.end()
}

async function writeLines(whats: readonly string[], batch: Batch, output: Output): Promise<void> {
  for await (const met of batch.met(whats, { tellsOthers: true, paper: 'silent' }))
    await output.line(jsonText(lineOf(met)))
}

/** One object for every file: the filing itself, or what it is instead. */
function lineOf(met: Met): object {
  const { file } = met
  if (met.kind === 'unreadable') return { file, outcome: 'unreadable', diagnostics: [inputProblemJson(met.problem)] }
  const known = { file, accessionNumber: met.accessionNumber ?? null, ...fromFileName(met) }
  if (met.kind === 'other') {
    return { ...known, outcome: 'other', diagnostics: met.diagnostics.map((one) => diagnosticJson(one)) }
  }
  const { outcome, document } = met.reading
  const diagnostics = diagnosticsOf(met)
  if (!document) return { ...known, outcome, diagnostics }
  const paper = met.paper && { paper: paperJson(met.paper) }
  return { ...known, outcome, ...toFilingJson(document, met.origin), ...paper, diagnostics }
}

function fromFileName({ accessionNumberFrom }: Filing | Other): object {
  return accessionNumberFrom === 'fileName' ? { accessionNumberFrom } : {}
}

async function drawForms(
  whats: readonly string[],
  batch: Batch,
  output: Output,
  options: ReadVerbOptions,
): Promise<void> {
  const colour = hasColour(options)
  for await (const [filing, several] of withSeveral(batch.documents(whats, { paper: 'silent' }))) {
    if (several) await output.line(styled('bold', printable(filing.file), colour))
    await output.write(formOf(filing, widthOf(options), colour))
    if (filing.paper) for (const line of drawPaper(filing.paper, colour)) await output.line(line)
    else for (const line of remarks(filing, colour)) await output.line(line)
    if (several) await output.line('')
  }
}

function formOf(filing: Filing, width: number, colour: boolean): string {
  return drawForm(filing.reading.document!, { width, colour, header: formHeader(filing) })
}

/** What there is to say about a filing, below its form. */
function remarks(filing: Filing, colour: boolean): string[] {
  const lines = diagnosticsOf(filing).flatMap((one) => remark(one, colour))
  if (filing.reading.outcome === 'repaired') lines.unshift('Not well-formed; mended as follows:')
  if (filing.accessionNumberFrom === 'fileName') lines.unshift('The accession number is taken from the file’s name.')
  return lines
}

function remark({ code, severity, at, message }: DiagnosticJson, colour: boolean): string[] {
  const place = [at.line && `line ${at.line}:${at.column}`, at.path].filter(Boolean).join(', ')
  const head = styled(severity === 'note' ? 'dim' : 'yellow', `${code} ${nameOf(code)}`, colour)
  return [`${head} (${severity})${place && `  ${printable(place)}`}`, `    ${printable(message)} ${fixOf(code)}`]
}

async function saveExhibits(
  whats: readonly string[],
  batch: Batch,
  output: Output,
  folder: string,
  force: boolean,
): Promise<void> {
  for await (const [met, several] of withSeveral(batch.met(whats, { tellsOthers: true }))) {
    if (met.kind === 'unreadable' || !met.submission) continue
    const to = several ? join(folder, stemOf(met)) : folder
    for (const { name, bytes, diagnostics, isRenamed, number } of exhibitsOf(met)) {
      if (isRenamed) diagnostics.unshift(commandDiagnostic('I222', { document: number, name }))
      const path = join(to, name)
      if (!writeNew(path, bytes, force)) {
        diagnostics.push(commandDiagnostic('I223', { path }))
        batch.findings++
      } else await output.line(printable(path))
      for (const diagnostic of diagnostics) batch.complaints.line(problemLine(met.file, diagnostic))
    }
  }
}
