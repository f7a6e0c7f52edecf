import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../bin/section16.mjs', import.meta.url))

/** So many requests may wait for their answer: what they hold is memory. */
const MOST_WAITING = 256

/**
 * A process that is asked one line of JSON at a time and answers each with bytes, in order (`write-back`). Asking and
 * answering overlap; a slow process makes `ask` wait.
 */
export class SecondProcess {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>
  private readonly closed: Promise<void>
  /** Who waits for an answer, and, marked so, who only waits for those before him. */
  private readonly waiting: { take: (answer: Buffer) => void; isAsking: boolean }[] = []
  private readonly frames = new Frames((answer) => this.answered(answer))
  private isPipeFull = false
  private room: (() => void) | undefined
  private failure: Error | undefined

  constructor() {
    this.child = spawn(process.execPath, [COMMAND, 'write-back'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.child.stdout.on('data', (chunk: Buffer) => this.frames.add(chunk))
    this.child.stdin.on('drain', () => this.drained())
    this.child.stdin.on('error', (error) => this.fail(error))
    this.child.on('error', (error) => this.fail(error))
    this.closed = new Promise((resolve) => {
      this.child.on('close', (code) => {
        if (code !== 0 || this.waiting.length > 0)
          this.fail(new Error(`the second process ended with ${code} and owes ${this.waiting.length} answers`))
        resolve()
      })
    })
  }

  /** Sends a request; `answered` is called with its answer. Resolves when there is room for the next one. */
  async ask(json: string, answered: (answer: Buffer) => void): Promise<void> {
    this.waiting.push({ take: answered, isAsking: true })
    this.isPipeFull = !this.child.stdin.write(`${json}\n`)
    if (this.isPipeFull || this.waiting.length > MOST_WAITING)
      await new Promise<void>((resolve) => {
        this.room = resolve
      })
    if (this.failure) throw this.failure
  }

  /** Calls back when all that was asked before is answered. */
  inTurn(callback: () => void): void {
    if (this.waiting.length === 0) callback()
    else this.waiting.push({ take: callback, isAsking: false })
  }

  /** Resolves when every request is answered; rejects where the process ended before. */
  async end(): Promise<void> {
    this.child.stdin.end()
    await this.closed
    if (this.failure) throw this.failure
  }

  private answered(answer: Buffer): void {
    this.waiting.shift()?.take(answer)
    while (this.waiting[0]?.isAsking === false) this.waiting.shift()?.take(answer)
    this.giveRoom()
  }

  private drained(): void {
    this.isPipeFull = false
    this.giveRoom()
  }

  /** Lets the one who waits go on, if there is room or no hope. */
  private giveRoom(): void {
    if (!this.failure && (this.isPipeFull || this.waiting.length > MOST_WAITING / 2)) return
    const { room } = this
    this.room = undefined
    room?.()
  }

  private fail(error: Error): void {
    this.failure ??= error
    this.giveRoom()
  }
}

/** Takes `LENGTH\n` and so many bytes, again and again, out of a stream cut anywhere. */
export class Frames {
  private readonly found: (frame: Buffer) => void
  private parts: Buffer[] = []
  private held = 0
  /** Bytes of the frame at hand; `undefined` until its length is read. */
  private wanted: number | undefined

  constructor(found: (frame: Buffer) => void) {
    this.found = found
  }

  add(chunk: Buffer): void {
    this.parts.push(chunk)
    this.held += chunk.length
    while ((this.wanted !== undefined || this.readLength()) && this.held >= (this.wanted ?? 0)) {
      const frame = this.take(this.wanted ?? 0)
      this.wanted = undefined
      this.found(frame)
    }
  }

  /** Whether the length of the next frame is known now. */
  private readLength(): boolean {
    const all = this.joined()
    const end = all.indexOf(10)
    if (end < 0) return false
    this.wanted = Number(all.toString('latin1', 0, end))
    this.take(end + 1)
    return true
  }

  private joined(): Buffer {
    const all = this.parts.length === 1 ? (this.parts[0] as Buffer) : Buffer.concat(this.parts)
    this.parts = [all]
    return all
  }

  private take(length: number): Buffer {
    const all = this.joined()
    this.parts = [all.subarray(length)]
    this.held -= length
    return all.subarray(0, length)
  }
}
