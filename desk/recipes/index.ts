export type { Asked, Fact, FactOption, FactSpec, FactSpecs, Facts, FactType, Given, When } from './facts.ts'
export { type FillTable, fillTable, type WrittenFill } from './fillTable.ts'
export { buildForInsiders, type ConcernedInsider, type SharedEvent } from './forInsiders.ts'
export { type FormContent, formContent } from './formContent.ts'
export type { IssuerPractice } from './issuerPractice.ts'
export { type JointReport, jointReport } from './jointReport.ts'
export type { Recipe } from './recipe.ts'
export { recipeOf, recipes } from './recipes.ts'
export type {
  FormHeader,
  OpenQuestion,
  RecipeEvent,
  RecipeInput,
  RecipeLine,
  RecipeResult,
} from './result.ts'
export type { CellNotes, Line, LineTransaction } from './rows.ts'
export {
  type Derivative,
  type HeldPosition,
  type Ownership,
  type Positions,
  positionKey,
  type Security,
  type Stock,
} from './security.ts'
export type { TradeFill } from './values.ts'
export { longDate } from './wording.ts'
export { type RecipeCode, recipeDiagnostics } from './wordings.ts'
