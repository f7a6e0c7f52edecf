import { statSync } from 'node:fs'
import { join } from 'node:path'
import { drawForm, renderHtml, renderMarkdown } from '@section16/core/render'
import { Batch } from '../batch.ts'
import { commandDiagnostic } from '../commandDiagnostics.ts'
import { assertFree, stemOf, writeNew } from '../files.ts'
import type { Filing } from '../filings.ts'
import { formHeader } from '../formHeader.ts'
import { Output } from '../output.ts'
import { problemLine } from '../problems.ts'
import { withSeveral } from '../several.ts'
import { hasColour, type ShowOptions, widthOf } from '../terminal.ts'
import { UsageError } from '../usageError.ts'

export interface RenderVerbOptions extends ShowOptions {
  terminal?: boolean
  markdown?: boolean
  html?: boolean
  pdf?: boolean
  output?: string
  force?: boolean
}

/** A page format: its file ending, and the page of a filing. */
interface Medium {
  ending: string
  /** Whether several pages can follow one another in one text. */
  joins: boolean
  page: (filing: Filing) => string
}

/** `section16 render`: the official form as a page, to standard output, a new file, or a file for each filing. */
export async function render(whats: readonly string[], options: RenderVerbOptions): Promise<number> {
  if (options.pdf)
    throw new UsageError('PDF needs the print room, which is not installed yet: npm install @section16/print')
  const medium = mediumOf(options)
  const batch = new Batch()
  const { output: path, force = false } = options
  if (path !== undefined && isFolder(path)) await intoFolder(batch, whats, path, medium, force)
  else await intoOne(batch, whats, path, medium, force)
  return batch.exitStatus
}

function mediumOf(options: RenderVerbOptions): Medium {
  const documentOf = ({ reading }: Filing) => reading.document!
  if (options.html) {
    const page = (filing: Filing) => renderHtml(documentOf(filing), { header: formHeader(filing) })
    return { ending: '.html', joins: false, page }
  }
  if (options.markdown) {
    const page = (filing: Filing) => renderMarkdown(documentOf(filing), { header: formHeader(filing) })
    return { ending: '.md', joins: true, page }
  }
  const width = widthOf(options)
  const colour = options.output === undefined && hasColour(options)
  const page = (filing: Filing) => drawForm(documentOf(filing), { width, colour, header: formHeader(filing) })
  return { ending: '.txt', joins: true, page }
}

async function intoFolder(
  batch: Batch,
  whats: readonly string[],
  folder: string,
  { ending, page }: Medium,
  force: boolean,
): Promise<void> {
  for await (const filing of batch.documents(whats)) {
    const path = join(folder, stemOf(filing) + ending)
    if (writeNew(path, page(filing), force)) continue
    batch.findings++
    batch.complaints.line(problemLine(filing.file, commandDiagnostic('I223', { path })))
  }
}

async function intoOne(
  batch: Batch,
  whats: readonly string[],
  path: string | undefined,
  { joins, page }: Medium,
  force: boolean,
): Promise<void> {
  if (path !== undefined) assertFree([path], force)
  const output = new Output()
  const pages: string[] = []
  for await (const [filing, several] of withSeveral(batch.documents(whats))) {
    if (several && (!joins || path !== undefined))
      throw new UsageError('there are several filings, and a file holds one page: give a folder, -o DIR/')
    if (path === undefined) await output.write(page(filing))
    else pages.push(page(filing))
  }
  if (path !== undefined && pages.length > 0) writeNew(path, pages.join('\n'), force)
  await output.end()
}

function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}
