/** After this long a command says that it is at work. */
const QUIET_MS = 1_000
const BETWEEN_MS = 100
/** Where nobody watches, a line now and then is enough. */
const BETWEEN_LINES_MS = 10_000

/** Standard error: problems, one a line, and a line of progress that comes after a second and goes when it is done. */
export class Complaints {
  private readonly stream = process.stderr
  private readonly began = performance.now()
  private last = this.began
  private isShown = false

  constructor() {
    // Who closed standard error does not want to hear.
    this.stream.on('error', () => {})
  }

  line(text: string): void {
    this.clear()
    this.stream.write(`${text}\n`)
  }

  /** Says how far things are, if it is time to; `text` is asked only then. */
  progress(text: () => string): void {
    const now = performance.now()
    if (now - this.began < QUIET_MS) return
    if (now - this.last < (this.stream.isTTY ? BETWEEN_MS : BETWEEN_LINES_MS)) return
    this.last = now
    if (!this.stream.isTTY) this.stream.write(`${text()}\n`)
    else {
      this.stream.write(`\r\x1b[K${text()}`)
      this.isShown = true
    }
  }

  /** Takes the line of progress away. */
  clear(): void {
    if (this.isShown) this.stream.write('\r\x1b[K')
    this.isShown = false
  }
}
