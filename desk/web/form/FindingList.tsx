import { type FormEdit, proposeFixes } from '@section16/core/check'
import { formPlace } from '@section16/core/facts'
import type { OwnershipDocument, Severity } from '@section16/core/model'
import { memo } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Edit } from './edit.ts'
import { Fix } from './Fix.tsx'
import { type Finding, SEVERITIES } from './findings.ts'
import { isSameFindings } from './same.ts'

interface FindingListProps {
  /** Of which fixes are offered; it may be that of a moment ago. */
  readonly document: OwnershipDocument
  readonly findings: readonly Finding[]
  readonly goTo: (path: string) => void
  readonly edit: (edit: Edit) => void
  readonly isReadOnly: boolean
}

/** Everything that is objected to the draft, gravest first, each with the way to its cell; and the edits of form offered. */
export function FindingList({ document, findings, goTo, edit, isReadOnly }: FindingListProps) {
  const groups = (Object.keys(SEVERITIES) as Severity[]).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity)
    return own.length > 0 ? [{ severity, own }] : []
  })
  return (
    <section aria-labelledby="findings" className="findings">
      <h2 id="findings" tabIndex={-1}>
        Findings
      </h2>
      <p role="status">{summary(findings)}</p>
      {groups.map(({ severity, own }) => (
        <section key={severity} data-severity={severity}>
          <h3>
            <span className="tag">{SEVERITIES[severity]}</span> {own.length}
          </h3>
          <ul>
            {keyed(own).map(([key, finding]) => (
              <Item key={key} finding={finding} goTo={goTo} />
            ))}
          </ul>
        </section>
      ))}
      {!isReadOnly && <Fixes document={document} edit={edit} />}
    </section>
  )
}

interface ItemProps {
  readonly finding: Finding
  readonly goTo: (path: string) => void
}

/** Its button is a plain one, which is made quicker than React Aria's: with a letter some come and go. */
const Item = memo(
  ({ finding, goTo }: ItemProps) => (
    <li>
      <button type="button" className="link" onClick={() => goTo(finding.path)}>
        {finding.place}
      </button>{' '}
      {finding.message} {finding.fix !== undefined && <Fix words={finding.fix} />}
      <small> {finding.code}</small>
    </li>
  ),
  (one, other) => one.goTo === other.goTo && isSameFindings([one.finding], [other.finding]),
)
Item.displayName = 'Item'

/** Each with a key of its own: one rule may say the same of one place twice. */
function keyed(findings: readonly Finding[]): (readonly [string, Finding])[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const name = finding.code + finding.path
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return [`${name} ${count}`, finding]
  })
}

const KINDS: Readonly<Record<FormEdit['kind'], string>> = {
  whiteSpace: 'without white space around it',
  leadingZeros: 'with its ten digits',
  booleanSpelling: 'as EDGAR spells it',
  elementOrder: 'in the order of the schema',
}

interface FixesProps {
  readonly document: OwnershipDocument
  readonly edit: (edit: Edit) => void
}

/** Edits that change no meaning; a person decides on them. */
const Fixes = memo(({ document, edit }: FixesProps) => {
  const { edits } = proposeFixes(document)
  if (edits.length === 0) return null
  return (
    <section className="fixes">
      <h3>Fixes that change no meaning</h3>
      <ul>
        {edits.map(({ kind, path, before, after }) => (
          <li key={path + kind}>
            {formPlace(document, path) ?? path}: <del>{before}</del> <ins>{after}</ins>, {KINDS[kind]}
          </li>
        ))}
      </ul>
      <Button onPress={() => edit((draft) => proposeFixes(draft).document)}>
        Make {edits.length === 1 ? 'this fix' : `these ${edits.length} fixes`}
      </Button>
    </section>
  )
})
Fixes.displayName = 'Fixes'

function summary(findings: readonly Finding[]): string {
  const [first] = findings
  if (!first) return 'Nothing is objected to.'
  const grave = findings.filter(({ severity }) => severity === 'suspends').length
  const count = findings.length === 1 ? 'One finding' : `${findings.length} findings`
  if (grave === 0) return `${count}, none that EDGAR would suspend it for.`
  return grave === findings.length
    ? `${count}: EDGAR would suspend it.`
    : `${count}; EDGAR would suspend it for ${grave}.`
}
