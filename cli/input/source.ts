import { problemOf } from './bytes.ts'
import type { InputProblem } from './diagnostics.ts'

/**
 * One file that was found, or the problem in its place. `name` is fit to be printed: the path as the user would
 * write it, or `archive!member`. `bytes` may be a view of a larger buffer: copy before handing its memory on.
 */
export type Source = { name: string; bytes: Uint8Array } | { name: string; problem: InputProblem }

/** One member of an archive, to be read before the next one is asked for. */
export interface Member {
  /** The name as the archive gives it, not fit to be printed. */
  name: string
  /** `file`, or what else it is: `symlink`, `fifo` and so on. Only files have content. */
  kind: string
  /** The whole content, bounded by the limits; throws `Refused`. */
  whole: () => Promise<Uint8Array>
  /** The content as a stream, for archives in archives, which may be larger than a member; throws `Refused`. */
  chunks: () => AsyncGenerator<Uint8Array>
}

/** Bytes that can be read anywhere: a file on disk or an archive held in memory. */
export interface RandomAccess {
  readonly size: number
  /** The bytes from `position`, as many as there are up to `length`. */
  read(position: number, length: number): Promise<Buffer>
}

/** A problem as a source. */
export function problemSource(problem: InputProblem): Source {
  return { name: problem.at.path, problem }
}

/** A file as a source: its bytes, or the problem that reading them met. */
export async function readSource(name: string, bytes: () => Uint8Array | Promise<Uint8Array>): Promise<Source> {
  try {
    return { name, bytes: await bytes() }
  } catch (error) {
    return problemSource(problemOf(name, error))
  }
}
