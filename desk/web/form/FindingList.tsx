import { type FormEdit, proposeFixes } from '@section16/core/check'
import { formPlace } from '@section16/core/facts'
import type { OwnershipDocument, Severity } from '@section16/core/model'
import { Button } from 'react-aria-components/Button'
import type { Edit } from './edit.ts'
import { type Finding, SEVERITIES } from './findings.ts'

interface FindingListProps {
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
            {own.map((finding, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one rule may say the same of one place twice
              <li key={`${finding.code}${finding.path}${i}`}>
                <Button className="link" onPress={() => goTo(finding.path)}>
                  {finding.place}
                </Button>{' '}
                {finding.message}
                {finding.fix !== undefined && <span className="fix"> {finding.fix}</span>}
                <small> {finding.code}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!isReadOnly && <Fixes document={document} edit={edit} />}
    </section>
  )
}

const KINDS: Readonly<Record<FormEdit['kind'], string>> = {
  whiteSpace: 'without white space around it',
  leadingZeros: 'with its ten digits',
  booleanSpelling: 'as EDGAR spells it',
  elementOrder: 'in the order of the schema',
}

/** Edits that change no meaning; a person decides on them. */
function Fixes({ document, edit }: { readonly document: OwnershipDocument; readonly edit: (edit: Edit) => void }) {
  const { edits, document: fixed } = proposeFixes(document)
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
      <Button onPress={() => edit(() => fixed)}>
        Make {edits.length === 1 ? 'this fix' : `these ${edits.length} fixes`}
      </Button>
    </section>
  )
}

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
