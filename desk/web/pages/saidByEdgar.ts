import type { OwnershipDocument } from '@section16/core/model'
import { useMemo } from 'react'
import type { Shape } from '../api/routes.ts'
import { useAsked } from '../api/useDesk.ts'
import { type Finding, findingOf } from '../form/index.ts'

/** A message of EDGAR's, and whether it was said of what is shown. */
export interface Said {
  readonly message: Shape<'Submission'>['messages'][number]
  readonly isOfAnother: boolean
}

const NOTHING: readonly Said[] = []

/**
 * What EDGAR said when it last did not accept a draft; nothing once something else was sent. `isChanged`: what is shown is
 * not what is kept.
 */
export function useSaidByEdgar({ hash, submissions }: Shape<'Draft'>, isChanged: boolean): readonly Said[] {
  const last = submissions.at(-1)
  const isWanted = last?.state === 'suspended' || last?.state === 'refused'
  const { data } = useAsked('getSubmission', { params: { submission: last?.id ?? '' } }, { isWanted })
  const isOfAnother = isChanged || last?.ofHash !== hash
  return useMemo(
    () => (isWanted && data ? data.messages.map((message) => ({ message, isOfAnother })) : NOTHING),
    [isWanted, data, isOfAnother],
  )
}

/** The message at the cell or box that it concerns; at the form as a whole where EDGAR named none. */
export function findingOfEdgar(document: OwnershipDocument, { message, isOfAnother }: Said): Finding {
  const { type, content, errorNumber, label, path = '' } = message
  const severity = type === 'ERROR' ? 'suspends' : 'warns'
  const found = findingOf(document, {
    code: errorNumber ?? label ?? type,
    severity,
    at: { path: boxOf(path) },
    data: {},
  })
  return {
    ...found,
    message: `EDGAR says: ${content}`,
    ...(isOfAnother && { fix: 'It was said of what was sent, which was changed since.' }),
  }
}

/** A CCC stands in no box of the form: what is said of it is shown with its owner's CIK. */
const boxOf = (path: string) => path.replace(/rptOwnerCcc$/, 'rptOwnerCik')
