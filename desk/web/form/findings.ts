import { check, registry } from '@section16/core/check'
import { type ColumnKey, type DiagnosticWording, formNumberOf, formPlace, messageOf } from '@section16/core/facts'
import {
  type CalendarDate,
  type Diagnostic,
  OwnerSignature,
  type OwnershipDocument,
  reported,
  type Severity,
} from '@section16/core/model'
import { keyOfFinding } from './cells.ts'
import { rowsOfTable, type TableName } from './edit.ts'
import { pathOfRow } from './place.ts'

/** A cell of a table; without a key the line as a whole. */
export interface CellPlace {
  readonly table: TableName
  /** From 0. */
  readonly row: number
  readonly key: ColumnKey | undefined
}

/** What somebody objects to, and where on the form. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly path: string
  /** `Table I, row 2, column 4`. */
  readonly place: string
  readonly message: string
  readonly fix: string | undefined
  readonly source: string | undefined
  /** In a table; else `path` says which box. */
  readonly cell: CellPlace | undefined
}

/** Who would object, in words, the gravest first. */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  suspends: 'EDGAR would suspend it',
  law: 'A rule seems broken',
  warns: 'EDGAR would warn',
  doubt: 'A careful reader would ask',
  note: 'Worth knowing',
}

const ORDER = Object.keys(SEVERITIES) as Severity[]

const WORDINGS: Readonly<Record<string, DiagnosticWording>> = Object.fromEntries(
  registry.map((rule) => [rule.code, rule]),
)

/** EDGAR's own elements are given (names, boxes that it works out): a draft has them to be read, and writing leaves them out. */
const SETTLED_BY_WRITING = 'C207'

/** Nobody's: it stands where the CCC will be put in last. */
const STAND_IN_CCC = 'xxxx#xx1'

/** What the rules of a day find in a draft, gravest first. What comes only later, signatures and CCCs, is not missed. */
export function findingsOf(document: OwnershipDocument, today: CalendarDate): Finding[] {
  const found = check(withWhatComesLater(document, today), { stage: 'draft', rulesOf: today })
  return sorted(
    found.filter(({ code }) => code !== SETTLED_BY_WRITING).map((diagnostic) => findingOf(document, diagnostic)),
  )
}

function withWhatComesLater(document: OwnershipDocument, today: CalendarDate): OwnershipDocument {
  const copy: OwnershipDocument = Object.assign(Object.create(Object.getPrototypeOf(document)), document)
  const like = <G extends object>(group: G, parts: Partial<G>): G =>
    Object.assign(Object.create(Object.getPrototypeOf(group)), group, parts)
  copy.reportingOwners = document.reportingOwners.map((owner) =>
    like(owner, { id: like(owner.id, { ccc: reported('text', STAND_IN_CCC) }) }),
  )
  copy.ownerSignatures = document.reportingOwners.map(({ id }) => {
    const line = new OwnerSignature()
    line.name = reported('text', `/s/ ${id.name.value ?? ''}`)
    line.date = reported('date', today.toString())
    return line
  })
  return copy
}

/** Whether a field with these findings is to be told of as wrong, and not as doubtful only. */
export function areGrave(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'suspends' || severity === 'law')
}

/** A finding of anybody, with its place on the form: of the server, of EDGAR. */
export function findingOf(document: OwnershipDocument, diagnostic: Diagnostic): Finding {
  const wording = WORDINGS[diagnostic.code]
  const path = diagnostic.at.path ?? ''
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    path,
    place: formPlace(document, path) ?? 'The form as a whole',
    message: messageOf(diagnostic, WORDINGS),
    fix: wording?.fix,
    source: wording?.source,
    cell: cellOf(document, path),
  }
}

/** Gravest first; of one gravity in the order given, which is that of the codes. */
export function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}

/** The cell in which a path is shown; `undefined` where it is no line's. */
export function cellOf(document: OwnershipDocument, path: string): CellPlace | undefined {
  const [, rowPath, element = '', below = ''] =
    /^(\/ownershipDocument\/\w+\/((?:nonD|d)erivative(?:Transaction|Holding|Security)\[\d+\]))\/?(.*)$/.exec(path) ?? []
  if (rowPath === undefined) return undefined
  const table = element.startsWith('nonD') ? 'I' : 'II'
  const rows = rowsOfTable(document, table)
  const row = rows.findIndex((_, i) => pathOfRow(rows, i) === rowPath)
  if (row < 0) return undefined
  return { table, row, key: keyOfFinding(rows[row]!, formNumberOf(document), below.replace(/\[\d+\]/g, '')) }
}

/** The findings of each line, by its index. */
export function byRow(findings: readonly Finding[], table: TableName): ReadonlyMap<number, readonly Finding[]> {
  const rows = new Map<number, Finding[]>()
  for (const finding of findings) {
    if (finding.cell?.table !== table) continue
    const known = rows.get(finding.cell.row) ?? []
    known.push(finding)
    rows.set(finding.cell.row, known)
  }
  return rows
}
