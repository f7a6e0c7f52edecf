/** A draft with what its checks find, as it stands: kept while nothing that it depends on is done. */
import type { Diagnostic } from '@section16/core/model'
import type { View } from '../../store/index.ts'
import { checked, type DueMoment, dueMoments } from './findings.ts'
import { KeptItems } from './keptItems.ts'
import { type OpenDraft, openDraft } from './openDraft.ts'

export interface StandingDraft {
  /** Shared by all who ask: not to be changed. */
  readonly open: OpenDraft
  /** What is wrong with the form by itself, in the order of the rules; see `findingsOf`. */
  readonly checked: readonly Diagnostic[]
  /** By when it is due, the earliest first, whatever became of it. */
  readonly dues: readonly DueMoment[]
}

/** Those that somebody works on; each is the size of some forms. */
const MOST = 800

const kept = new KeptItems<StandingDraft>(async (view, draftId, at) => {
  const open = await openDraft(view, draftId, at)
  if (!open) return undefined
  const item = { open, checked: checked(open, at), dues: dueMoments(open, at) }
  return { of: open.draft, item, isPassing: isPassing(open, at) }
}, MOST)

/** A draft as it stands; `undefined` where this organisation has none such. */
export async function standingDraft(view: View, draftId: string, at: number): Promise<StandingDraft | undefined> {
  return (await kept.at(view, at)).itemOf(draftId)
}

/** By a clock that runs ahead of this one, another server's say: a record counts once this one has come so far. */
export function isPassing({ records: { approvals, signatures, attestations } }: OpenDraft, at: number): boolean {
  return [...approvals, ...signatures, ...attestations].some((one) => one.at > at)
}
