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
  /** For each text its bytes as whole words, then its last eight bytes once more. */
  words = new Float64Array(0)

  /** The number of a text: ASCII, control characters but line ends and tabs excluded. `pack` must follow. */
  add(text: string): number {
    return this.texts.push(text) - 1
  }

  /** Lays the texts out. */
  pack(): this {
    const words: number[] = []
    this.starts = new Int32Array(this.texts.length)
    this.lengths = Int32Array.from(this.texts, (text) => text.length)
    for (const [number, text] of this.texts.entries()) {
      this.starts[number] = words.length
      // A text of less than a word is padded: `standsAt` compares it by its characters.
      const view = new DataView(Uint8Array.from(text.padEnd(8), (c) => c.charCodeAt(0)).buffer)
      for (let at = 0; at + 8 <= text.length; at += 8) words.push(view.getFloat64(at, true))
      words.push(view.getFloat64(view.byteLength - 8, true))
    }
    this.words = Float64Array.from(words)
    return this
  }

  /** Whether a text stands at `at` of the source, which has `size` bytes. */
  standsAt(number: number, source: DataView, size: number, at: number): boolean {
    const length = this.lengths[number] as number
    const end = at + length
    if (end > size) return false
    if (length < 8) return this.standsByCharacters(number, source, at)
    const { words } = this
    const start = this.starts[number] as number
    const count = length >> 3
    // The end tells elements apart, so most differences are seen at once.
    if (source.getFloat64(end - 8, true) !== words[start + count]) return false
    for (let i = 0; i < count; i++) if (source.getFloat64(at + i * 8, true) !== words[start + i]) return false
    return true
  }

  private standsByCharacters(number: number, source: DataView, at: number): boolean {
    const text = this.texts[number] as string
    for (let i = 0; i < text.length; i++) if (source.getUint8(at + i) !== text.charCodeAt(i)) return false
    return true
  }
}
