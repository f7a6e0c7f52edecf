/** The file in which a rehearsal keeps its events, a line each, so that it can be killed and started again. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import type { RehearsalEvent } from './state.ts'

export class Journal {
  readonly #file: number

  private constructor(file: number) {
    this.#file = file
  }

  /** Opens or begins a journal. What stands in it comes first; a last line that a kill cut off is dropped. */
  static open(path: string): { journal: Journal; events: RehearsalEvent[] } {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
    const events = whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as RehearsalEvent]))
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
