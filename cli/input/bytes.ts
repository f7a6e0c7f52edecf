import { createGunzip, createInflateRaw } from 'node:zlib'
import type { InputCode, InputProblem } from './diagnostics.ts'
import { inputProblem } from './diagnostics.ts'
import { shownName } from './names.ts'

/**
 * How bad data travels inside this room, from where it is noticed to where its name is known; there it becomes a
 * problem value. It never leaves the room.
 */
export class Refused extends Error {
  readonly code: InputCode
  readonly data: InputProblem['data']

  constructor(code: InputCode, data: InputProblem['data'] = {}) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** The problem behind what was caught: refused data, or the system's refusal. A programming error is thrown on. */
export function problemOf(path: string, error: unknown): InputProblem {
  if (error instanceof Refused) return inputProblem(error.code, path, error.data)
  const { code: errno, syscall } = error as NodeJS.ErrnoException
  // A path with a NUL is refused by Node itself: no file can have that name.
  if (errno === 'ENOENT' || errno === 'ENOTDIR' || errno === 'ERR_INVALID_ARG_VALUE') return inputProblem('I101', path)
  if (errno !== undefined && syscall !== undefined) return inputProblem('I104', path, { errno })
  throw error
}

/**
 * All bytes of a stream, as one array. At most `limitBytes` and a chunk are ever held; a stream that goes on is
 * refused (I110) and closed.
 */
export async function collect(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const held: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limitBytes) throw new Refused('I110', { limitBytes })
    held.push(chunk)
  }
  return joined(held)
}

/** The chunks as one array: the only chunk itself, or a copy. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

/** A stream whose first bytes have been looked at. Iterate it once; `close` it in any case. */
export class Peeked {
  /** The first bytes: as many as were asked for, unless the stream is shorter or fails. */
  readonly head: Uint8Array
  /** Why the stream failed, if it did before that many bytes. */
  readonly failure: unknown
  private readonly rest: AsyncIterator<Uint8Array>

  private constructor(head: Uint8Array, rest: AsyncIterator<Uint8Array>, failure: unknown) {
    this.head = head
    this.rest = rest
    this.failure = failure
  }

  static async open(chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
    const rest = chunks[Symbol.asyncIterator]()
    const held: Uint8Array[] = []
    let failure: unknown
    try {
      for (let length = 0; length < bytes; ) {
        const next = await rest.next()
        if (next.done) break
        held.push(next.value)
        length += next.value.length
      }
    } catch (error) {
      failure = error
    }
    return new Peeked(joined(held), rest, failure)
  }

  /** The whole stream, head included; a failure met while peeking comes where it belongs, after the head. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    if (this.head.length > 0) yield this.head
    if (this.failure !== undefined) throw this.failure
    for (let next = await this.rest.next(); !next.done; next = await this.rest.next()) yield next.value
  }

  async close(): Promise<void> {
    await this.rest.return?.()
  }
}

/** Compressed bytes given to zlib at a time: what they can inflate to (1,032 times as much) is held at once. */
const STEP_BYTES = 2 ** 14
const INFLATED_CHUNK_BYTES = 2 ** 17

/**
 * The stream inflated; concatenated gzip members are one stream. The next step is inflated, in zlib's thread, while
 * the consumer works on the last, and no further. All that was inflated before a failure is yielded before it is
 * thrown: I121 for a stream that ends too early, I122 for one that is damaged.
 */
export async function* inflated(
  compressed: AsyncIterable<Uint8Array>,
  format: 'gzip' | 'deflate-raw',
): AsyncGenerator<Uint8Array> {
  const inflater = new Inflater(format)
  const input = steps(compressed)
  let pending = inflater.advance(input)
  try {
    for (;;) {
      const { chunks, more, failure } = await pending
      if (more) pending = inflater.advance(input)
      yield* chunks
      if (failure !== undefined) throw failure
      if (!more) return
    }
  } finally {
    await pending
    inflater.destroy()
    await input.return(undefined)
  }
}

async function* steps(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += STEP_BYTES) yield chunk.subarray(at, at + STEP_BYTES)
}

interface Step {
  chunks: Uint8Array[]
  more: boolean
  failure: unknown
}

/**
 * zlib's stream driven by hand, one write at a time. A pipeline would be shorter, but it throws away what is buffered
 * when the stream fails, which with a truncated archive is its last good members.
 */
class Inflater {
  private readonly stream: ReturnType<typeof createGunzip | typeof createInflateRaw>
  private out: Uint8Array[] = []
  private ended = false
  private settle: (error?: unknown) => void = () => {}

  constructor(format: 'gzip' | 'deflate-raw') {
    const options = { chunkSize: INFLATED_CHUNK_BYTES }
    this.stream = format === 'gzip' ? createGunzip(options) : createInflateRaw(options)
    this.stream.on('data', (chunk: Uint8Array) => this.out.push(chunk))
    this.stream.on('error', (error) => this.settle(error))
    this.stream.on('end', () => {
      this.ended = true
      this.settle()
    })
  }

  /** One step; never rejects, so that it can run ahead of its reader. */
  async advance(input: AsyncIterator<Uint8Array>): Promise<Step> {
    try {
      const next = await input.next()
      const failure = await (next.done ? this.end() : this.write(next.value))
      // zlib can end before its input does: zeros may follow a gzip file, written as padding.
      const more = !next.done && !this.ended && failure === undefined
      return this.taken(more, failure === undefined ? undefined : refusal(failure))
    } catch (error) {
      // The compressed stream itself failed, as when it comes out of a truncated archive.
      return this.taken(false, error)
    }
  }

  destroy(): void {
    this.stream.destroy()
  }

  private write(bytes: Uint8Array): Promise<unknown> {
    return new Promise((resolve) => {
      this.settle = resolve
      this.stream.write(bytes, (error) => resolve(error ?? undefined))
    })
  }

  private end(): Promise<unknown> {
    return new Promise((resolve) => {
      this.settle = resolve
      this.stream.end()
    })
  }

  private taken(more: boolean, failure: unknown): Step {
    const chunks = this.out
    this.out = []
    return { chunks, more, failure }
  }
}

/** What zlib's complaint means here. */
function refusal(error: unknown): Refused {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return new Refused('I121')
  return new Refused('I122', { reason: shownName(message) })
}
