import fc from 'fast-check'
import { type DocumentType, documentTypes } from '../../core/facts/index.ts'
import { type ElementPath, groupAt, groupFor, leafAt, putField } from '../../core/model/elementPath.ts'
import {
  type ElementDefinition,
  type GroupDefinition,
  OWNERSHIP_DOCUMENT,
  type RowsDefinition,
} from '../../core/model/elements.ts'
import {
  Footnote,
  Footnotes,
  OwnerSignature,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  ReportingOwner,
} from '../../core/model/ownershipDocument.ts'
import { reported } from '../../core/model/reported.ts'
import { type Elements, head, owner, type Part, signature, type Table, table } from './randomElements.ts'
import { text } from './randomValues.ts'

/**
 * Documents as EDGAR disseminates them, of all six kinds, with everything that specification 5.5 allows and nothing for
 * which EDGAR would have suspended them. They are built from the element table, not read, so that reader and writer can both be held against them.
 */
export function randomDocument(type: DocumentType): fc.Arbitrary<OwnershipDocument> {
  const { form } = type
  return fc
    .record({
      head: head(type),
      owners: fc.uniqueArray(owner, {
        minLength: 1,
        maxLength: 10,
        selector: ({ fields }) => fields['reportingOwnerId/rptOwnerCik']?.written,
      }),
      nonDerivative: table(form, false),
      derivative: table(form, true),
      ids: fc.shuffledSubarray(IDS, { minLength: 1 }),
      footnote: fc.array(text(1, 1000), { minLength: 1, maxLength: 5 }),
      emptyFootnotes: fc.boolean(),
      signatures: fc.array(signature, { minLength: 1, maxLength: 10 }),
    })
    .map((parts) => new Builder(parts.ids).build(parts))
}

/** Any of the six kinds. */
export function anyDocument(): fc.Arbitrary<OwnershipDocument> {
  return fc.oneof(...[...documentTypes.values()].map((type) => randomDocument(type)))
}

const IDS = Array.from({ length: 99 }, (_, i) => `F${i + 1}`)

interface Parts {
  head: Elements
  owners: readonly Part[]
  nonDerivative: Table
  derivative: Table
  footnote: readonly string[]
  emptyFootnotes: boolean
  signatures: readonly Elements[]
}

const CHILDREN = OWNERSHIP_DOCUMENT.children
const below = (element: string) => (CHILDREN.find((child) => child.element === element) as GroupDefinition).children
const ROW = (below('nonDerivativeTable')[0] as RowsDefinition).children
const OWNER = below('reportingOwner')
const SIGNATURE = below('ownerSignature')

/** Makes a document of what was drawn, and of EDGAR's own elements what follows from it. */
class Builder {
  private readonly ids: readonly string[]
  private readonly used = new Set<string>()

  constructor(ids: readonly string[]) {
    this.ids = ids
  }

  build({ head, owners, nonDerivative, derivative, footnote, emptyFootnotes, signatures }: Parts): OwnershipDocument {
    const document = new OwnershipDocument()
    this.fill(document, CHILDREN, head)
    document.reportingOwners = owners.map(({ fields, emptyGroups }) => {
      const made = new ReportingOwner()
      this.fill(made, OWNER, fields)
      for (const group of emptyGroups) groupFor(made, groupAt(OWNER, group))
      return made
    })
    document.nonDerivativeTable = this.table(nonDerivative) ?? document.nonDerivativeTable
    document.derivativeTable = this.table(derivative) ?? document.derivativeTable
    document.ownerSignatures = signatures.map((fields) => {
      const made = new OwnerSignature()
      this.fill(made, SIGNATURE, fields)
      return made
    })
    if (this.used.size > 0 || emptyFootnotes) {
      document.footnotes = new Footnotes()
      const used = this.ids.filter((id) => this.used.has(id))
      document.footnotes.footnotes = used.map((id, i) => new Footnote(id, footnote[i % footnote.length] as string))
    }
    derive(document)
    return document
  }

  private table({ present, rows }: Table): OwnershipTable | undefined {
    if (!present && rows.length === 0) return undefined
    const made = new OwnershipTable()
    made.rows = rows.map(({ element, fields }) => {
      const row = new OwnershipRow(element)
      this.fill(row, ROW, fields)
      return row
    })
    return made
  }

  private fill(target: object, children: readonly ElementDefinition[], fields: Elements): void {
    for (const [path, one] of Object.entries(fields)) {
      if (one === undefined) continue
      const footnotes = this.footnotes(one.notes)
      if (path.endsWith('/footnoteId')) {
        const coding = groupFor(target, groupAt(children, path.replace('/footnoteId', '')))
        ;(coding as { footnotes: readonly string[] }).footnotes = footnotes
      } else {
        const at = place(children, path)
        putField(target, at, reported(at.leaf.type, one.written, { footnotes }))
      }
    }
  }

  /** No field names a footnote twice. */
  private footnotes(numbers: readonly number[]): string[] {
    const ids = [...new Set(numbers.map((n) => this.ids[n % this.ids.length] as string))]
    for (const id of ids) this.used.add(id)
    return ids
  }
}

const places = new Map<readonly ElementDefinition[], Map<string, ElementPath>>()

/** `leafAt`, remembered. */
function place(children: readonly ElementDefinition[], path: string): ElementPath {
  const known = places.get(children) ?? new Map<string, ElementPath>()
  places.set(children, known)
  const at = known.get(path) ?? leafAt(children, path)
  known.set(path, at)
  return at
}

/** What EDGAR works out itself, and the box that a report without rows must tick. */
function derive(document: OwnershipDocument): void {
  const rows = [...document.nonDerivativeTable.rows, ...document.derivativeTable.rows]
  const form = document.documentType.value?.charAt(0)
  const flag = (isTrue: boolean) => reported('boolean', isTrue ? '1' : '0')
  if (form === '3') document.noSecuritiesOwned = flag(rows.length === 0)
  else if (rows.length === 0) document.notSubjectToSection16 = flag(true)
  if (form !== '5') return
  document.form3HoldingsReported = flag(rows.some(({ coding }) => coding.formType.value === '3'))
  document.form4TransactionsReported = flag(rows.some(({ coding }) => coding.formType.value === '4'))
}
