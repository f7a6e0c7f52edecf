import { type DerivationStep, derivationStep } from '../derivation.ts'
import type { Lots } from './lots.ts'
import {
  type MaximumProfit,
  maximumProfit,
  type ProfitFault,
  profitFaults,
  type ShownBeside,
  shownBeside,
} from './maximumProfit.ts'
import { shortSwingRules } from './shortSwingRules.ts'
import { DEFAULT_MONTH_END, type MonthEndRule } from './window.ts'

/** The short-swing profit of plain lots: one person, one class, nothing exempt. */
export interface LotsAnswer {
  readonly maximum: MaximumProfit
  /** What the check of the certificate says; nothing: it stands. */
  readonly faults: readonly ProfitFault[]
  readonly beside: ShownBeside
  readonly monthEnd: MonthEndRule
  readonly derivation: readonly DerivationStep[]
}

/** The greatest profit of plain lots with its certificate checked, other ways of matching beside it, and why. */
export function shortSwingOfLots(lots: Lots, monthEnd: MonthEndRule = DEFAULT_MONTH_END): LotsAnswer {
  const maximum = maximumProfit(lots, monthEnd)
  const beside = shownBeside(lots, monthEnd)
  return {
    maximum,
    faults: profitFaults(lots, maximum, monthEnd),
    beside,
    monthEnd,
    derivation: [
      derivationStep(shortSwingRules, 'window'),
      derivationStep(shortSwingRules, `monthEnd.${monthEnd}`),
      ...profitSteps(maximum, beside),
    ],
  }
}

/** How the profit of some lots was found. */
export function profitSteps({ total }: MaximumProfit, beside: ShownBeside): DerivationStep[] {
  const { lowestInHighestOut, firstInFirstOut } = beside
  return [
    derivationStep(shortSwingRules, 'greatest', { profit: total }),
    derivationStep(shortSwingRules, 'certificate', { profit: total }),
    derivationStep(shortSwingRules, 'beside', { lowestInHighestOut, firstInFirstOut }),
    derivationStep(shortSwingRules, 'leftOut'),
    derivationStep(shortSwingRules, 'rounding', { rounded: total.toDollars() }),
  ]
}
