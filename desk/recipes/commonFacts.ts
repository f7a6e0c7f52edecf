import type { Decimal, MissingFact } from '@section16/core'
import { amount, type FactSpec, text, yesNo } from './facts.ts'
import { type Ownership, positionKey, type Security } from './security.ts'

const HELD = 'held '

/** Whether a fact is one that any event may ask for, beside its own. */
export function isCommonFact(name: string): boolean {
  return name === 'reportEarly' || name === 'overTenPercentBefore' || name.startsWith(HELD)
}

export const REPORT_EARLY = yesNo({
  question: 'Report it on a Form 4 now, although a Form 5 after the fiscal year would do?',
  why: 'An item of Form 5 may be reported earlier by choice; the line is then marked with V.',
  source: 'Rule 16a-3(g)(5); Form 4, General Instructions 4(a)(ii), 8',
})

export const OVER_TEN_PERCENT = yesNo({
  question: 'Did the owner hold more than ten percent immediately before it?',
  why: 'Only then is the transaction of somebody who is neither officer nor director subject to Section 16.',
  source: 'Exchange Act 16(b); Rule 16a-2(c)',
})

/** What was held on a line before the event, where no position is known. */
export function heldQuestion(
  security: Security,
  ownership: Ownership,
): { readonly name: string; readonly spec: FactSpec<Decimal> } {
  const line = ownership.form === 'D' ? 'directly' : `indirectly, “${ownership.nature}”`
  const spec = amount({
    question: `How many of ${security.title} were held ${line} immediately before?`,
    why: 'The total after the transaction is stated for each line of ownership, in Table II for each series.',
    source: 'Form 4, Table I column 5, Table II column 9, General Instruction 4(a)(i); the series is practice',
  })
  return { name: HELD + positionKey(security, ownership), spec }
}

/** A fact of the insider or the issuer without which core's ledger names no form. */
export function recordQuestion({ fact, text: wanted }: MissingFact): FactSpec {
  return text({
    question: `Please say ${wanted}.`,
    why: `The form turns on it: ${fact}.`,
    source: 'Rules 3a12-3(b), 16a-2, 16a-3; Form 4, General Instruction 8',
  })
}
