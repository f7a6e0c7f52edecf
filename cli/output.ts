import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { printableText } from './input/names.ts'
import { jsonText } from './json.ts'

/** So much is gathered before it is written: a call for each line would cost more than the line. */
const GATHERED_CHARACTERS = 2 ** 16

/** Where text goes. */
export interface Sink {
  /** Adds text; resolves when there is room for more. */
  write: (text: string) => Promise<void>
  /** Ends it well. */
  end: () => Promise<void>
}

/**
 * Standard output. Waits for a slow reader; when the reader has gone (`| head`) the process ends quietly, since whatever
 * it would still do is wanted by nobody.
 */
export class Output implements Sink {
  private readonly stream: Writable & { isTTY?: boolean }
  private readonly isForeign: boolean
  private parts: string[] = []
  private gathered = 0

  /** `foreign`: what is written are words of filings as they are, made safe only where a terminal shows them. */
  constructor(stream: Writable & { isTTY?: boolean } = process.stdout, foreign = false) {
    this.stream = stream
    this.isForeign = foreign && stream.isTTY === true
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }

  async write(text: string): Promise<void> {
    this.parts.push(this.isForeign ? printableText(text) : text)
    this.gathered += text.length
    if (this.gathered >= GATHERED_CHARACTERS || this.stream.isTTY) await this.flush()
  }

  async line(text: string): Promise<void> {
    await this.write(`${text}\n`)
  }

  async end(): Promise<void> {
    await this.flush()
  }

  private async flush(): Promise<void> {
    const text = this.parts.join('')
    this.parts = []
    this.gathered = 0
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain')
  }
}

/** A list of JSON values, or, where there is just one, that value alone: known only when the second one comes. */
export class JsonValues {
  private readonly output: Sink
  private first: unknown
  private count = 0

  constructor(output: Sink) {
    this.output = output
  }

  async add(value: unknown): Promise<void> {
    this.count++
    if (this.count === 1) this.first = value
    else {
      if (this.count === 2) await this.output.write(`[\n${jsonText(this.first)}`)
      this.first = undefined
      await this.output.write(`,\n${jsonText(value)}`)
    }
  }

  /** Nothing at all where there was no value. */
  async end(): Promise<void> {
    if (this.count === 1) await this.output.write(`${jsonText(this.first, 2)}\n`)
    else if (this.count > 1) await this.output.write('\n]\n')
  }
}
