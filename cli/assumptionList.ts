import { registry } from '@section16/core/check'
import { type Assumption, assumptions } from '@section16/core/facts'

/** A doubtful statement, the ways to take it, the usual one first, and the rules that rest on it. */
export interface AssumptionJson extends Assumption {
  name: string
  default: string
  rules: string[]
}

/** All of them, by name. */
export function assumptionList(): AssumptionJson[] {
  return Object.entries(assumptions).map(([name, { question, readings, source }]) => ({
    name,
    question,
    default: Object.keys(readings)[0] ?? '',
    readings,
    source,
    rules: registry.flatMap((rule) => (rule.assumes?.some((one) => one === name) ? [rule.code] : [])),
  }))
}

/** For people: each with its readings, an asterisk at the one that is taken. */
export function assumptionLines(): string[] {
  return assumptionList().flatMap(({ name, question, default: usual, readings, source, rules }) => [
    `${name}: ${question}`,
    ...Object.entries(readings).map(
      ([reading, words]) => `  ${reading === usual ? '*' : ' '} --assume ${name}=${reading}: ${words}`,
    ),
    `    ${rules.join(', ')}; ${source}`,
  ])
}
