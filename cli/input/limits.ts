/** What bounds the reading of inputs, and where standard input comes from. Whatever is left out takes its default. */
export interface InputOptions {
  /** Largest file or archive member that is read, in inflated bytes. It is also what one member may cost in memory. */
  memberBytes?: number
  /** How many archives may lie in one another: 1 opens archives, 2 also the archives in them. */
  archiveDepth?: number
  /** How many bytes of refused members are inflated per archive merely to get past them to the next one. */
  skippedBytes?: number
  /** What `-` reads, in place of the process's standard input. */
  stdin?: AsyncIterable<Uint8Array>
}

export type Limits = Required<Omit<InputOptions, 'stdin'>>

/** The defaults, in bytes unless the name says otherwise. */
export const DEFAULT_LIMITS: Limits = {
  memberBytes: 64 * 2 ** 20,
  archiveDepth: 2,
  skippedBytes: 16 * 2 ** 30,
}
