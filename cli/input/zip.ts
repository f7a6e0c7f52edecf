import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl'
import { inflated, Refused } from './bytes.ts'
import type { Limits } from './limits.ts'
import { shownName } from './names.ts'
import type { Member, RandomAccess } from './source.ts'

/**
 * The members of a zip archive, folders left out, in the order of its directory. Throws `Refused` where the archive
 * itself is at fault: I121 no directory (it stands at the end, so a cut archive has none), I122 damaged, I128
 * members that share bytes. A member at fault throws from its own `whole` or `chunks` and the next one is unharmed.
 */
export async function* zipMembers(file: RandomAccess, limits: Limits): AsyncGenerator<Member> {
  const data = new Windows(file)
  const zip = await opened(data, file.size)
  let claimed = 0
  for await (const entry of entries(zip)) {
    // Honest members lie side by side; together they cannot claim more than there is. One that alone claims what is
    // beyond the end is not counted: it will be refused, and harms no other.
    if (entry.relativeOffsetOfLocalHeader + entry.compressedSize <= file.size) claimed += entry.compressedSize
    if (claimed > file.size) throw new Refused('I128')
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    yield {
      name,
      kind: isLink(entry) ? 'symlink' : 'file',
      whole: () => whole(zip, entry, data, limits),
      chunks: () => streamed(zip, entry, data),
    }
  }
}

async function opened(data: Windows, size: number): Promise<ZipFile> {
  try {
    // Names are not checked by yauzl, which would give up the archive at the first odd one; nor are sizes, likewise.
    const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false }
    return await fromRandomAccessReaderPromise(new Reader(data), size, options)
  } catch (error) {
    throw broken(error)
  }
}

async function* entries(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (error) {
    throw broken(error)
  }
}

/** yauzl's own complaints, by their text since it gives no codes; the system's are passed on. */
function broken(error: unknown): unknown {
  const { message, syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined) return error
  return message.startsWith('End of central directory')
    ? new Refused('I121')
    : new Refused('I122', { reason: shownName(message) })
}

function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
}

/** Made on Unix (3), and its mode says symbolic link: the content is the path it leads to. */
function isLink(entry: Entry): boolean {
  return entry.versionMadeBy >> 8 === 3 && entry.externalFileAttributes >>> 28 === 0xa
}

const STORED = 0
const DEFLATED = 8
/** Up to here inflating in this thread is quicker than handing it to another one. */
const SYNC_BYTES = 2 ** 20

async function whole(zip: ZipFile, entry: Entry, data: Windows, limits: Limits): Promise<Uint8Array> {
  const limitBytes = limits.memberBytes
  // What cannot be compressed grows a little when deflated: five bytes per block.
  const compressedLimit = limitBytes + Math.ceil(limitBytes / 1_000) + 64
  if (entry.uncompressedSize > limitBytes || entry.compressedSize > compressedLimit)
    throw new Refused('I110', { limitBytes })
  const compressed = await data.read(await start(zip, entry), entry.compressedSize)
  const bytes = entry.compressionMethod === STORED ? compressed : await inflatedWhole(compressed, entry)
  assertIntact(entry, bytes.length, crc32(bytes))
  return bytes
}

/** Inflates to the declared size and not a byte further: a size that lies costs nothing. */
async function inflatedWhole(compressed: Buffer, entry: Entry): Promise<Buffer> {
  const options = { maxOutputLength: Math.max(1, entry.uncompressedSize) }
  try {
    if (compressed.length <= SYNC_BYTES) return inflateRawSync(compressed, options)
    return await new Promise((resolve, reject) => {
      inflateRaw(compressed, options, (error, bytes) => (error ? reject(error) : resolve(bytes)))
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('I123', { reason: 'it is larger than declared' })
    throw new Refused('I123', { reason: shownName(message) })
  }
}

async function* streamed(zip: ZipFile, entry: Entry, data: Windows): AsyncGenerator<Uint8Array> {
  const compressed = data.stream(await start(zip, entry), entry.compressedSize)
  let [length, sum] = [0, 0]
  for await (const chunk of entry.compressionMethod === STORED ? compressed : inflated(compressed, 'deflate-raw')) {
    length += chunk.length
    sum = crc32(chunk, sum)
    yield chunk
  }
  assertIntact(entry, length, sum)
}

function assertIntact(entry: Entry, length: number, sum: number): void {
  if (length !== entry.uncompressedSize)
    throw new Refused('I123', { reason: `${entry.uncompressedSize} bytes declared, ${length} found` })
  if (sum !== entry.crc32) throw new Refused('I123', { reason: 'its checksum does not match' })
}

/** Where a member's data begin, once it is known that they can be read at all. */
async function start(zip: ZipFile, entry: Entry): Promise<number> {
  if (entry.isEncrypted()) throw new Refused('I124')
  const method = entry.compressionMethod
  if (method !== STORED && method !== DEFLATED) throw new Refused('I125', { method })
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error
    throw new Refused('I123', { reason: shownName((error as Error).message) })
  }
}

const WINDOW_BYTES = 2 ** 18

/**
 * Reads with a look-ahead, since what a zip archive holds is mostly read in order: its directory through one window,
 * the members through another. A window is never overwritten, and the bytes handed out are views of it.
 */
class Windows {
  private readonly file: RandomAccess
  /** The two windows, the one used last in front. */
  private held: { at: number; bytes: Buffer }[] = []

  constructor(file: RandomAccess) {
    this.file = file
  }

  async read(position: number, length: number): Promise<Buffer> {
    if (length > WINDOW_BYTES) return this.file.read(position, length)
    const found = this.held.find(({ at, bytes }) => at <= position && position + length <= at + bytes.length)
    const window = found ?? { at: position, bytes: await this.file.read(position, WINDOW_BYTES) }
    const [recent] = this.held
    if (window !== recent) this.held = recent === undefined ? [window] : [window, recent]
    return window.bytes.subarray(position - window.at, position - window.at + length)
  }

  async *stream(position: number, length: number): AsyncGenerator<Uint8Array> {
    for (let done = 0; done < length; ) {
      const bytes = await this.read(position + done, Math.min(WINDOW_BYTES, length - done))
      if (bytes.length === 0) throw new Refused('I121')
      done += bytes.length
      yield bytes
    }
  }
}

/** The windows as yauzl wants to see them. */
class Reader extends RandomAccessReader {
  private readonly windows: Windows

  constructor(windows: Windows) {
    super()
    this.windows = windows
  }

  override read(to: Buffer, offset: number, length: number, position: number, done: (e: Error | null) => void): void {
    this.windows.read(position, length).then((bytes) => {
      bytes.copy(to, offset)
      done(bytes.length < length ? new Error('it points beyond its own end') : null)
    }, done)
  }
}
