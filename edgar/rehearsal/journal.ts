/** The file in which a rehearsal keeps its events, a line each, so that it can be killed and started again. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import type { RehearsalEvent } from './state.ts'

/** The file named as a journal holds something else. It was not touched. */
export class NotAJournalError extends Error {
  constructor(path: string) {
    super(`${path} is no journal of a rehearsal`)
    this.name = 'NotAJournalError'
  }
}

/** How each line begins: `event` is the first name in each. */
const BEGINNING = '{"event":"'

export class Journal {
  readonly #file: number

  private constructor(file: number) {
    this.#file = file
  }

  /**
   * Opens or begins a journal. What stands in it comes first; a last line that a kill cut off is dropped. Throws
   * `NotAJournalError` for another file, before anything is cut off or written.
   */
  static open(path: string): { journal: Journal; events: RehearsalEvent[] } {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const cut = text.slice(whole.length)
    const events = eventsIn(whole)
    if (!events || !(cut.startsWith(BEGINNING) || BEGINNING.startsWith(cut))) throw new NotAJournalError(path)
    if (cut !== '') truncateSync(path, Buffer.byteLength(whole))
    return { journal: new Journal(openSync(path, 'a', 0o600)), events }
  }

  /** Returns when the event is on the disk. */
  write(event: RehearsalEvent): void {
    writeSync(this.#file, `${JSON.stringify(event)}\n`)
    fsyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }
}

/** The events of whole lines; `undefined` where a line is none. */
function eventsIn(whole: string): RehearsalEvent[] | undefined {
  const lines = whole.split('\n').slice(0, -1)
  if (!lines.every((line) => line.startsWith(BEGINNING))) return undefined
  try {
    return lines.map((line) => JSON.parse(line) as RehearsalEvent)
  } catch {
    return undefined
  }
}
