import { isCommonFact } from './commonFacts.ts'
import type { FactSpecs, Given, Values } from './facts.ts'
import { FormBuilder } from './formBuilder.ts'
import type { RecipeInput, RecipeResult } from './result.ts'

/** From an event with its facts to the rows of a form, for one insider. Pure: the same input, the same result. */
export interface Recipe {
  /** Its name in programs, in lower case with dashes. */
  readonly name: string
  readonly title: string
  /** One or two sentences for who has to choose. */
  readonly about: string
  /** All that may be asked, in the order of asking. */
  readonly facts: FactSpecs
  readonly build: (input: RecipeInput) => RecipeResult
}

interface Step {
  readonly facts: FactSpecs
  readonly write: (values: never, form: FormBuilder) => void
}

/** A recipe that may get a further step. */
export interface Steps<F extends FactSpecs> extends Recipe {
  /**
   * Asks facts and writes with them and with those of the steps before. It is written when all that its facts call for
   * is answered and nothing before it is open or refused; later steps are never written before earlier ones, because
   * their totals go on from there.
   */
  readonly step: <G extends FactSpecs>(
    facts: G,
    write: (values: Values<F & G>, form: FormBuilder) => void,
  ) => Steps<F & G>
}

/** A recipe without steps yet. */
export function recipe(name: string, title: string, about: string): Steps<Record<never, never>> {
  return withSteps({ name, title, about }, [])
}

type Heading = Pick<Recipe, 'name' | 'title' | 'about'>

function withSteps<F extends FactSpecs>(heading: Heading, steps: readonly Step[]): Steps<F> {
  const facts: FactSpecs = Object.assign({}, ...steps.map((step) => step.facts))
  return {
    ...heading,
    facts,
    build: (input) => build(facts, steps, input),
    step: (asked, write) => withSteps(heading, [...steps, { facts: asked, write }]),
  }
}

function build(all: FactSpecs, steps: readonly Step[], input: RecipeInput): RecipeResult {
  const form = new FormBuilder(input)
  const given: Record<string, unknown> = {}
  for (const { facts, write } of steps) {
    gather(facts, given, form)
    if (!form.isBlocked) write(given as never, form)
  }
  for (const name of Object.keys(input.facts)) {
    if (!Object.hasOwn(all, name) && !isCommonFact(name)) form.say('D102', { fact: name })
  }
  return form.result()
}

/** Reads the facts of a step that are asked, given the answers before. */
function gather(facts: FactSpecs, given: Record<string, unknown>, form: FormBuilder): void {
  for (const [name, spec] of Object.entries(facts)) {
    if (spec.when && !spec.when(given satisfies Given, form.issuer)) continue
    const value = form.fact(name, spec)
    if (value !== undefined) given[name] = value
  }
}
