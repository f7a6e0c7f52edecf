import { CalendarDate, type OwnershipDocument } from '@section16/core/model'
import { readFilingJson } from '@section16/core/read'
import { toFilingJson } from '@section16/core/write'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Refused } from '../api/call.ts'
import type { Shape } from '../api/routes.ts'
import { useAct, useAsked, useNow, zone } from '../api/useDesk.ts'
import { type Finding, FormEditor, findingOf, type Library, useDraft } from '../form/index.ts'
import { titlesOf } from '../parts/FactEntry.tsx'
import { Trouble } from '../parts/Loaded.tsx'
import { Moment } from '../parts/moments.tsx'
import { Attachments } from './Attachments.tsx'
import { useShownDraft } from './DraftPage.tsx'
import { findingOfEdgar, useSaidByEdgar } from './saidByEdgar.ts'

type Draft = Shape<'Draft'>
type Stale = Shape<'StaleSave'>

/** The draft as the official form. Saved when asked, never over somebody else's work. */
export function DraftForm() {
  const draft = useShownDraft()
  // Another draft is another form; the same one, saved, goes on as it is.
  return <Editing key={draft.id} draft={draft} />
}

function Editing({ draft }: { readonly draft: Draft }) {
  const history = useDraft(useMemo(() => documentOf(draft.filing), [draft.filing]))
  const { document } = history
  const [base, setBase] = useState({ hash: draft.hash, document })
  const saving = useAct('putDraft')
  const eastern = EASTERN_DAY.format(useNow())
  // One object a day: the form is checked anew when it is another.
  const today = useMemo(() => CalendarDate.parse(eastern)!, [eastern])
  const isChanged = document !== base.document
  const isReadOnly = draft.closed !== null
  const said = useSaidByEdgar(draft, isChanged)
  const told = useMemo(
    () => [
      ...draft.findings.filter(({ code }) => !code.startsWith('C')).map((one) => toldAt(document, one)),
      ...said.map((one) => findingOfEdgar(document, one)),
    ],
    [draft.findings, said, document],
  )
  const library = useLibrary(draft.issuerId)
  const stale = saving.error instanceof Refused && isStale(saving.error.body) ? saving.error.body : undefined
  const isSigned = draft.approvals.length > 0 || draft.signatures.length > 0

  const save = (basedOn = base.hash) => {
    const sent = document
    const filing = toFilingJson(sent) as unknown as Draft['filing']
    saving.mutate(
      { params: { draft: draft.id }, query: { zone }, body: { basedOn, filing } },
      { onSuccess: ({ hash }) => setBase({ hash, document: sent }) },
    )
  }
  useBlocker({
    shouldBlockFn: () => isChanged && !window.confirm('What you changed is not saved. Leave it?'),
    enableBeforeUnload: isChanged,
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (isChanged) save()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <>
      {!isReadOnly && (
        <div className="savebar">
          <Button className="primary" onPress={() => save()} isDisabled={!isChanged || saving.isPending}>
            Save (Ctrl+S)
          </Button>
          <span role="status">
            {isChanged ? 'Not saved.' : 'Saved '}
            {!isChanged && <Moment at={draft.savedAt} />}
          </span>
          {isChanged && isSigned && <strong>Saving another content voids its approvals and signatures.</strong>}
        </div>
      )}
      {said.length > 0 && (
        <p role="note" className="card trouble">
          <b>EDGAR did not accept it.</b> What it says stands at the cells and boxes concerned; F8 goes from one to the
          next.
        </p>
      )}
      {stale ? (
        <StaleSave
          stale={stale}
          onMine={() => save(stale.current.hash)}
          onTheirs={() => {
            const theirs = documentOf(stale.current.filing)
            history.replace(theirs)
            setBase({ hash: stale.current.hash, document: theirs })
            saving.reset()
          }}
        />
      ) : (
        <Trouble error={saving.error} />
      )}
      <FormEditor
        draft={history}
        today={today}
        told={told}
        balances={draft.balances}
        {...(library && { library })}
        isReadOnly={isReadOnly}
        autoFocus
      />
      <Attachments basedOn={base.hash} onChanged={(hash) => setBase((before) => ({ ...before, hash }))} />
    </>
  )
}

/** What the issuer's library offers; nothing while it is not there, and the form can be edited without. */
function useLibrary(issuer: string): Library | undefined {
  const { data } = useAsked('getLibrary', { params: { issuer } })
  return useMemo(() => data && { titles: titlesOf(data.securities), footnotes: data.footnotes }, [data])
}

/** The day in Eastern time, whose rules hold, as `2026-11-26`. */
const EASTERN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })

function documentOf(filing: Draft['filing']): OwnershipDocument {
  const { document } = readFilingJson(filing)
  if (!document) throw new Error('the desk sent no filing JSON')
  return document
}

/** A finding of the desk's, which has its words already. */
function toldAt(
  document: OwnershipDocument,
  { code, severity, path, data, message, fix }: Draft['findings'][number],
): Finding {
  return { ...findingOf(document, { code, severity, at: { path }, data }), message, fix }
}

const isStale = (body: unknown): body is Stale => typeof body === 'object' && body !== null && 'current' in body

interface StaleSaveProps {
  readonly stale: Stale
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Somebody saved meanwhile: what they changed, what this save would change of that, and the choice. */
function StaleSave({ stale, onMine, onTheirs }: StaleSaveProps) {
  return (
    <section className="card trouble" role="alert" aria-labelledby="stale">
      <h2 id="stale">Somebody saved this draft meanwhile. Nothing of yours was saved.</h2>
      <h3>What they changed</h3>
      <Changes changes={stale.theirs} />
      <h3>What your save would change of that</h3>
      <Changes changes={stale.yours} />
      <p className="tools">
        <Button onPress={onTheirs}>Take theirs</Button>
        <Button onPress={onMine}>Save mine over it</Button>
      </p>
    </section>
  )
}

function Changes({ changes }: { readonly changes: Stale['theirs'] }) {
  return (
    <ul>
      {changes.map(({ place, title, before, after }) => (
        <li key={place + title}>
          {place}, {title}: <del>{before ?? 'nothing'}</del> <ins>{after ?? 'nothing'}</ins>
        </li>
      ))}
    </ul>
  )
}
