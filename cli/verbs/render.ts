import { statSync } from 'node:fs'
import { join } from 'node:path'
import { drawForm, renderHtml, renderMarkdown } from '@section16/core/render'
import { Batch } from '../batch.ts'
import { commandDiagnostic } from '../commandDiagnostics.ts'
import { assertFree, stemOf, writeNew } from '../files.ts'
import type { Filing } from '../filings.ts'
import { formHeader } from '../formHeader.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { problemLine } from '../problems.ts'
import { withSeveral } from '../several.ts'
import { hasColour, type ShowOptions, widthOf } from '../terminal.ts'
import { UsageError } from '../usageError.ts'

export interface RenderVerbOptions extends ShowOptions, PaperVerbOptions {
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
  page: (filing: Filing) => string | Promise<Uint8Array>
}

/** `section16 render`: the official form as a page, to standard output, a new file, or a file for each filing. */
export async function render(whats: readonly string[], options: RenderVerbOptions): Promise<number> {
  const medium = options.pdf ? await pdf(options) : mediumOf(options)
  const batch = new Batch(options)
  const { output: path, force = false } = options
  if (path !== undefined && isFolder(path)) await intoFolder(batch, whats, path, medium, force)
  else await intoOne(batch, whats, path, medium, force)
  return batch.exitStatus
}

/** The print room is a package of its own, and is loaded only where a PDF is asked for. */
async function pdf({ output }: RenderVerbOptions): Promise<Medium> {
  if (output === undefined) throw new UsageError('a PDF is no text: say where it goes, -o FILE or -o DIR/')
  const { renderPdf } = await printRoom()
  const page = (filing: Filing) => renderPdf(filing.reading.document!, { header: formHeader(filing) })
  return { ending: '.pdf', joins: false, page }
}

/** Loads the print room, or says how to install it. Any other error of loading it is not ours to explain. */
async function printRoom() {
  try {
    return await import('@section16/print')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError('PDF needs the print room, which is not installed: npm install @section16/print')
  }
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
    if (writeNew(path, await page(filing), force)) continue
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
  let only: string | Uint8Array | undefined
  for await (const [filing, several] of withSeveral(batch.documents(whats))) {
    if (several && (!joins || path !== undefined))
      throw new UsageError('there are several filings, and a file holds one page: give a folder, -o DIR/')
    // What goes to standard output is text: a PDF needs a file.
    if (path === undefined) await output.write(String(await page(filing)))
    else only = await page(filing)
  }
  if (path !== undefined && only !== undefined) writeNew(path, only, force)
  await output.end()
}

function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}
