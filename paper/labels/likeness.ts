/** Letters that scans and typists take for one another, each class as one letter. */
const CONFUSED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '|': 'l',
  '!': 'l',
  '5': 's',
  '8': 'b',
  '2': 'z',
  '6': 'g',
  q: 'g',
  c: 'e',
  '\ufb01': 'fl',
  '\ufb02': 'fl',
}

/** The letters and digits of a text in lower case, confusable ones folded: what two prints of one label share. */
export function folded(text: string): string {
  let result = ''
  for (const letter of text.toLowerCase()) {
    const one = CONFUSED[letter] ?? letter
    if (/[\p{L}\p{N}]/u.test(one)) result += one
  }
  return result
}

/**
 * How alike two texts are, from 0 to 1: 1 less the share of letters to insert, delete or replace, after folding. Two
 * empty texts are not alike.
 */
export function likeness(a: string, b: string): number {
  return foldedLikeness(folded(a), folded(b), 0)
}

/** The same of texts that are folded already; 0 where it is less than `least`, of which often the lengths tell. */
export function foldedLikeness(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0 || Math.min(a.length, b.length) < least * longest) return 0
  const alike = 1 - distance(a, b) / longest
  return alike < least ? 0 : alike
}

/** Levenshtein's distance, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
