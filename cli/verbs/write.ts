import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { filingJsonSchema, flatTable, type SupportingDocument, toCsv } from '@section16/core/write'
import { Batch } from '../batch.ts'
import { commandDiagnostic } from '../commandDiagnostics.ts'
import { DataSetFiles } from '../dataSetFiles.ts'
import { assertFree, NewFile, stemOf, writeNew } from '../files.ts'
import type { Filing } from '../filings.ts'
import { endingOf, type Format, type FormatOptions, formatted, jsonValueOf, rowsTextOf } from '../formats.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { JsonValues, Output, type Sink } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { problemLine } from '../problems.ts'
import { withSeveral } from '../several.ts'
import { UsageError } from '../usageError.ts'

export interface WriteVerbOptions extends PaperVerbOptions {
  to?: Format
  submission?: boolean
  output?: string
  force?: boolean
  schema?: boolean
  withCcc?: boolean
  live?: boolean
  contactName?: string
  contactPhone?: string
  contactEmail?: string
  notify?: string[]
  exhibit?: string[]
}

/** `section16 write`: filings in another form, to standard output, a file or a folder. */
export async function write(whats: readonly string[], options: WriteVerbOptions): Promise<number> {
  if (options.schema) return writeSchema(options)
  if (whats.length === 0) throw new UsageError('write needs a file, folder, archive, pattern or - to read')
  const format = options.submission ? 'submission' : options.to
  if (!format) throw new UsageError('say what to write: --to FORMAT')
  const isForFiling = format === 'submission' || format === 'edgar-submission'
  if (options.withCcc && !isForFiling)
    throw new UsageError('--with-ccc goes only with --submission or --to edgar-submission')
  const formatOptions = { withCcc: options.withCcc ?? false, edgar: edgarOptions(options) }
  const writer = new Writer(format, formatOptions, options.force ?? false, options)
  const { output } = options
  if (format === 'data-sets') await writer.dataSets(whats, output)
  else if (output !== undefined && isFolder(output)) await writer.folder(whats, output)
  else await writer.single(whats, output)
  return writer.batch.exitStatus
}

async function writeSchema({ output, force = false }: WriteVerbOptions): Promise<number> {
  const text = `${jsonText(filingJsonSchema(), 2)}\n`
  const sink = sinkFor(output, force)
  await sink.write(text)
  await sink.end()
  return 0
}

/** Where one text goes: a new file, or standard output. */
function sinkFor(path: string | undefined, force: boolean): Sink {
  if (path === undefined) return new Output(process.stdout, true)
  assertFree([path], force)
  const file = new NewFile(path, force)
  return { write: async (text) => file.write(text), end: async () => file.close() }
}

class Writer {
  readonly batch: Batch
  private readonly format: Format
  private readonly options: FormatOptions
  private readonly force: boolean

  constructor(format: Format, options: FormatOptions, force: boolean, paper: PaperVerbOptions) {
    this.batch = new Batch(paper)
    this.format = format
    this.options = options
    this.force = force
  }

  async dataSets(whats: readonly string[], folder: string | undefined): Promise<void> {
    if (folder === undefined) throw new UsageError('--to data-sets writes eight files: give a folder with -o DIR')
    const files = new DataSetFiles(folder, this.force)
    for await (const filing of this.batch.documents(whats)) files.add(filing)
    files.close()
  }

  /** A file for each filing. */
  async folder(whats: readonly string[], folder: string): Promise<void> {
    for await (const filing of this.batch.documents(whats)) {
      const text = this.textOf(filing)
      const path = join(folder, stemOf(filing) + endingOf(this.format))
      if (text !== undefined && !writeNew(path, text, this.force)) {
        this.batch.findings++
        this.batch.complaints.line(problemLine(filing.file, commandDiagnostic('I223', { path })))
      }
    }
  }

  /** All filings in one text. */
  async single(whats: readonly string[], path: string | undefined): Promise<void> {
    const sink = sinkFor(path, this.force)
    const values = new JsonValues(sink)
    const header = headerOf(this.format)
    let written = 0
    for await (const [filing, several] of withSeveral(this.batch.documents(whats))) {
      const value = jsonValueOf(filing, this.format)
      const rows = rowsTextOf(filing, this.format, false)
      if (value === undefined && rows === undefined && several)
        throw new UsageError(`there are several filings, and --to ${this.format} writes one: give a folder, -o DIR/`)
      if (value !== undefined) await values.add(value)
      else {
        const text = rows === undefined ? this.textOf(filing) : written === 0 ? header + rows : rows
        if (text === undefined) continue
        await sink.write(text)
      }
      written++
    }
    await values.end()
    if (written > 0 || path === undefined) await sink.end()
  }

  /** A filing in the format, or nothing where the writer refuses; what it says goes to standard error. */
  private textOf(filing: Filing): string | undefined {
    const { text, diagnostics } = formatted(filing, this.format, this.options)
    for (const diagnostic of diagnostics) this.batch.complaints.line(problemLine(filing.file, diagnostic))
    if (text === undefined) this.batch.findings++
    return text
  }
}

function headerOf(format: Format): string {
  if (format === 'csv') return toCsv(flatTable([]))
  return format === 'tsv' ? toCsv(flatTable([]), { separator: '\t' }) : ''
}

function isFolder(path: string): boolean {
  return /[\\/]$/.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)
}

function edgarOptions(options: WriteVerbOptions): FormatOptions['edgar'] {
  const { contactName: name, contactPhone: phoneNumber, contactEmail: emailAddress } = options
  return {
    testOrLive: options.live ? 'LIVE' : 'TEST',
    contact: { ...(name && { name }), ...(phoneNumber && { phoneNumber }), ...(emailAddress && { emailAddress }) },
    notificationEmailAddresses: options.notify ?? [],
    supportingDocuments: (options.exhibit ?? []).map(supportingDocument),
  }
}

/** `FILE:TYPE[:DESCRIPTION]`. The type tells where the file's name ends, as that may hold a colon too. */
function supportingDocument(argument: string): SupportingDocument {
  const [, path = '', type = '', description] =
    /^(.+?):((?:EX-|CORRESP|COVER|GRAPHIC)[^:]*)(?::(.*))?$/s.exec(argument) ?? []
  if (path === '')
    throw new UsageError(`--exhibit takes FILE:TYPE[:DESCRIPTION] with EX-24, EX-99, CORRESP, COVER or GRAPHIC`)
  try {
    return { name: basename(path), type, ...(description && { description }), bytes: readFileSync(path) }
  } catch (error) {
    throw new UsageError(`the exhibit ${printable(path)} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
