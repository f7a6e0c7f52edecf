import type { Diagnostic } from '@section16/core'
import type { Fact, FactSpec, Facts } from './facts.ts'
import type { OpenQuestion, RecipeResult } from './result.ts'
import { type RecipeCode, recipeDiagnostics } from './wordings.ts'

/**
 * What is asked, answered and said of an event. What is needed and not known is a question; questions are gathered to
 * the end, so that all of them can be put at once.
 */
export class Dialogue {
  private readonly facts: Facts
  private readonly open = new Map<string, OpenQuestion>()
  private readonly diagnostics: Diagnostic[] = []
  private readonly restsOn: Record<string, Fact> = {}
  protected isRefused = false

  constructor(facts: Facts) {
    this.facts = facts
  }

  /** Whether something needed is missing or was refused. */
  get isBlocked(): boolean {
    return this.isRefused || this.open.size > 0
  }

  /** A fact, read; asked where it is not there or not readable. */
  fact<T>(name: string, spec: FactSpec<T>): T | undefined {
    const fact = this.facts[name]
    const value = fact && spec.read(fact.value)
    if (fact && value !== undefined) {
      this.restsOn[name] = fact
      return value
    }
    if (fact) this.say('D101', { fact: name, type: spec.type })
    this.open.set(name, { name, of: 'event', spec })
    return undefined
  }

  /** Asks what belongs to the insider's or the issuer's record. */
  askRecord(of: 'insider' | 'issuer', name: string, spec: FactSpec): void {
    if (!this.open.has(name)) this.open.set(name, { name, of, spec })
  }

  /** Says something that is worth knowing, once. */
  say(code: RecipeCode, data: Diagnostic['data'] = {}): void {
    const words = JSON.stringify(data)
    if (this.diagnostics.some((one) => one.code === code && JSON.stringify(one.data) === words)) return
    this.diagnostics.push({ code, severity: recipeDiagnostics[code].severity, at: {}, data })
  }

  /** Says what is wrong, and writes nothing more. */
  refuse(code: RecipeCode, data: Diagnostic['data'] = {}): void {
    this.say(code, data)
    this.isRefused = true
  }

  protected get said(): Pick<RecipeResult, 'isComplete' | 'open' | 'diagnostics' | 'restsOn'> {
    const { diagnostics, restsOn } = this
    return { isComplete: !this.isBlocked, open: [...this.open.values()], diagnostics, restsOn }
  }
}
