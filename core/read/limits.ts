/**
 * What a source may cost at the most. Far above anything EDGAR takes (60 lines, 99 footnotes of 1,000 characters), so
 * that only a hostile or mistaken file meets them; each is named in the message that refuses it.
 */
export interface Limits {
  /** Size of one source in bytes, looked at before it is decoded. */
  bytes: number
  /** Elements inside one another. The schema has 6. */
  depth: number
  /** Attributes of one element. The schema has 1. */
  attributes: number
  /** Elements, texts, comments and instructions together. */
  nodes: number
}

export const LIMITS: Limits = { bytes: 64 * 1024 * 1024, depth: 100, attributes: 100, nodes: 1_000_000 }
