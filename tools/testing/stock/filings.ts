/** The filed forms of an organisation of the stock, oldest first, with what is held after each. */
import { type AccessionNumber, CalendarDate, renderHtml, rowsOf, writeSubmissionForm } from '@section16/core'
import { positionKey } from '../../../desk/recipes/index.ts'
import type { contentOf } from '../../../desk/server/forms/draftDocument.ts'
import { positionOf } from '../../../desk/server/forms/history.ts'
import { marked } from '../../../desk/server/forms/page.ts'
import { easternDay } from '../../../desk/server/moments.ts'
import { filedFormHash } from '../../../desk/store/filedForms.ts'
import { canonicalJson } from '../../../desk/store/index.ts'
import { REHEARSAL_SENDER } from '../../../edgar/rehearsalAccession.ts'
import { addDraft, addStates } from './drafts.ts'
import { nextForm, signed } from './forms.ts'
import { idFrom } from './names.ts'
import type { Making, People, StockInsider } from './people.ts'
import type { OrganizationPlan } from './plan.ts'

/** From the first filing to the last: seven years. */
const SPAN_MS = 7 * 365 * 86_400_000

/** `numbers` counts through all organisations, as EDGAR does. */
export async function makeFilings(
  making: Making,
  people: People,
  plan: OrganizationPlan,
  numbers: { last: number },
): Promise<void> {
  const { writer, random, began } = making
  const every = Math.max(1, Math.floor(plan.filings / plan.madeHere))
  for (let n = 0; n < plan.filings; n++) {
    const at = began + 1 + Math.floor((SPAN_MS * n) / plan.filings)
    // Everybody has a Form 3 before anybody's tenth Form 4.
    const insider = n < people.insiders.length ? people.insiders[n]! : random.pick(people.insiders)
    await addFiling(making, people, insider, { at, number: ++numbers.last, isMadeHere: n % every === 0 })
    await writer.breathe()
  }
}

async function addFiling(
  making: Making,
  people: People,
  insider: StockInsider,
  { at, number, isMadeHere }: { at: number; number: number; isMadeHere: boolean },
): Promise<void> {
  const { writer, random } = making
  const { organizationId } = people
  const by = random.pick(people.users).id
  const told = { organizationId, by, at }
  const day = easternDay(at).toString()
  const { form, document } = nextForm(random, insider, day)
  const accessionNumber = accessionOf(number, day)
  const history = isMadeHere ? await madeHere(making, people, insider, { told, form, document, accessionNumber }) : NONE
  signed(document, insider, day)
  const { xml } = writeSubmissionForm(document)
  if (xml === undefined) throw new Error('an invented form that cannot be filed')
  const header = {
    accessionNumber,
    filedAsOf: CalendarDate.parse(day)!,
    acceptedAt: { date: easternDay(at), time: '12:00:00' },
  }
  const unhashed = {
    organizationId,
    id: idFrom(random),
    issuerId: insider.issuer.id,
    ...history,
    destination: 'rehearsal' as const,
    formType: form,
    accessionNumber,
    acceptedAt: at,
    filingDate: day,
    xml: new TextEncoder().encode(xml),
    page: marked(renderHtml(document, { header }), 'rehearsal'),
    answer: canonicalJson({ accessionNumber, processing: 'ACCEPTED' }),
    by,
    at,
  }
  const row = { ...unhashed, hash: filedFormHash(unhashed) }
  writer.add('filed_form', row)
  writer.add('filed_form_insider', { organizationId, filedFormId: row.id, insiderId: insider.id })
  const detail = { accessionNumber, destination: row.destination, hash: row.hash, insiderIds: [insider.id] }
  writer.tell(told, 'form.filed', 'filed_form', row.id, detail)
  if (history.draftId !== null) writer.tell(told, 'draft.filed', 'draft', history.draftId)
  addHoldings(making, told, insider, { document, filedFormId: row.id, day })
}

const NONE = { submissionId: null, draftId: null }

function accessionOf(number: number, day: string): AccessionNumber {
  // More than a million a year no sender has.
  return `${REHEARSAL_SENDER}-${day.slice(2, 4)}-${String(number % 1_000_000).padStart(6, '0')}` as AccessionNumber
}

interface Told {
  organizationId: string
  by: string
  at: number
}

/** The draft of a filing, and its way to EDGAR. */
async function madeHere(
  making: Making,
  people: People,
  insider: StockInsider,
  of: {
    told: Told
    form: string
    document: Parameters<typeof contentOf>[0]
    accessionNumber: string
  },
): Promise<{ submissionId: string; draftId: string }> {
  const { told, form, document, accessionNumber } = of
  const { id: draftId, hash } = await addDraft(making, people, insider, { told, form, document, isClosed: true })
  const states = ['prepared', 'sending', 'received', 'accepted'] as const
  return { draftId, submissionId: addStates(making, told, { draftId, hash, states, accessionNumber }) }
}

function addHoldings(
  { writer, random }: Making,
  told: Told,
  insider: StockInsider,
  { document, filedFormId, day }: { document: Parameters<typeof rowsOf>[0]; filedFormId: string; day: string },
): void {
  const { organizationId, by, at } = told
  for (const [place, row] of rowsOf(document).entries()) {
    const found = positionOf(document, row)
    if (!found) throw new Error('an invented line without a position')
    const id = idFrom(random)
    const position = positionKey(found.security, found.ownership)
    const amount = found.shares.toString()
    writer.add('holding', {
      organizationId,
      id,
      issuerId: insider.issuer.id,
      insiderId: insider.id,
      filedFormId,
      row: place,
      position,
      security: found.security.title,
      ownership: found.ownership.form,
      natureOfOwnership: null,
      day,
      amount,
      supersedes: null,
      by,
      at,
    })
    const detail = { holding: id, filedFormId, row: place, position, amount, day, supersedes: null }
    writer.tell(told, 'holding.posted', 'insider', insider.id, detail)
  }
}
