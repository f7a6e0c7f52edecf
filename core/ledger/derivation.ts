import type { Sourced } from '../facts/dated.ts'

/** One sentence of how an answer was found. */
export interface DerivationStep {
  /** Which rule was applied, for programs; the same for ever. */
  readonly rule: string
  /** The law behind it, as lawyers cite it. */
  readonly law: string
  /** The sentence, with its data filled in. */
  readonly text: string
  /** What was filled in. */
  readonly data: Readonly<Record<string, string>>
}

/** How a rule is said. `{name}` in its sentences stands for `data.name` of the step. */
export interface DerivationRule extends Sourced {
  readonly law: string
  readonly says: string
}

/** What can be filled into a sentence. */
type Datum = string | number | { toString(): string }

/**
 * A step of a derivation, from the table in which its rule stands. Throws where the sentence wants something that is
 * not given: that is a slip in the program.
 */
export function derivationStep<Rule extends string>(
  rules: Readonly<Record<Rule, DerivationRule>>,
  rule: Rule,
  given: Readonly<Record<string, Datum>> = {},
): DerivationStep {
  const data = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
  const filled = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = data[name]
      if (value === undefined) throw new Error(`${rule} wants ${name}`)
      return value
    })
  const { law, says } = rules[rule]
  return { rule, law: filled(law), text: filled(says).trimEnd(), data }
}
