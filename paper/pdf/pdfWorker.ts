import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Diagnostic } from '@section16/core/model'
import { PDF_COSTS, type PdfCosts } from './limits.ts'
import type { PdfAnswer, PdfJob } from './messages.ts'
import { pdfDiagnostic } from './pdfDiagnostics.ts'

/** Beside this file, as source or compiled. */
const WORKER = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)
/** Milliseconds between two looks at time and memory. */
const WATCH = 100
const MEGABYTE = 2 ** 20

type Give = (answer: PdfAnswer) => void

/**
 * The thread that works on PDFs, one job at a time. A job that takes too long or too much memory is ended with its
 * thread, and the next one begins in a new one: a file may loop for ever in a library, and nothing but this stops it.
 */
class PdfWorker {
  private worker: Worker | undefined
  private last: Promise<unknown> = Promise.resolve()
  /** The file that the thread has, by the number it was given. */
  private file = 0
  private readonly numbers = new WeakMap<Uint8Array, number>()
  private count = 0

  /** Gives each answer of a job, at last those that say why it was ended. Resolves when it is done or ended. */
  run(bytes: Uint8Array, draw: PdfJob['draw'], costs: PdfCosts, give: Give): Promise<void> {
    const next = this.last.then(() => this.one(bytes, draw, costs, give))
    this.last = next
    return next
  }

  private one(bytes: Uint8Array, draw: PdfJob['draw'], costs: PdfCosts, give: Give): Promise<void> {
    const worker = this.started()
    const number = this.numberOf(bytes)
    const job: PdfJob = { file: number, bytes: number === this.file ? undefined : bytes, ...(draw ? { draw } : {}) }
    this.file = number
    return new Promise((resolve) => {
      const watch = new Watch(draw?.page ?? 0, costs)
      const end = () => {
        clearInterval(timer)
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        worker.unref()
        resolve()
      }
      const giveUp = (why: Diagnostic) => {
        this.drop(worker)
        give({ kind: 'diagnostic', diagnostic: why })
        end()
      }
      const onMessage = (answer: PdfAnswer) => {
        if (answer.kind === 'began') watch.began(answer.page)
        if (answer.kind === 'done') end()
        else give(answer)
      }
      const onError = (error: Error) => giveUp(watch.ended(error))
      const onExit = () => giveUp(watch.ended(new Error('the thread ended')))
      const timer = setInterval(() => {
        const why = watch.reason()
        if (why) giveUp(why)
      }, WATCH)
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      worker.ref()
      worker.postMessage(job)
    })
  }

  private started(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: PDF_COSTS.memory / MEGABYTE } })
    // What fails between two jobs is no job's failure.
    worker.on('error', () => this.forget(worker))
    worker.on('exit', () => this.forget(worker))
    this.worker = worker
    return worker
  }

  private drop(worker: Worker): void {
    this.forget(worker)
    void worker.terminate()
  }

  private forget(worker: Worker): void {
    if (this.worker !== worker) return
    this.worker = undefined
    this.file = 0
  }

  private numberOf(bytes: Uint8Array): number {
    const known = this.numbers.get(bytes)
    if (known !== undefined) return known
    this.count += 1
    this.numbers.set(bytes, this.count)
    return this.count
  }
}

/** How long a job has been at work, and what the process took for it. */
class Watch {
  private readonly start = performance.now()
  private readonly memory = process.memoryUsage.rss()
  private page: number
  private pageStart = this.start

  private readonly costs: PdfCosts

  constructor(page: number, costs: PdfCosts) {
    this.page = page
    this.costs = costs
  }

  began(page: number): void {
    this.page = page
    this.pageStart = performance.now()
  }

  /** Why the job has to end now. */
  reason(): Diagnostic | undefined {
    const now = performance.now()
    if (now - this.start > this.costs.time || now - this.pageStart > this.costs.timePerPage) {
      return pdfDiagnostic('P204', { seconds: Math.round((now - this.start) / 1000), page: this.page })
    }
    return process.memoryUsage.rss() - this.memory > this.costs.memory ? this.tooMuch() : undefined
  }

  /** Why the thread ended by itself. */
  ended(error: Error): Diagnostic {
    const { code } = error as Error & { code?: string }
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return this.tooMuch()
    return pdfDiagnostic('P202', { why: error.message.slice(0, 200) })
  }

  private tooMuch(): Diagnostic {
    return pdfDiagnostic('P205', { megabytes: Math.round(this.costs.memory / MEGABYTE), page: this.page })
  }
}

export const pdfWorker = new PdfWorker()
