import type { Place, Word } from '../page/page.ts'

export const middleOf = ({ top, bottom }: Place): number => (top + bottom) / 2
export const centreOf = ({ left, right }: Place): number => (left + right) / 2
export const heightOf = ({ top, bottom }: Place): number => bottom - top

/** The box around some; at least one. All on one page. */
export function around(places: readonly Place[]): Place {
  let { left, top, right, bottom } = places[0]!
  for (const place of places) {
    left = Math.min(left, place.left)
    top = Math.min(top, place.top)
    right = Math.max(right, place.right)
    bottom = Math.max(bottom, place.bottom)
  }
  return { page: places[0]!.page, left, top, right, bottom }
}

export function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

/** The usual height of a word, which all distances of a page are measured with. */
export function usualHeight(words: readonly Word[]): number {
  const lettered = words.filter(({ text, isRaised }) => isRaised !== true && /[\p{L}\p{N}]/u.test(text))
  return median(lettered.map(({ place }) => heightOf(place))) ?? 1
}

/** Numbers that are close to one another, as their means, in order. */
export function clustered(numbers: readonly number[], within: number): number[] {
  const groups: number[][] = []
  for (const each of numbers.toSorted((a, b) => a - b)) {
    const last = groups.at(-1)
    if (last && each - last.at(-1)! <= within) last.push(each)
    else groups.push([each])
  }
  return groups.map((group) => group.reduce((sum, each) => sum + each, 0) / group.length)
}

/** The largest of numbers, however many; `least` where there are none. */
export function largest(numbers: Iterable<number>, least: number): number {
  let most = least
  for (const each of numbers) most = Math.max(most, each)
  return most
}
