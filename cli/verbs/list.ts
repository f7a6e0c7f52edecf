import type { SubmissionDocument } from '@section16/core/model'
import type { Batch } from '../batch.ts'
import type { Filing, Other } from '../filings.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { JsonValues, type Output } from '../output.ts'
import { withSeveral } from '../several.ts'
import { drawColumns } from '../table.ts'
import { hasColour, type ShowOptions, styled, widthOf } from '../terminal.ts'

export interface ListOptions extends ShowOptions {
  json?: boolean
  ndjson?: boolean
}

/** `section16 read --list`: what documents each submission has. A bare form is listed as one without a submission. */
export async function listDocuments(
  whats: readonly string[],
  batch: Batch,
  output: Output,
  options: ListOptions,
): Promise<void> {
  const values = new JsonValues(output)
  for await (const [met, several] of withSeveral(batch.met(whats))) {
    if (met.kind === 'unreadable') continue
    if (options.ndjson) await output.line(jsonText(listOf(met)))
    else if (options.json) await values.add(listOf(met))
    else await draw(met, several, output, options)
  }
  await values.end()
}

function listOf({ file, accessionNumber, submission }: Filing | Other): object {
  const documents = (submission?.documents ?? []).map((document, i) => ({
    document: i + 1,
    sequence: document.sequence ?? null,
    type: document.type,
    filename: document.filename ?? null,
    description: document.description ?? null,
    content: contentOf(document),
    characters: document.end - document.start,
  }))
  return { file, accessionNumber: accessionNumber ?? null, formType: submission?.formType ?? null, documents }
}

async function draw(met: Filing | Other, several: boolean, output: Output, options: ListOptions): Promise<void> {
  if (!met.submission) {
    if (met.kind === 'filing') await output.line(`${printable(met.file)}: a form without a submission around it`)
    return
  }
  if (several) await output.line(styled('bold', printable(met.file), hasColour(options)))
  const columns = [
    { title: 'document', align: 'right' as const },
    { title: 'type' },
    { title: 'file', gives: true },
    { title: 'description', gives: true },
    { title: 'content' },
    { title: 'characters', align: 'right' as const },
  ]
  const rows = met.submission.documents.map((document, i) => [
    String(i + 1),
    document.type,
    document.filename ?? '',
    document.description ?? '',
    contentOf(document),
    String(document.end - document.start),
  ])
  for (const line of drawColumns(columns, rows, widthOf(options))) await output.line(line)
  if (several) await output.line('')
}

function contentOf({ isXml, isUuencoded }: SubmissionDocument): 'xml' | 'attachment' | 'text' {
  return isXml ? 'xml' : isUuencoded ? 'attachment' : 'text'
}
