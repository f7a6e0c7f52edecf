/** The next place of a text, looked for once between two finds, so that asking at every node stays linear. */
export class Finder {
  private readonly source: string
  private readonly sought: string
  private next = -1

  constructor(source: string, sought: string) {
    this.source = source
    this.sought = sought
  }

  /** The first offset at or after `at`, or Infinity. `at` never goes back. */
  from(at: number): number {
    if (this.next < at) {
      const found = this.source.indexOf(this.sought, at)
      this.next = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return this.next
  }
}
