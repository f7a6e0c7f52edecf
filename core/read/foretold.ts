/**
 * Texts that are expected in sources, ready to be compared eight bytes at a time. Eight ASCII characters make a double
 * that is neither zero nor NaN, so two of them are the same number exactly when they are the same characters.
 *
 * All of a document's texts lie together and are known by a number, because what is compared a hundred times a filing
 * had better stay in the processor's first cache.
 */
export class ForetoldTexts {
  private readonly texts: string[] = []
  /** By number: where a text's words begin, and its length in bytes. */
  starts = new Int32Array(0)
  lengths = new Int32Array(0)
  /** For each text its bytes as whole words. */
  words = new Float64Array(0)
  /** By number: a text's last eight bytes. */
  ends = new Float64Array(0)

  /**
   * The number of a text: ASCII, control characters but line ends and tabs excluded, at least eight characters (no tag
   * of these forms has fewer). `pack` must follow.
   */
  add(text: string): number {
    if (text.length < 8) throw new RangeError(`too short to be foretold: ${text}`)
    return this.texts.push(text) - 1
  }

  /** Lays the texts out. */
  pack(): this {
    const words: number[] = []
    this.starts = new Int32Array(this.texts.length)
    this.ends = new Float64Array(this.texts.length)
    this.lengths = Int32Array.from(this.texts, (text) => text.length)
    for (const [number, text] of this.texts.entries()) {
      this.starts[number] = words.length
      const view = new DataView(Uint8Array.from(text, (c) => c.charCodeAt(0)).buffer)
      for (let at = 0; at + 8 <= text.length; at += 8) words.push(view.getFloat64(at, true))
      this.ends[number] = view.getFloat64(text.length - 8, true)
    }
    this.words = Float64Array.from(words)
    return this
  }

  /** Whether a text stands at `at` of the source, which has `size` bytes. */
  standsAt(number: number, source: DataView, size: number, at: number): boolean {
    const end = at + (this.lengths[number] as number)
    // The end tells elements apart, so most differences are seen at once.
    if (end > size || source.getFloat64(end - 8, true) !== this.ends[number]) return false
    const { words } = this
    for (let from = at, word = this.starts[number] as number; from + 8 < end; from += 8, word++) {
      if (source.getFloat64(from, true) !== words[word]) return false
    }
    return true
  }
}
