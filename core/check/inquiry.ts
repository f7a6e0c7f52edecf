import type { Diagnostic } from '../model/diagnostic.ts'
import { walk } from '../model/walk.ts'
import type { CheckedFiling } from './checkedFiling.ts'
import type { PresentField, Report, Rule } from './rule.ts'
import type { Fault } from './schema/fault.ts'

/** A filing while it is asked: what was found so far, and who is asking about what. */
export class Inquiry {
  readonly findings: Diagnostic[] = []
  private readonly filing: CheckedFiling
  private rule: Rule | undefined
  /** Which of the things that the rule looks at, from 0. */
  private number = 0
  /** Where the field stands that is asked about. */
  private pathOfField = () => ''

  constructor(filing: CheckedFiling) {
    this.filing = filing
  }

  /** Asks several rules of the same kind about one thing that they look at; `number` is its place among its like. */
  ask(rules: readonly Rule[], subject: unknown, number: number): void {
    this.number = number
    for (const rule of rules) {
      this.rule = rule
      rule.check(subject as never, this.report, this.filing)
    }
  }

  /** Asks about each of a list. */
  askEach(rules: readonly Rule[], subjects: readonly unknown[]): void {
    if (rules.length === 0) return
    subjects.forEach((subject, i) => {
      this.ask(rules, subject, i)
    })
  }

  /** Asks about each field that is there, by one walk for all rules. */
  askFields(rules: readonly Rule[]): void {
    if (rules.length === 0) return
    walk(this.filing.document, {
      field: (field, definition, path) => {
        this.pathOfField = path
        this.ask(rules, { field, definition } satisfies PresentField, 0)
      },
    })
  }

  /** Notes what the schema has against the document. */
  note({ code, severity }: Rule, { path, data }: Fault): void {
    this.findings.push({ code, severity, at: { path }, data })
  }

  /** One function for all rules: making one for each takes longer than most rules do. */
  private readonly report: Report = (place, data = {}) => {
    if (!this.rule) return
    const { code, severity } = this.rule
    this.findings.push({ code, severity, at: { path: this.pathOf(place) }, data })
  }

  private pathOf(place: string): string {
    if (place.startsWith('/')) return place
    const subject = this.subjectPath()
    return place === '' ? subject : `${subject}/${place}`
  }

  private subjectPath(): string {
    switch (this.rule?.of) {
      case 'fields':
        return this.pathOfField()
      case 'owners':
        return `/ownershipDocument/reportingOwner[${this.number + 1}]`
      case 'footnotes':
        return `/ownershipDocument/footnotes/footnote[${this.number + 1}]`
      case 'signatures':
        return `/ownershipDocument/ownerSignature[${this.number + 1}]`
      case 'rows':
      case 'transactions':
      case 'holdings':
        return this.filing.rows[this.number]?.path ?? ''
      default:
        return '/ownershipDocument'
    }
  }
}
