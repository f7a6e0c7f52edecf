import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from '../usageError.ts'

/** Asks on standard error and reads lines of standard input: typed, or given by another program. */
export class Asking {
  private isHidden = false
  private readonly reader: Interface
  private readonly lines: AsyncIterator<string>

  constructor() {
    const echo = new Writable({
      write: (chunk, _, done) => {
        if (!this.isHidden) process.stderr.write(chunk)
        done()
      },
    })
    this.reader = createInterface({ input: process.stdin, output: echo, terminal: process.stdin.isTTY === true })
    this.lines = this.reader[Symbol.asyncIterator]()
  }

  async ask(question: string): Promise<string> {
    process.stderr.write(`${question} `)
    const { value, done } = await this.lines.next()
    if (done) throw new UsageError('no answer was given')
    return value
  }

  /** What is typed is not shown. */
  async askHidden(question: string): Promise<string> {
    this.isHidden = true
    try {
      return await this.ask(question)
    } finally {
      this.isHidden = false
      if (process.stdin.isTTY) process.stderr.write('\n')
    }
  }

  end(): void {
    this.reader.close()
  }
}
