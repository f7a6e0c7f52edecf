/** Looks at an organisation and says of what people have to be told now. Reads only; the same look gives the same. */
import { setImmediate } from 'node:timers/promises'
import {
  draft,
  grants,
  openDrafts,
  type SecretNote,
  type Submission,
  secretNotes,
  submissionsIn,
  type View,
} from '../../store/index.ts'
import { DESK } from '../filing/client.ts'
import { type OpenDraft, openDraft } from '../forms/openDraft.ts'
import { draftItem, lastLive, type QuietItem, unknownItem } from '../forms/work.ts'
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

/** Everything that is to be told in an organisation at `now`, what is most urgent first. */
export async function noticesOf(view: View, now: number): Promise<Notice[]> {
  const people = new People(view, await grants(view))
  const secrets = await secretNotes(view)
  const withCcc = new Set(secrets.flatMap(({ purpose, subjectId }) => (purpose === 'ccc' ? [subjectId] : [])))
  const unknown = await watchedUnknown(view, now)
  const found = unknown.map((one) => noticeOf(people, one, now, 'outcomeUnknown', one.item.id, EVERYBODY))
  found.push(...unknown.flatMap((one) => dueNotices(people, one, now)))
  for (const { id } of await openDrafts(view)) {
    // Many forms at once take long: requests are served in between.
    await setImmediate()
    if (unknown.some(({ open }) => open.draft.id === id)) continue
    const open = await openDraft(view, id, now)
    if (!open) continue
    const last = await lastLive(view, id)
    const item = await draftItem(view, open, last, now)
    found.push(...ofDraft(people, { open, item, last }, withCcc, now))
  }
  return [...found, ...ofTokens(people, secrets, now)]
}

async function watchedUnknown(view: View, now: number): Promise<Watched[]> {
  const found: Watched[] = []
  for (const last of await submissionsIn(view, ['outcomeUnknown'])) {
    const of = await draft(view, last.draftId)
    const open = of && (await openDraft(view, of.id, now))
    if (open) found.push({ open, last, item: unknownItem(open, last, now) })
  }
  return found
}

function ofDraft(people: People, watched: Watched, withCcc: ReadonlySet<string>, now: number): Notice[] {
  const { open, item, last } = watched
  const { draft: of, version } = open
  const notices: Notice[] = []
  const tell = (kind: NoticeKind, key: string, to: readonly Audience[]) =>
    notices.push(noticeOf(people, watched, now, kind, key, to))
  if (last?.last.state === 'suspended') tell('suspended', last.id, ['waitedFor', 'preparers'])
  if (last && failedToLeave(last)) tell('notSent', last.id, ['waitedFor', 'preparers'])
  const waitsForPerson = item.waitingFor === 'signature' || item.waitingFor === 'approval'
  if (waitsForPerson && now >= version.at + REST_MS)
    tell('waiting', `${of.id}/${of.hash}/${item.waitingFor}`, ['waitedFor'])
  notices.push(...dueNotices(people, watched, now))
  const lacking = open.insiders.filter(({ id }) => !withCcc.has(id)).map(({ name }) => name)
  if (item.due && now >= item.due.at - CCC_MS && lacking.length > 0) {
    const about = { ...watched, item: { ...item, who: lacking } }
    notices.push(noticeOf(people, about, now, 'cccMissing', of.id, ['preparers']))
  }
  return notices
}

/** That a form's due moment nears or has passed: whatever became of it but acceptance. */
function dueNotices(people: People, watched: Watched, now: number): Notice[] {
  const { due } = watched.item
  const step = due && stepAt(DUE_STEPS, due.at, now)
  if (!step) return []
  const key = `${watched.open.draft.id}/${due.at}/${step.name}`
  return [noticeOf(people, watched, now, step.before === 0 ? 'late' : 'due', key, step.to)]
}

/** EDGAR said no, or the desk itself did not send it. */
function failedToLeave({ last }: Submission): boolean {
  return last.state === 'refused' || (last.state === 'withdrawn' && last.by === DESK)
}

function noticeOf(
  people: People,
  { open, item, last }: Watched,
  now: number,
  kind: NoticeKind,
  key: string,
  to: readonly Audience[],
): Notice {
  const { title, due, waitingFor, who } = item
  const isUnknown = kind === 'outcomeUnknown'
  const isOfSubmission = isUnknown || kind === 'suspended' || kind === 'notSent'
  return {
    kind,
    key: `${kind}/${key}`,
    title,
    moment: due?.at ?? null,
    waitingFor,
    who,
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
