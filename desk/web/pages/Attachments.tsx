import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useAct, useOrganization } from '../api/useDesk.ts'
import { Choice, Entry } from '../parts/Entry.tsx'
import { FileEntry } from '../parts/files.tsx'
import { Trouble } from '../parts/Loaded.tsx'
import { useShownDraft } from './DraftPage.tsx'
import { PageOf } from './PageOf.tsx'

const TYPES = [
  { value: 'EX-99', label: 'EX-99: an exhibit; it is published, and part of what is approved and signed' },
  { value: 'COVER', label: 'COVER: a letter to the staff, which is not published' },
]

interface AttachmentsProps {
  /** The version that the page shows. */
  readonly basedOn: string
  /** The draft has this hash now. */
  readonly onChanged: (hash: string) => void
}

/** Letters and exhibits of a draft: what is there, another, or one less. */
export function Attachments({ basedOn, onChanged }: AttachmentsProps) {
  const { id: draft, attachments, closed } = useShownDraft()
  const { id: organization } = useOrganization()
  const removing = useAct('deleteAttachment')
  const change = { onSuccess: ({ hash }: { hash: string }) => onChanged(hash) }
  return (
    <section className="card" aria-labelledby="attachments">
      <h2 id="attachments">Letters and exhibits</h2>
      {attachments.length === 0 && <p>None go along.</p>}
      <ul className="library">
        {attachments.map(({ id, name, type, description }) => (
          <li key={id}>
            {type}:{' '}
            <a
              href={`/api/organizations/${organization}/drafts/${draft}/attachments/${id}`}
              target="_blank"
              rel="noreferrer"
            >
              {name}
            </a>
            {description !== null && `, ${description}`}{' '}
            {closed === null && (
              <Button
                aria-label={`Take off ${name}`}
                isDisabled={removing.isPending}
                onPress={() => removing.mutate({ params: { draft, attachment: id }, query: { basedOn } }, change)}
              >
                Take off
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Trouble error={removing.error} />
      {closed === null && (
        <details>
          <summary>Attach a letter or an exhibit</summary>
          <NewAttachment basedOn={basedOn} onChanged={onChanged} />
        </details>
      )}
    </section>
  )
}

const PAPERS = ['text/plain', 'text/html'] as const

interface Paper {
  readonly mediaType: (typeof PAPERS)[number]
  readonly base64: string
}

function NewAttachment({ basedOn, onChanged }: AttachmentsProps) {
  const { id: draft, approvals, signatures } = useShownDraft()
  const [type, setType] = useState('EX-99')
  const [named, setName] = useState<string>()
  const [description, setDescription] = useState('')
  const [document, setDocument] = useState<Paper>()
  const adding = useAct('postAttachment')
  const name = named ?? `${type === 'COVER' ? 'letter' : 'ex99'}.${document?.mediaType === 'text/html' ? 'htm' : 'txt'}`
  const voids = type === 'EX-99' && approvals.length + signatures.length > 0
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!document) return
        const told = { basedOn, type, name: name.trim(), description: description.trim() || null, document }
        adding.mutate({ params: { draft }, body: told }, { onSuccess: ({ hash }) => onChanged(hash) })
      }}
    >
      <Choice label="What is it?" value={type} onChange={setType} options={TYPES} />
      <FileEntry label="The file, text or HTML, in ASCII" accept={PAPERS} onChange={setDocument} />
      <Entry
        label="Name for EDGAR"
        value={name}
        onChange={setName}
        hint="Lower-case letters and digits, one each of . - and _; .txt or .htm."
      />
      <Entry label="Description, if any" value={description} onChange={setDescription} />
      {voids && <strong>Attaching an exhibit voids the approvals and signatures of the draft.</strong>}
      <Trouble error={adding.error} />
      <p>
        <Button type="submit" isDisabled={document === undefined || adding.isPending}>
          Attach it
        </Button>
      </p>
    </form>
  )
}

/** Everything that goes along with the form, byte for byte, and the powers of attorney that are on file. */
export function GoingAlong() {
  const { id: draft, attachments, exhibits } = useShownDraft()
  const base = `/api/organizations/${useOrganization().id}`
  return (
    <>
      {attachments.map(({ id, type, name, hash }) => (
        <Shown key={id} title={type} name={name} url={`${base}/drafts/${draft}/attachments/${id}`} hash={hash} />
      ))}
      {exhibits.map(({ powerOfAttorneyId: power, name, onFileAccession }) => {
        const title = `EX-24: power of attorney, ${name === null ? 'on file' : 'attached'}`
        return name === null ? (
          <section key={power} aria-label={title}>
            <h2>{title}</h2>
            <p>It is on file with {onFileAccession} and does not go along.</p>
          </section>
        ) : (
          <Shown
            key={power}
            title={title}
            name={name}
            url={`${base}/powers-of-attorney/${power}/document`}
            hash={power}
          />
        )
      })}
    </>
  )
}

interface ShownProps {
  readonly title: string
  readonly name: string
  readonly url: string
  readonly hash: string
}

function Shown({ title, name, url, hash }: ShownProps) {
  return (
    <section aria-label={`${title} ${name}`}>
      <h2>{title}</h2>
      <PageOf url={url} title={`${name} as it will be sent`} hash={hash} />
    </section>
  )
}
