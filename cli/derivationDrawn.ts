import type { DerivationStep } from '@section16/core/ledger'
import { printable } from './input/names.ts'

/** How an answer was found, a sentence a line and the law behind it, for `--explain`. */
export function drawDerivation(steps: readonly DerivationStep[]): string[] {
  return ['', 'Why:', ...steps.map(({ text, law }) => printable(`  ${text} [${law}]`))]
}
