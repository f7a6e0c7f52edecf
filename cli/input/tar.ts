import { type Extract, extract } from 'tar-stream'
import { joined, Refused } from './bytes.ts'
import type { Limits } from './limits.ts'
import { shownName } from './names.ts'
import type { Member } from './source.ts'

type Entry = Extract extends AsyncIterable<infer E> ? E : never

/**
 * `allowUnknownFormat`, which the types forget: archives from before POSIX have no magic, yet a checksum. The bytes
 * ahead let zlib work while a member is with the caller.
 */
const READING = { allowUnknownFormat: true, highWaterMark: 2 ** 18 }

/**
 * The members of a tar archive, folders left out, in their order. What is not read of a member is passed over when
 * the next one is asked for. Throws `Refused` at the end of what can be read: I121 cut short, I122 damaged, I111 too
 * much to pass over, I127 complete but for its end mark.
 */
export async function* tarMembers(chunks: AsyncIterable<Uint8Array>, limits: Limits): AsyncGenerator<Member> {
  const reader = extract(READING)
  const feeding = feed(chunks, reader)
  let skipped = 0
  try {
    for await (const entry of reader) {
      const content = new Content(entry)
      const kind = entry.header.type ?? 'member of an unknown type'
      if (kind !== 'directory') yield { name: entry.header.name, kind, ...reading(content, limits) }
      skipped += content.left
      if (skipped > limits.skippedBytes) throw new Refused('I111', { limitBytes: limits.skippedBytes })
      await content.skip()
    }
  } catch (error) {
    throw error instanceof Refused ? error : ((await feeding).failure ?? broken(error))
  } finally {
    reader.destroy()
    await feeding
  }
  const { failure, endMark } = await feeding
  if (failure !== undefined) throw failure
  if (!endMark) throw new Refused('I127')
}

function reading(content: Content, limits: Limits): Pick<Member, 'whole' | 'chunks'> {
  const limitBytes = limits.memberBytes
  return {
    whole: async () => {
      if (content.left > limitBytes) throw new Refused('I110', { limitBytes })
      return joined(await Array.fromAsync(content.chunks()))
    },
    chunks: () => content.chunks(),
  }
}

/** tar-stream's own complaints, by their text since it gives no codes. */
function broken(error: unknown): Refused {
  const { message } = error as Error
  return message === 'Unexpected end of data'
    ? new Refused('I121')
    : new Refused('I122', { reason: shownName(message) })
}

/**
 * Writes the stream into the reader, waiting whenever it is full. After a failure the reader is still given the end,
 * so that it hands out the members it already has. Never rejects. `endMark`: the last block is empty, as it must be.
 */
async function feed(chunks: AsyncIterable<Uint8Array>, reader: Extract) {
  let failure: unknown
  let tail: Uint8Array = Buffer.alloc(0)
  try {
    for await (const chunk of chunks) {
      if (reader.destroyed) break
      tail = chunk.length >= BLOCK ? chunk.subarray(-BLOCK) : Buffer.concat([tail, chunk]).subarray(-BLOCK)
      if (!reader.write(chunk)) await ready(reader)
    }
  } catch (error) {
    failure = error
  }
  if (!reader.destroyed) reader.end(null)
  return { failure, endMark: tail.every((byte) => byte === 0) }
}

const BLOCK = 512

/** Waits until the reader takes more, or will never do so. */
function ready(reader: Extract): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      reader.off('drain', done)
      reader.off('close', done)
      resolve()
    }
    if (reader.destroyed) return resolve()
    reader.on('drain', done)
    reader.on('close', done)
  })
}

/**
 * The content of a tar member. It is read by hand, for tar-stream's own iterator destroys the whole archive when it
 * is left early.
 */
class Content {
  /** Bytes not yet read. */
  left: number
  private over = false
  private wake: () => void = () => {}
  private readonly entry: Entry

  constructor(entry: Entry) {
    this.entry = entry
    // Some writers give folders a size; no content follows it.
    this.left = entry.header.type === 'directory' ? 0 : (entry.header.size ?? 0)
    entry.on('readable', () => this.wake())
    for (const event of ['end', 'error', 'close'])
      entry.on(event, () => {
        this.over = true
        this.wake()
      })
  }

  /** The content; throws I123 where the archive breaks off in the middle of it. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.entry.read() as Uint8Array | null
      if (chunk !== null) {
        this.left -= chunk.length
        yield chunk
      } else if (this.over) break
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve
        })
    }
    if (this.left > 0) throw new Refused('I123', { reason: 'the archive breaks off in the middle of it' })
  }

  /** Reads what is left and forgets it. */
  async skip(): Promise<void> {
    if (this.over) return
    this.entry.resume()
    await new Promise<void>((resolve) => {
      this.wake = () => {
        if (this.over) resolve()
      }
    })
  }
}
