/** What a file may ask of the desk when a power of attorney is made of it. A power has a page or two. */
export const POWER_LIMITS = {
  /** Of a PDF; more is refused. */
  pages: 50,
  /** Bytes of a Word file's text with its markup, unpacked. */
  markup: 20_000_000,
  /** Of the text that comes of it. */
  characters: 200_000,
  /** For a PDF, read in a thread of its own. */
  milliseconds: 30_000,
  /** Of that thread. */
  megabytes: 512,
} as const
