import type { Facts } from './facts.ts'
import type { Recipe } from './recipe.ts'
import type { RecipeInput, RecipeResult } from './result.ts'

/** One of the insiders whom an event concerns, with what is said of this one only. */
export interface ConcernedInsider extends Pick<RecipeInput, 'positions' | 'insider'> {
  readonly id: string
  /** Own facts; they stand before those of all. */
  readonly facts: Facts
}

/** What an event is for all whom it concerns. */
export type SharedEvent = Pick<RecipeInput, 'facts' | 'issuer' | 'calendar'>

/**
 * One event for many insiders: a result for each, by id, as if each had it alone. A fact that is said for all holds for
 * who does not say otherwise. Throws where two have one id: that is a slip in the program.
 */
export function buildForInsiders(
  recipe: Recipe,
  event: SharedEvent,
  insiders: readonly ConcernedInsider[],
): ReadonlyMap<string, RecipeResult> {
  const results = new Map<string, RecipeResult>()
  for (const { id, facts, positions, insider } of insiders) {
    if (results.has(id)) throw new Error(`${id} is concerned twice`)
    results.set(id, recipe.build({ ...event, facts: { ...event.facts, ...facts }, positions, insider }))
  }
  return results
}
