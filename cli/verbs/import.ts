import { writeOwnershipXml } from '@section16/core/write'
import { Batch, FINDINGS } from '../batch.ts'
import type { FilingNote } from '../desk/answers.ts'
import { atDesk, type DeskClient, DeskDeclined, type DeskOptions, told } from '../desk/deskClient.ts'
import type { Filing } from '../filings.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'

export interface ImportVerbOptions extends DeskOptions, PaperVerbOptions {
  accession?: string
  /** EDGAR's filing date. */
  filed?: string
  /** EDGAR's acceptance, Eastern civil time. */
  accepted?: string
  issuer?: string
  insider?: string[]
  json?: boolean
}

/**
 * `section16 import`: takes forms that were filed elsewhere into a desk's archive, read-only. What a submission's header
 * says of its filing need not be said; a form on paper goes as it was read. Status 1 where one was declined.
 */
export function importFilings(whats: readonly string[], options: ImportVerbOptions): Promise<number> {
  const batch = new Batch(options)
  return atDesk(options, async (desk) => {
    const output = new Output()
    for await (const filing of batch.documents(whats)) {
      const note = await imported(desk, filing, options)
      if (note === undefined) batch.findings += 1
      else if (options.json) await output.line(jsonText(note, 2))
      else await output.line(printable(`${filing.file}: imported, filing ${note.id}`))
    }
    await output.end()
    return batch.findings > 0 ? FINDINGS : batch.exitStatus
  })
}

/** What is declined of one file is told, and the next follows. */
async function imported(desk: DeskClient, filing: Filing, options: ImportVerbOptions): Promise<FilingNote | undefined> {
  const { origin, reading } = filing
  const { accession = filing.accessionNumber, filed = origin.filedAsOf, issuer, insider } = options
  const accepted = options.accepted ?? origin.acceptedAt?.replace('T', ' ')
  const body = {
    xml: Buffer.from(writeOwnershipXml(reading.document!)).toString('base64'),
    accessionNumber: accession ?? '',
    filingDate: filed ?? '',
    accepted: accepted ?? '',
    ...(issuer !== undefined && { issuerId: issuer }),
    ...(insider && { insiderIds: insider }),
  }
  try {
    return await desk.post<FilingNote>('/filings', body)
  } catch (error) {
    if (!(error instanceof DeskDeclined) || error.status === 401) throw error
    told(error, desk.url)
    return undefined
  }
}
