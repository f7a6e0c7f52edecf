import { Link } from '@tanstack/react-router'
import type { Shape } from '../api/routes.ts'
import { useOrganization } from '../api/useDesk.ts'

type Said = Pick<Shape<'Amendment'>, 'lines' | 'isLate' | 'affected'>
type Line = Said['lines'][number]

const KINDS: Readonly<Record<NonNullable<Line['kind']>, string>> = {
  added: 'a line that was left out',
  corrected: 'a line corrected, complete as amended',
  withdrawn: 'a line taken back, with an explanation',
  repeated: 'a line repeated without a change',
  kept: 'a line left as it was',
  open: 'a line of which a reader cannot tell what it corrects',
}

const VERDICTS: Readonly<Partial<Record<Line['verdict'], string>>> = {
  late: 'late',
  onTime: 'in time',
  early: 'early',
  unknown: 'whether it is late cannot be told',
}

/** What an amendment brings about: its lines and their kind, whether one is late, which later forms it touches. */
export function Consequences({ said }: { readonly said: Said }) {
  return (
    <>
      <ul aria-label="Lines of the amendment">
        {said.lines.map((line) => (
          <li key={line.place}>
            {line.place}: {line.kind === null ? 'a line' : KINDS[line.kind]}
            {VERDICTS[line.verdict] !== undefined && `; ${VERDICTS[line.verdict]}`}
            {line.due !== null && `, due ${line.due}`}.
          </li>
        ))}
      </ul>
      {said.isLate ? (
        <p>
          <strong className="lack">It reports a transaction late.</strong> The issuer has to say so (Regulation S-K,
          Item 405).
        </p>
      ) : (
        <p>No transaction in it is late.</p>
      )}
      <Affected affected={said.affected} />
    </>
  )
}

function Affected({ affected }: Pick<Said, 'affected'>) {
  const organization = useOrganization().id
  if (affected.length === 0) return <p>Every total filed since goes on following.</p>
  return (
    <>
      <p>
        <b>Totals that no longer follow.</b> Usually no amendment of later forms is needed: the next form states the
        right total.
      </p>
      <ul aria-label="Totals that no longer follow">
        {affected.map(({ filingId, accessionNumber, formType, place, title, stated, follows, isSameReport }) => (
          <li key={filingId + place}>
            Form {formType}{' '}
            <Link to="/$organization/filings/$filing" params={{ organization, filing: filingId }}>
              {accessionNumber}
            </Link>
            , {place}, {title}: states {stated}, {follows} follows
            {isSameReport && '. Correct it in the same amendment'}.
          </li>
        ))}
      </ul>
    </>
  )
}
