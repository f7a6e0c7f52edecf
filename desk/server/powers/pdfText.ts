import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { POWER_LIMITS } from './limits.ts'
import type { PdfAnswer } from './pdfThread.ts'

/** Beside this file, as source or compiled. */
const THREAD = new URL(`./pdfThread${extname(import.meta.url)}`, import.meta.url)

/**
 * The words of a PDF as its own text says them, a line a line; empty where its pages are pictures. What is broken, asks
 * for a password or takes more than `POWER_LIMITS` is `unread`, with why. Never rejects.
 */
export function pdfText(bytes: Uint8Array): Promise<PdfAnswer> {
  const resourceLimits = { maxOldGenerationSizeMb: POWER_LIMITS.megabytes }
  const thread = new Worker(THREAD, { workerData: new Uint8Array(bytes), resourceLimits })
  return new Promise((resolve) => {
    const done = (answer: PdfAnswer) => {
      clearTimeout(timer)
      resolve(answer)
      void thread.terminate()
    }
    const timer = setTimeout(
      () => done({ unread: `it takes more than ${POWER_LIMITS.milliseconds / 1000} seconds` }),
      POWER_LIMITS.milliseconds,
    )
    thread.once('message', done)
    thread.once('error', ({ message }) => done({ unread: message }))
  })
}
