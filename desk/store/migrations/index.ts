import { signIn } from './0001-sign-in.ts'
import { history } from './0002-history.ts'
import { people } from './0003-people.ts'
import { ledger } from './0004-ledger.ts'
import { drafts } from './0005-drafts.ts'
import { filing } from './0006-filing.ts'
import { draftParts } from './0007-draft-parts.ts'
import { exhibits } from './0008-exhibits.ts'
import { calendar } from './0009-calendar.ts'
import { lookups } from './0010-lookups.ts'
import { insiderForms } from './0011-insider-forms.ts'
import type { Migration } from './words.ts'

/** Every step, from the first table on, in order. */
export const migrations: readonly Migration[] = [
  signIn,
  history,
  people,
  ledger,
  drafts,
  filing,
  draftParts,
  exhibits,
  calendar,
  lookups,
  insiderForms,
]
