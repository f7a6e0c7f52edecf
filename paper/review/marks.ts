import type { Place } from '../page/page.ts'

/** Something beside the pages that stands at places on them: a field, or words without one. */
export interface Target {
  /** Of its element in the page. */
  readonly id: string
  /** What a mark on the page is called to those who do not see it. */
  readonly label: string
  readonly places: readonly Place[]
  /** Whether a person should look there. */
  readonly isDoubtful: boolean
}

/** A box drawn on a page over what stands there. Fields that were read from the same words share one. */
export interface Mark {
  readonly id: string
  readonly place: Place
  readonly targets: readonly Target[]
}

/** The marks of all targets, one for each place, in the order of the targets; none for a page that is not shown. */
export function marksOf(targets: readonly Target[], pages: ReadonlySet<number>): Mark[] {
  const byPlace = new Map<string, { place: Place; targets: Target[] }>()
  for (const target of targets) {
    for (const place of target.places.filter(({ page }) => pages.has(page))) {
      const key = [place.page, place.left, place.top, place.right, place.bottom].join(' ')
      const mark = byPlace.get(key) ?? { place, targets: [] }
      if (!mark.targets.includes(target)) mark.targets.push(target)
      byPlace.set(key, mark)
    }
  }
  return [...byPlace.values()].map((mark, i) => ({ id: `m${i + 1}`, ...mark }))
}

/** The first mark of each target, by the target's id. */
export function firstMarks(marks: readonly Mark[]): Map<string, Mark> {
  const first = new Map<string, Mark>()
  for (const mark of marks) for (const { id } of mark.targets) if (!first.has(id)) first.set(id, mark)
  return first
}

/** Leads to a place on a page. */
export function placeLink({ id, place }: Mark): string {
  return `<a class="place" href="#${id}">page ${place.page}</a>`
}
