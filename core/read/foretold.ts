/**
 * A text that is expected in the source, ready to be compared with bytes eight at a time. Eight ASCII characters make
 * a double that is neither zero nor NaN, so two of them are the same number exactly when they are the same characters.
 */
export class Foretold {
  readonly length: number
  private readonly bytes: Uint8Array
  private readonly words: Float64Array
  private readonly tail: number

  /** `text`: ASCII characters, control characters but line ends and tabs excluded. */
  constructor(text: string) {
    this.length = text.length
    this.bytes = Uint8Array.from(text, (c) => c.charCodeAt(0))
    const view = new DataView(this.bytes.buffer)
    this.words = new Float64Array(this.length >> 3)
    for (let i = 0; i < this.words.length; i++) this.words[i] = view.getFloat64(i * 8, true)
    this.tail = this.length >= 8 ? view.getFloat64(this.length - 8, true) : 0
  }

  /** Whether the text stands at `at`. */
  standsAt(source: DataView, at: number): boolean {
    const { length } = this
    if (at + length > source.byteLength) return false
    if (length < 8) return this.standsByBytes(source, at)
    // The end tells elements apart, so most differences are seen at once.
    if (source.getFloat64(at + length - 8, true) !== this.tail) return false
    const { words } = this
    for (let i = words.length - 1; i >= 0; i--) {
      if (source.getFloat64(at + i * 8, true) !== words[i]) return false
    }
    return true
  }

  private standsByBytes(source: DataView, at: number): boolean {
    for (let i = 0; i < this.length; i++) if (source.getUint8(at + i) !== this.bytes[i]) return false
    return true
  }
}
