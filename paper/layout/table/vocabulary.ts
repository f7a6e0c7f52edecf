import { folded, foldedLikeness } from '../../labels/likeness.ts'
import type { HeadingGroup } from './columns.ts'

/** `(Instr. 3, 4 and 5)` differs from edition to edition and says nothing. */
const NEUTRAL = /^(?:\(?[il1]ns(?:tr|ts)\.?|\(?\d{1,2}[A-Za-z]?[.,)]*|and|\(?e\.g\.,?)$/i

export const isNeutral = (text: string): boolean => NEUTRAL.test(text) || folded(text) === ''

/** The words of a label that count, folded. */
export const tokensOf = (label: string): string[] =>
  label
    .split(/[\s/]+/)
    .filter((word) => !isNeutral(word))
    .map(folded)

/**
 * Which word of a table's headings each word that was read is most like; worked out once for each that differs. A
 * reading that is like none is `undefined`.
 */
export class Vocabulary {
  private readonly tokens: readonly string[]
  private readonly known = new Map<string, string | undefined>()

  constructor(groups: readonly HeadingGroup<string>[]) {
    const labels = groups.flatMap(({ label, leaves }) => [label, ...leaves.map((leaf) => leaf.label)])
    this.tokens = [...new Set(labels.flatMap(tokensOf))]
  }

  /** The tokens of a word: `(Month/Day/Year)` has three. */
  of(text: string): (string | undefined)[] {
    return text
      .split('/')
      .filter((part) => folded(part) !== '')
      .map((part) => this.token(folded(part)))
  }

  private token(own: string): string | undefined {
    if (this.known.has(own)) return this.known.get(own)
    let best: string | undefined
    let most = own.length < 3 ? 1 : 0.68
    for (const token of this.tokens) {
      const alike = own === token ? 1 : token.length < 3 ? 0 : foldedLikeness(own, token, most)
      if (alike > 0 && alike >= most && (best === undefined || alike > most)) {
        best = token
        most = alike
      }
    }
    this.known.set(own, best)
    return best
  }
}
