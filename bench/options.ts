import type { InputOptions } from './input.ts'

/** What a bench is told. */
export interface BenchOptions extends InputOptions {
  /** Timed rounds; the middle one counts. */
  rounds: number
  /** Says what is being done, on standard error. */
  progress(text: string): void
}
