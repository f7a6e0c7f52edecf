/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Longest comparison, as words of the one times words of the other; beyond it the texts are simply exchanged. */
const MOST_CELLS = 4_000_000

/**
 * What changed between two texts, word by word; white space of any kind is one blank. Joined, the `same` and `removed`
 * stretches are the first text, the `same` and `added` ones the second. Shortest by number of words (longest common
 * subsequence).
 */
export function wordDifference(before: string, after: string): WordChange[] {
  const from = wordsOf(before)
  const to = wordsOf(after)
  const start = commonStart(from, to)
  const end = commonEnd(from.slice(start), to.slice(start))
  const middle = difference(from.slice(start, from.length - end), to.slice(start, to.length - end))
  return joined([...from.slice(0, start).map(same), ...middle, ...from.slice(from.length - end).map(same)])
}

const same = (text: string): WordChange => ({ kind: 'same', text })

function wordsOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
}

function commonStart(from: readonly string[], to: readonly string[]): number {
  const found = from.findIndex((word, i) => word !== to[i])
  return found < 0 ? from.length : found
}

function commonEnd(from: readonly string[], to: readonly string[]): number {
  return commonStart(from.toReversed(), to.toReversed())
}

function difference(from: readonly string[], to: readonly string[]): WordChange[] {
  const changes: WordChange[] = []
  let i = 0
  let j = 0
  if (from.length * to.length <= MOST_CELLS) {
    const lengths = commonLengths(from, to)
    const width = to.length + 1
    const length = (row: number, column: number) => lengths[row * width + column] as number
    while (i < from.length && j < to.length) {
      if (from[i] === to[j]) {
        changes.push(same(from[i] as string))
        i++
        j++
      } else if (length(i + 1, j) >= length(i, j + 1)) changes.push({ kind: 'removed', text: from[i++] as string })
      else changes.push({ kind: 'added', text: to[j++] as string })
    }
  }
  for (; i < from.length; i++) changes.push({ kind: 'removed', text: from[i] as string })
  for (; j < to.length; j++) changes.push({ kind: 'added', text: to[j] as string })
  return changes
}

/** For every pair of places the length of the longest common subsequence of what follows, row by row. */
function commonLengths(from: readonly string[], to: readonly string[]): Uint32Array {
  const width = to.length + 1
  const lengths = new Uint32Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      const here = i * width + j
      const isSame = from[i] === to[j]
      const skipped = Math.max(lengths[here + width] as number, lengths[here + 1] as number)
      lengths[here] = isSame ? (lengths[here + width + 1] as number) + 1 : skipped
    }
  }
  return lengths
}

/** Neighbours of one kind as one stretch, what was removed before what was added. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const stretches: WordChange[] = []
  let removed: string[] = []
  let added: string[] = []
  const settle = () => {
    if (removed.length > 0) stretches.push({ kind: 'removed', text: removed.join(' ') })
    if (added.length > 0) stretches.push({ kind: 'added', text: added.join(' ') })
    removed = []
    added = []
  }
  for (const { kind, text } of changes) {
    if (kind === 'removed') removed.push(text)
    else if (kind === 'added') added.push(text)
    else {
      settle()
      const last = stretches.at(-1)
      if (last?.kind === 'same') stretches[stretches.length - 1] = same(`${last.text} ${text}`)
      else stretches.push(same(text))
    }
  }
  settle()
  return stretches
}
