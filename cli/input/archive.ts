import { collect, inflated, Peeked, problemOf, Refused } from './bytes.ts'
import { inputProblem } from './diagnostics.ts'
import type { Limits } from './limits.ts'
import { inHiddenFolder, isArchiveName, isTarName, memberName, unsafeName } from './names.ts'
import { type Member, problemSource, type RandomAccess, readSource, type Source } from './source.ts'
import { tarMembers } from './tar.ts'
import { zipMembers } from './zip.ts'

/** The bytes of what is to be opened: as a stream and, where it lies on disk, readable anywhere. */
export interface Content {
  chunks: AsyncIterable<Uint8Array>
  random?: RandomAccess
}

type Format = 'zip' | 'gzip' | 'tar'

/**
 * What an archive holds, file by file, or the problem in a file's place; problems of the archive itself come last.
 * Its content says what it is: a `.tar.gz` that a browser has already inflated is read as the tar it is.
 * `depth` counts the archives around the content, this one included.
 */
export async function* archiveSources(
  name: string,
  content: Content,
  depth: number,
  limits: Limits,
): AsyncGenerator<Source> {
  const peeked = await Peeked.open(content.chunks, HEAD_BYTES)
  let empty = true
  try {
    for await (const source of opened(name, peeked, content.random, depth, limits)) {
      empty = false
      yield source
    }
    if (empty) yield problemSource(inputProblem('I103', name))
  } catch (error) {
    yield problemSource(problemOf(name, error))
  } finally {
    await peeked.close()
  }
}

/** Standard input: an archive if its first bytes say so, else one file. */
export async function* unnamedSources(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<Source> {
  const peeked = await Peeked.open(chunks, HEAD_BYTES)
  try {
    if (formatOf(name, peeked.head) !== undefined) yield* archiveSources(name, { chunks: peeked }, 1, limits)
    else yield await readSource(name, () => collect(peeked, limits.memberBytes))
  } finally {
    await peeked.close()
  }
}

async function* opened(
  name: string,
  peeked: Peeked,
  random: RandomAccess | undefined,
  depth: number,
  limits: Limits,
): AsyncGenerator<Source> {
  const format = formatOf(name, peeked.head)
  if (format === 'tar') yield* members(name, tarMembers(peeked, limits), depth, limits)
  else if (format === 'gzip') yield* gzipSources(name, peeked, depth, limits)
  else if (format === 'zip') {
    const file = random ?? inMemory(await collect(peeked, limits.memberBytes))
    yield* members(name, zipMembers(file, limits), depth, limits)
  } else throw peeked.failure ?? new Refused('I120')
}

/** Inflated, it is a tar archive, or one file with the archive's name less `.gz`. */
async function* gzipSources(name: string, gzip: Peeked, depth: number, limits: Limits): AsyncGenerator<Source> {
  const peeked = await Peeked.open(inflated(gzip, 'gzip'), HEAD_BYTES)
  try {
    if (isTarName(name) || isTar(peeked.head)) return yield* members(name, tarMembers(peeked, limits), depth, limits)
    const inner = name
      .split(/[/\\!]/)
      .at(-1)!
      .replace(/\.gz$/i, '')
    yield* members(name, single(inner, peeked, limits), depth, limits)
  } finally {
    await peeked.close()
  }
}

async function* single(name: string, chunks: Peeked, limits: Limits): AsyncGenerator<Member> {
  yield {
    name,
    kind: 'file',
    whole: () => collect(chunks, limits.memberBytes),
    chunks: () => chunks[Symbol.asyncIterator](),
  }
}

async function* members(
  archive: string,
  found: AsyncIterable<Member>,
  depth: number,
  limits: Limits,
): AsyncGenerator<Source> {
  for await (const member of found) {
    if (inHiddenFolder(member.name)) continue
    const name = memberName(archive, member.name)
    const reason = unsafeName(member.name)
    if (reason !== undefined) yield problemSource(inputProblem('I126', name, { reason }))
    if (!FILE_KINDS.has(member.kind)) yield problemSource(inputProblem('I105', name, { kind: member.kind }))
    else if (!isArchiveName(member.name)) yield await readSource(name, member.whole)
    else if (depth < limits.archiveDepth) yield* archiveSources(name, { chunks: member.chunks() }, depth + 1, limits)
    else yield problemSource(inputProblem('I112', name, { limit: limits.archiveDepth }))
  }
}

const FILE_KINDS = new Set(['file', 'contiguous-file'])

function inMemory(bytes: Uint8Array): RandomAccess {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return {
    size: buffer.length,
    read: async (position, length) => buffer.subarray(position, position + length),
  }
}

/** One tar header; the signatures of the others are shorter. */
const HEAD_BYTES = 512

function formatOf(name: string, head: Uint8Array): Format | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  // PK and then: a member, the end of an empty archive, or the mark of one that was split and is whole.
  if (head[0] === 0x50 && head[1] === 0x4b && ZIP_MARKS.has(head[2]! * 256 + head[3]!)) return 'zip'
  return isTar(head) || (isTarName(name) && isEndMark(head)) ? 'tar' : undefined
}

const ZIP_MARKS = new Set([0x0304, 0x0506, 0x0708])

/** A tar header has a sum of its bytes, the sum itself counted as eight spaces. */
function isTar(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES || head[0] === 0) return false
  const stated = Number.parseInt(Buffer.from(head.subarray(148, 156)).toString('latin1').replace(/\0.*/s, ''), 8)
  let sum = 8 * 0x20
  for (let i = 0; i < HEAD_BYTES; i++) if (i < 148 || i >= 156) sum += head[i]!
  return sum === stated
}

/** A tar archive without members is zeros alone. */
function isEndMark(head: Uint8Array): boolean {
  return head.length >= HEAD_BYTES && head.subarray(0, HEAD_BYTES).every((byte) => byte === 0)
}
