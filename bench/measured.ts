import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Counts } from './counts.ts'
import type { Round } from './worker.ts'

/** A reader in a process of its own, told what to do over the protocol of bench/worker.ts. One command at a time. */
export class Measured {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>
  private readonly answers: AsyncIterator<string>
  private complaint = ''
  /** Documents that it was given. */
  documents = 0
  /** Of the reader. */
  version = ''

  private constructor(command: readonly string[]) {
    const [program = '', ...words] = command
    this.child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] })
    this.child.stderr.on('data', (text) => {
      this.complaint += text
    })
    // A process that cannot start or that dies ends its output; `answer` reports it.
    this.child.on('error', (error) => {
      this.complaint += error.message
    })
    this.child.stdin.on('error', () => {})
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]()
  }

  /** Starts the process and waits until it has the documents in memory. Rejects with what it said if it dies. */
  static async start(command: readonly string[]): Promise<Measured> {
    const measured = new Measured(command)
    const { documents, version } = (await measured.answer()) as { documents: number; version: string }
    measured.documents = documents
    measured.version = version
    return measured
  }

  /** Reads the first `documents` documents once, timed. */
  async round(documents: number): Promise<Round> {
    this.child.stdin.write(`round ${documents}\n`)
    return (await this.answer()) as Round
  }

  /** Reads all documents once and counts what is in them. */
  async audit(): Promise<Counts> {
    this.child.stdin.write('audit\n')
    return ((await this.answer()) as { counts: Counts }).counts
  }

  /** Ends the process. */
  stop(): void {
    this.child.stdin.end()
  }

  private async answer(): Promise<unknown> {
    const { value, done } = await this.answers.next()
    if (done) throw new Error(this.complaint.trim() || 'the process ended without an answer')
    return JSON.parse(value)
  }
}
