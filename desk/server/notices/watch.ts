/** Looks at an organisation and says of what people have to be told now. Reads only; the same look gives the same. */
import { grants, type SecretNote, type Submission, secretNotes, submissionsIn, type View } from '../../store/index.ts'
import { DESK } from '../filing/client.ts'
import type { OpenDraft } from '../forms/openDraft.ts'
import { standingDraft } from '../forms/standingDraft.ts'
import { named, type OfDraft, openItems, type QuietItem, unknownItem } from '../forms/work.ts'
import { type Audience, DUE_STEPS, type Notice, type NoticeKind, stepAt, TOKEN_STEPS } from './notice.ts'
import { People } from './people.ts'

/** Who signs or approves is told when nobody has changed the draft for so long. */
const REST_MS = 15 * 60_000
/** Without a CCC nothing can be sent: told so long before a form is due. */
const CCC_MS = 48 * 3_600_000

const EVERYBODY: readonly Audience[] = ['waitedFor', 'preparers', 'administrators']

/** A draft as the watch sees it. */
interface Watched {
  open: OpenDraft
  item: QuietItem
  last: Submission | undefined
}

/** What people have to be told of a draft, before it is known who they are. */
interface Told {
  kind: NoticeKind
  /** Tells this notice from others of its kind. */
  key: string
  to: readonly Audience[]
  /** Who lacks something, where that is not whom the draft waits for. */
  who?: string[]
}

/** Everything that is to be told in an organisation at `now`, what is most urgent first. */
export async function noticesOf(view: View, now: number): Promise<Notice[]> {
  const people = new People(view, await grants(view))
  const secrets = await secretNotes(view)
  const withCcc = new Set(secrets.flatMap(({ purpose, subjectId }) => (purpose === 'ccc' ? [subjectId] : [])))
  const unknown = await watchedUnknown(view, now)
  const found = unknown.map((one) =>
    noticeOf(people, one, now, { kind: 'outcomeUnknown', key: one.item.id, to: EVERYBODY }),
  )
  for (const one of unknown) found.push(...dueOf(one.item, now).map((told) => noticeOf(people, one, now, told)))
  for (const one of await openItems(view, now)) {
    if (unknown.some(({ open }) => open.draft.id === one.item.id)) continue
    const all = toldOf(one, withCcc, now)
    if (all.length === 0) continue
    const standing = await standingDraft(view, one.item.id, now)
    if (!standing) continue
    const [item = one.item] = await named(view, [one])
    const watched = { open: standing.open, item, last: one.last }
    found.push(...all.map((told) => noticeOf(people, watched, now, told)))
  }
  return [...found, ...ofTokens(people, secrets, now)]
}

async function watchedUnknown(view: View, now: number): Promise<Watched[]> {
  const found: Watched[] = []
  for (const last of await submissionsIn(view, ['outcomeUnknown'])) {
    const standing = await standingDraft(view, last.draftId, now)
    if (standing) found.push({ open: standing.open, last, item: unknownItem(standing, last) })
  }
  return found
}

function toldOf({ draft, item, last, saved, insiders }: OfDraft, withCcc: ReadonlySet<string>, now: number): Told[] {
  const told: Told[] = []
  if (last?.last.state === 'suspended') told.push({ kind: 'suspended', key: last.id, to: ['waitedFor', 'preparers'] })
  if (last && failedToLeave(last)) told.push({ kind: 'notSent', key: last.id, to: ['waitedFor', 'preparers'] })
  const waitsForPerson = item.waitingFor === 'signature' || item.waitingFor === 'approval'
  if (waitsForPerson && now >= saved.at + REST_MS)
    told.push({ kind: 'waiting', key: `${item.id}/${draft.hash}/${item.waitingFor}`, to: ['waitedFor'] })
  told.push(...dueOf(item, now))
  const lacking = insiders.filter(({ id }) => !withCcc.has(id)).map(({ name }) => name)
  if (item.due && now >= item.due.at - CCC_MS && lacking.length > 0)
    told.push({ kind: 'cccMissing', key: item.id, to: ['preparers'], who: lacking })
  return told
}

/** That a form's due moment nears or has passed: whatever became of it but acceptance. */
function dueOf({ due, draftId }: QuietItem, now: number): Told[] {
  const step = due && stepAt(DUE_STEPS, due.at, now)
  if (!step) return []
  return [{ kind: step.before === 0 ? 'late' : 'due', key: `${draftId}/${due.at}/${step.name}`, to: step.to }]
}

/** EDGAR said no, or the desk itself did not send it. */
function failedToLeave({ last }: Submission): boolean {
  return last.state === 'refused' || (last.state === 'withdrawn' && last.by === DESK)
}

function noticeOf(people: People, { open, item, last }: Watched, now: number, { kind, key, to, who }: Told): Notice {
  const { title, due, waitingFor } = item
  const isUnknown = kind === 'outcomeUnknown'
  const isOfSubmission = isUnknown || kind === 'suspended' || kind === 'notSent'
  return {
    kind,
    key: `${kind}/${key}`,
    title,
    moment: due?.at ?? null,
    waitingFor,
    who: who ?? item.who,
    page: isOfSubmission && last ? `submissions/${last.id}` : `drafts/${open.draft.id}`,
    to: people.of(open, item, last, to, now),
    isUrgent: isUnknown,
  }
}

/** Tokens of EDGAR Next that end: the organisation's concern its administrators, a person's that person. */
function ofTokens(people: People, secrets: readonly SecretNote[], now: number): Notice[] {
  const notices: Notice[] = []
  for (const { id, purpose, subjectId, expiresAt } of secrets) {
    if (expiresAt === null || (purpose !== 'filerToken' && purpose !== 'userToken')) continue
    const step = stepAt(TOKEN_STEPS, expiresAt, now)
    if (!step) continue
    notices.push({
      kind: 'tokenEnds',
      key: `tokenEnds/${id}/${step.name}`,
      title: purpose === 'filerToken' ? 'Filer token of EDGAR Next' : 'User token of EDGAR Next',
      moment: expiresAt,
      waitingFor: 'token',
      who: [],
      page: 'edgar',
      to: purpose === 'filerToken' ? people.administrators() : people.members([subjectId]),
      isUrgent: false,
    })
  }
  return notices
}
