/** How many of something, in words: `1 report`, `2 reports`. For words that take an s. */
export function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
