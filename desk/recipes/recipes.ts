import { conversion } from './conversion.ts'
import { death } from './death.ts'
import { deferredUnits } from './deferredUnits.ts'
import { fundDistribution } from './distribution.ts'
import { dividendEquivalents } from './dividendEquivalents.ts'
import { divorce } from './divorce.ts'
import { exerciseAndHold, exerciseAndSell, netExercise } from './exercise.ts'
import { exit } from './exit.ts'
import { gift } from './gift.ts'
import { lapse } from './lapse.ts'
import { mergerCashOut } from './merger.ts'
import { newInsider } from './newInsider.ts'
import { optionGrant } from './optionGrant.ts'
import { performanceAward } from './performanceAward.ts'
import { planRollIn } from './planRollIn.ts'
import { pledgeForeclosure } from './pledge.ts'
import { purchase } from './purchase.ts'
import type { Recipe } from './recipe.ts'
import { repricing } from './repricing.ts'
import { planSale, sale } from './sale.ts'
import { split } from './split.ts'
import { spouseTrade } from './spouseTrade.ts'
import { trustTransfer } from './trustTransfer.ts'
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
  planRollIn,
  dividendEquivalents,
  deferredUnits,
  trustTransfer,
  spouseTrade,
  fundDistribution,
  conversion,
  mergerCashOut,
  split,
  lapse,
  repricing,
  divorce,
  death,
  pledgeForeclosure,
  newInsider,
  exit,
]

/** A recipe by its name. */
export function recipeOf(name: string): Recipe | undefined {
  return recipes.find((one) => one.name === name)
}
