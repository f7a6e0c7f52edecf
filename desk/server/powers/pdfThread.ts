/** The words of a PDF, read in a thread that can be ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { extractText, getDocumentProxy } from 'unpdf'
import { POWER_LIMITS } from './limits.ts'

export type PdfAnswer = { text: string } | { unread: string }

async function read(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    const pdf = await getDocumentProxy(bytes, { maxImageSize: 1, verbosity: 0 })
    if (pdf.numPages > POWER_LIMITS.pages) return { unread: `it has more than ${POWER_LIMITS.pages} pages` }
    const { text } = await extractText(pdf)
    return { text: text.join('\n\n') }
  } catch (error) {
    return { unread: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(await read(workerData as Uint8Array))
