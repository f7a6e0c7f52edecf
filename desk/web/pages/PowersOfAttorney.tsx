import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useOrganization } from '../api/useDesk.ts'
import { dayOf } from '../parts/dayOf.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { base64OfText, FileEntry } from '../parts/files.tsx'
import { Loaded, Trouble } from '../parts/Loaded.tsx'

type Insider = Shape<'Insider'>

/** Who may sign for an insider, by which paper, and the paper as a filing carries it. */
export function PowersOfAttorney({ insider }: { readonly insider: Insider }) {
  const powers = useAsked('getPowers', { params: { insider: insider.id } })
  return (
    <section className="card" aria-labelledby="powers">
      <h2 id="powers">Powers of attorney</h2>
      <Loaded of={powers}>{({ powers: all }) => <Powers powers={all} />}</Loaded>
      <NewPower insider={insider} />
    </section>
  )
}

function Powers({ powers }: { readonly powers: readonly Shape<'PowerOfAttorney'>[] }) {
  const { id: organization } = useOrganization()
  if (powers.length === 0) return <p>None.</p>
  return (
    <ul>
      {powers.map(({ id, signers, acting, forms, fromDay, untilDay, onFileAccession, revoked }) => (
        <li key={id}>
          {signers.map(({ name }) => name).join(', ')}
          {acting === 'jointly' && ', all together,'} for Form {forms.join(', ')}, from {fromDay}
          {untilDay !== null && ` until ${untilDay}`};{' '}
          {onFileAccession === null ? 'to be attached as EX-24' : `on file with ${onFileAccession}`}.{' '}
          <a
            href={`/api/organizations/${organization}/powers-of-attorney/${id}/document`}
            target="_blank"
            rel="noreferrer"
          >
            Read it
          </a>
          {revoked && (
            <b className="lack">
              {' '}
              Revoked{revoked.fromDay !== null && ` from ${revoked.fromDay}`}: {revoked.because}
            </b>
          )}
          {!revoked && <Revoke power={id} />}
        </li>
      ))}
    </ul>
  )
}

function Revoke({ power }: { readonly power: string }) {
  const [fromDay, setFromDay] = useState('')
  const [because, setBecause] = useState('')
  const revoking = useAct('putPowerRevocation')
  return (
    <details>
      <summary>Revoke</summary>
      <Entry label="From which day" value={fromDay} onChange={setFromDay} placeholder="MM/DD/YYYY" />
      <Entry label="Why" value={because} onChange={setBecause} />
      <Trouble error={revoking.error} />
      <Button
        isDisabled={fromDay === '' || because === ''}
        onPress={() => revoking.mutate({ params: { power }, body: { fromDay: dayOf(fromDay), because } })}
      >
        Revoke it
      </Button>
    </details>
  )
}

const ACTING = [
  { value: 'severally', label: 'Each alone' },
  { value: 'jointly', label: 'All together, each by an act of their own' },
]

const FORMS = ['3', '3/A', '4', '4/A', '5', '5/A'] as const

function NewPower({ insider }: { readonly insider: Insider }) {
  const members = useAsked('getMembers', {})
  const adding = useAct('postPower')
  const [signers, setSigners] = useState<string[]>([])
  const [forms, setForms] = useState<string[]>([...FORMS])
  const [fromDay, setFromDay] = useState('')
  const [untilDay, setUntilDay] = useState('')
  const [accession, setAccession] = useState('')
  const [acting, setActing] = useState<string>('severally')
  const [exhibit, setExhibit] = useState<ExhibitDocument>()
  return (
    <details>
      <summary>A new power of attorney</summary>
      <Loaded of={members}>
        {({ members: all }) => (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              adding.mutate({
                body: {
                  insiderId: insider.id,
                  signers: all.filter(({ id }) => signers.includes(id)).map(({ id, name }) => ({ userId: id, name })),
                  forms: FORMS.filter((form) => forms.includes(form)),
                  issuerIds: null,
                  fromDay: dayOf(fromDay),
                  untilDay: untilDay === '' ? null : dayOf(untilDay),
                  onFileAccession: accession.trim() === '' ? null : accession.trim(),
                  acting: acting === 'jointly' ? 'jointly' : 'severally',
                  document: exhibit!,
                },
              })
            }}
          >
            <Ticks
              label="Who may sign?"
              value={signers}
              onChange={setSigners}
              options={all.map(({ id, name }) => [id, name])}
            />
            {signers.length > 1 && <Choice label="How?" value={acting} onChange={setActing} options={ACTING} />}
            <Ticks
              label="Which forms?"
              value={forms}
              onChange={setForms}
              options={FORMS.map((form) => [form, `Form ${form}`])}
            />
            <Entry label="From" value={fromDay} onChange={setFromDay} placeholder="MM/DD/YYYY" isRequired />
            <Entry label="Until, where it says so" value={untilDay} onChange={setUntilDay} placeholder="MM/DD/YYYY" />
            <Entry
              label="On file with accession number"
              value={accession}
              onChange={setAccession}
              hint="Empty: it is attached to the next filing."
            />
            <ExhibitEntry onChange={setExhibit} />
            <Trouble error={adding.error} />
            <p>
              <Button type="submit" isDisabled={signers.length === 0 || forms.length === 0 || exhibit === undefined}>
                Keep it
              </Button>
            </p>
          </form>
        )}
      </Loaded>
    </details>
  )
}

interface TicksProps {
  readonly label: string
  readonly value: string[]
  readonly onChange: (value: string[]) => void
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Ticks({ label, options, ...group }: TicksProps) {
  return (
    <CheckboxGroup className="choices" {...group}>
      <Label>{label}</Label>
      {options.map(([value, words]) => (
        <Checkbox key={value} value={value}>
          {({ isSelected }) => (
            <>
              <span className="tick" aria-hidden="true">
                {isSelected ? 'X' : ''}
              </span>
              <span>{words}</span>
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

interface ExhibitDocument {
  readonly mediaType: 'text/plain' | 'text/html'
  readonly base64: string
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PAPERS = [DOCX, 'application/pdf', 'text/plain', 'text/html'] as const

/** The power of attorney as EX-24 will carry it: HTML as it is; of anything else the text, to be read and corrected. */
function ExhibitEntry({ onChange }: { readonly onChange: (document: ExhibitDocument | undefined) => void }) {
  const [text, setText] = useState<string>()
  const reading = useAct('postPowerText')
  const say = (words: string) => {
    setText(words)
    onChange(words.trim() === '' ? undefined : { mediaType: 'text/plain', base64: base64OfText(words) })
  }
  return (
    <>
      <FileEntry
        label="The power of attorney: Word, PDF with text, text or HTML"
        accept={PAPERS}
        onChange={(file) => {
          setText(undefined)
          onChange(undefined)
          if (file?.mediaType === 'text/html') onChange({ mediaType: 'text/html', base64: file.base64 })
          else if (file)
            reading.mutate(
              { body: { document: { mediaType: file.mediaType, base64: file.base64 } } },
              { onSuccess: (read) => say(read.text) },
            )
        }}
      />
      <Trouble error={reading.error} />
      {reading.data?.diagnostics.map(({ code, message, fix }) => (
        <p key={code} className="finding" data-severity="doubt">
          {message} <span className="fix">{fix}</span> <small>{code}</small>
        </p>
      ))}
      <Entry
        label="As EX-24 will carry it"
        value={text ?? ''}
        onChange={say}
        isLong
        rows={text === undefined ? 3 : 20}
        hint="Read it against the signed paper and correct it, or type it here. Not for an HTML file, which goes as it is."
      />
    </>
  )
}
