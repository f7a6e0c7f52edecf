import { exerciseAndHold, exerciseAndSell, netExercise } from './exercise.ts'
import { exit } from './exit.ts'
import { gift } from './gift.ts'
import { newInsider } from './newInsider.ts'
import { optionGrant } from './optionGrant.ts'
import { performanceAward } from './performanceAward.ts'
import { purchase } from './purchase.ts'
import type { Recipe } from './recipe.ts'
import { planSale, sale } from './sale.ts'
import { unitGrant } from './unitGrant.ts'
import { vest } from './vest.ts'

/** All recipes, the commonest first. */
export const recipes: readonly Recipe[] = [
  optionGrant,
  unitGrant,
  performanceAward,
  vest,
  exerciseAndHold,
  exerciseAndSell,
  netExercise,
  purchase,
  sale,
  planSale,
  gift,
  newInsider,
  exit,
]

/** A recipe by its name. */
export function recipeOf(name: string): Recipe | undefined {
  return recipes.find((one) => one.name === name)
}
