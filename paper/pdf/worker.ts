import { parentPort } from 'node:worker_threads'
import { readDocument, whyOf } from './document.ts'
import { OpenedPdf } from './drawPage.ts'
import type { PdfAnswer, PdfJob } from './messages.ts'
import { pdfDiagnostic } from './pdfDiagnostics.ts'

/** The file at hand: the last that came with its bytes. */
let file: { readonly number: number; readonly bytes: Uint8Array; drawn?: OpenedPdf } | undefined

const say = (answer: PdfAnswer) => parentPort?.postMessage(answer)

/** Does one job after another, in a thread that `PdfWorker` may end at any time. */
parentPort?.on('message', (job: PdfJob) => {
  void answer(job).finally(() => say({ kind: 'done' }))
})

async function answer({ file: number, bytes, draw }: PdfJob): Promise<void> {
  if (bytes) {
    await file?.drawn?.close()
    file = { number, bytes }
  }
  if (file?.number !== number) return
  if (draw) await drawOne(file, draw)
  else await readAll(file.bytes)
}

/** The library takes the bytes for its own, so it is given others. */
function readAll(bytes: Uint8Array): Promise<void> {
  return readDocument(bytes.slice(), {
    began: (page) => say({ kind: 'began', page }),
    read: (page) => say({ kind: 'page', page }),
    said: (diagnostic) => say({ kind: 'diagnostic', diagnostic }),
  })
}

async function drawOne(
  opened: { readonly bytes: Uint8Array; drawn?: OpenedPdf },
  { page, dpi }: { page: number; dpi: number },
): Promise<void> {
  opened.drawn ??= new OpenedPdf(opened.bytes)
  try {
    say({ kind: 'image', image: await opened.drawn.draw(page, dpi) })
  } catch (error) {
    say({ kind: 'diagnostic', diagnostic: pdfDiagnostic('P207', { page, why: whyOf(error) }) })
  }
}
